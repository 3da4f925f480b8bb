package fr.maillage.adverse.internal;

import fr.maillage.web.FormView.Option;

import java.util.Arrays;
import java.util.List;

/// The five levels of the scale of the HAS (gestion des risques associés aux soins, 2012).
enum Gravity {
    MINEURE("Mineure", "sans conséquence, ou gêne passagère", ""),
    SIGNIFICATIVE("Significative", "conséquence réversible, soins de plus", ""),
    MAJEURE("Majeure", "hospitalisation ou atteinte durable", "is-due"),
    CRITIQUE("Critique", "séquelles lourdes, vie en jeu", "is-late"),
    CATASTROPHIQUE("Catastrophique", "décès", "is-late");

    final String label;
    final String tone;
    private final String meaning;

    Gravity(String label, String meaning, String tone) {
        this.label = label;
        this.meaning = meaning;
        this.tone = tone;
    }

    static List<Option> options() {
        return Arrays.stream(values())
                .map(g ->
                        new Option(
                                g.name(),
                                (g.ordinal() + 1) + " " + g.label + ", " + g.meaning,
                                false))
                .toList();
    }
}
