package fr.maillage.demo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers to AGGIR that give each group: a letter for each of the ten variables (coherence,
/// orientation, toilette, habillage, alimentation, élimination, transferts, déplacements à
/// l'intérieur, then the two that weigh nothing: déplacements à l'extérieur, alerter). The groups
/// follow from the table of the CASF, annexe 2-2, read by hand; the engine says the same, or the
/// load stops.
enum Aggir {
    GIR_1(1, "CCCCCCCCCC"),
    GIR_2(2, "AACCBBCACB"),
    GIR_3(3, "AACBABBABA"),
    GIR_4(4, "ABBBAAAABA"),
    GIR_5(5, "AABAAAAABA"),
    GIR_6(6, "AAAAAAAAAA");

    private static final List<List<String>> LEAVES =
            List.of(
                    List.of("coherence.communication", "coherence.comportement"),
                    List.of("orientation.temps", "orientation.espace"),
                    List.of("toilette.haut", "toilette.bas"),
                    List.of("habillage.haut", "habillage.moyen", "habillage.bas"),
                    List.of("alimentation.servir", "alimentation.manger"),
                    List.of("elimination.urinaire", "elimination.fecale"),
                    List.of("transferts"),
                    List.of("deplacement-interieur"),
                    List.of("deplacement-exterieur"),
                    List.of("communication-distance"));

    private final int gir;
    private final String letters;

    Aggir(int gir, String letters) {
        this.gir = gir;
        this.letters = letters;
    }

    int gir() {
        return gir;
    }

    /// As the form posts them: linkId → values.
    Map<String, List<String>> answers(int age) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("contexte.age", List.of(String.valueOf(age)));
        answers.put("contexte.informateur", List.of("personne", "proche"));
        for (int i = 0; i < LEAVES.size(); i++) {
            for (var leaf : LEAVES.get(i)) {
                for (var adverb : List.of("s", "t", "c", "h")) {
                    var holds =
                            letters.charAt(i) == 'A'
                                    || letters.charAt(i) == 'B' && !adverb.equals("c");
                    answers.put(leaf + "." + adverb, List.of(String.valueOf(holds)));
                }
            }
        }
        return answers;
    }
}
