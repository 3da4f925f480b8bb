package fr.maillage.demo.internal;

import java.util.List;
import java.util.StringJoiner;

/// Answers to AGGIR that give each group: a letter for each of the eight variables (coherence,
/// orientation, toilette, habillage, alimentation, élimination, transferts, déplacements à
/// l'intérieur). The groups follow from the table of the CASF, annexe 2-2, read by hand.
enum Aggir {
    GIR_1(1, "CCCCCCCC"),
    GIR_2(2, "AACCBBCA"),
    GIR_3(3, "AACBABBA"),
    GIR_4(4, "ABBBAAAA"),
    GIR_5(5, "AABAAAAA"),
    GIR_6(6, "AAAAAAAA");

    private static final List<List<String>> LEAVES =
            List.of(
                    List.of("coherence.communication", "coherence.comportement"),
                    List.of("orientation.temps", "orientation.espace"),
                    List.of("toilette.haut", "toilette.bas"),
                    List.of("habillage.haut", "habillage.moyen", "habillage.bas"),
                    List.of("alimentation.servir", "alimentation.manger"),
                    List.of("elimination.urinaire", "elimination.fecale"),
                    List.of("transferts"),
                    List.of("deplacement-interieur"));

    private final int gir;
    private final String letters;

    Aggir(int gir, String letters) {
        this.gir = gir;
        this.letters = letters;
    }

    int gir() {
        return gir;
    }

    /// As the form stores them: linkId → values.
    String answers(int age) {
        var answers = new StringJoiner(",", "{", "}");
        answers.add("\"contexte.age\":[\"" + age + "\"]");
        for (int i = 0; i < LEAVES.size(); i++) {
            for (var leaf : LEAVES.get(i)) {
                for (var adverb : List.of("s", "t", "c", "h")) {
                    var holds =
                            letters.charAt(i) == 'A'
                                    || letters.charAt(i) == 'B' && !adverb.equals("c");
                    answers.add("\"" + leaf + "." + adverb + "\":[\"" + holds + "\"]");
                }
            }
        }
        return answers.toString();
    }
}
