package fr.maillage.adverse.internal;

import fr.maillage.web.FormView.Option;

import java.util.Arrays;
import java.util.List;

/// How an event was analysed.
enum Method {
    ENTRETIEN("Entretien avec les acteurs"),
    GRILLE("Grille des causes, en équipe"),
    CREX("Comité de retour d’expérience (CREX)"),
    RMM("Revue de morbi-mortalité (RMM)"),
    REMED("Revue des erreurs médicamenteuses (REMED)");

    final String label;

    Method(String label) {
        this.label = label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(m -> new Option(m.name(), m.label, false)).toList();
    }
}
