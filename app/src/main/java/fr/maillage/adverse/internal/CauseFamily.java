package fr.maillage.adverse.internal;

import fr.maillage.web.FormView.Option;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Where causes are looked for. After the seven families of the ALARM grid, in our words.
enum CauseFamily {
    PERSONNE("La personne\u00A0: état, compréhension, entourage"),
    TACHES("Ce qu’il y avait à faire\u00A0: protocole, information disponible"),
    PROFESSIONNEL("Un professionnel\u00A0: formation, fatigue, disponibilité"),
    EQUIPE("Entre les acteurs\u00A0: transmissions, relais, qui fait quoi"),
    CONDITIONS("Les conditions\u00A0: domicile, matériel, charge, horaires"),
    ORGANISATION("L’organisation\u00A0: planning, procédures, coordination"),
    CONTEXTE("Le contexte\u00A0: droits, financements, offre du territoire");

    final String label;

    CauseFamily(String label) {
        this.label = label;
    }

    static List<Option> options(Collection<String> chosen) {
        return Arrays.stream(values())
                .map(f -> new Option(f.name(), f.label, chosen.contains(f.name())))
                .toList();
    }

    /// Those of `sent`, in order.
    static List<CauseFamily> of(Collection<String> sent) {
        return Arrays.stream(values()).filter(f -> sent.contains(f.name())).toList();
    }
}
