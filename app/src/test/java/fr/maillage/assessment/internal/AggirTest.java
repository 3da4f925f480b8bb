package fr.maillage.assessment.internal;

import static fr.maillage.assessment.internal.Engines.AGGIR;
import static fr.maillage.assessment.internal.Engines.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// AGGIR by its definition, against the table of CASF annexe 2-2 written here a second time, in
/// plain Java.
class AggirTest {

    private static final List<String> EIGHT =
            List.of(
                    "coherence",
                    "orientation",
                    "toilette",
                    "habillage",
                    "alimentation",
                    "elimination",
                    "transferts",
                    "deplacement-interieur");

    /// Parts of the variables that have some; the others are answered directly.
    private static final Map<String, List<String>> PARTS =
            Map.of(
                    "coherence", List.of("communication", "comportement"),
                    "orientation", List.of("temps", "espace"),
                    "toilette", List.of("haut", "bas"),
                    "habillage", List.of("haut", "moyen", "bas"),
                    "alimentation", List.of("servir", "manger"),
                    "elimination", List.of("urinaire", "fecale"));

    /// The order of the variables is that of EIGHT. One row a group: its letter, weights of C,
    /// weights of B, thresholds → ranks.
    private record Law(char group, int[] c, int[] b, int[][] ranks) {}

    private static final List<Law> ANNEXE_2_2 =
            List.of(
                    new Law(
                            'A',
                            of(2000, 1200, 40, 40, 60, 100, 800, 200),
                            of(0, 0, 16, 16, 20, 16, 120, 32),
                            new int[][] {{4380, 1}, {4140, 2}, {3390, 3}}),
                    new Law(
                            'B',
                            of(1500, 1200, 40, 40, 60, 100, 800, -80),
                            of(320, 120, 16, 16, 0, 16, 120, -40),
                            new int[][] {{2016, 4}}),
                    new Law(
                            'C',
                            of(0, 0, 40, 40, 60, 160, 1000, 400),
                            of(0, 0, 16, 16, 20, 20, 200, 40),
                            new int[][] {{1700, 5}, {1432, 6}}),
                    new Law(
                            'D',
                            of(0, 0, 0, 0, 2000, 400, 2000, 200),
                            of(0, 0, 0, 0, 200, 200, 200, 0),
                            new int[][] {{2400, 7}}),
                    new Law(
                            'E',
                            of(400, 400, 400, 400, 400, 800, 800, 200),
                            of(0, 0, 100, 100, 100, 100, 100, 0),
                            new int[][] {{1200, 8}}),
                    new Law(
                            'F',
                            of(200, 200, 500, 500, 500, 500, 500, 200),
                            of(100, 100, 100, 100, 100, 100, 100, 0),
                            new int[][] {{800, 9}}),
                    new Law(
                            'G',
                            of(150, 150, 300, 300, 500, 500, 400, 200),
                            of(0, 0, 200, 200, 200, 200, 200, 100),
                            new int[][] {{650, 10}}),
                    new Law(
                            'H',
                            of(0, 0, 3000, 3000, 3000, 3000, 1000, 1000),
                            of(0, 0, 2000, 2000, 2000, 2000, 2000, 1000),
                            new int[][] {{4000, 11}, {2000, 12}, {Integer.MIN_VALUE, 13}}));

    private static final int[] GIR_OF_RANK = {0, 1, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6};

    private record Result(int rank, int gir, char group, int sum) {}

    private static int[] of(int... weights) {
        return weights;
    }

    private static Result law(String modalities) {
        for (var row : ANNEXE_2_2) {
            var sum = 0;
            for (var i = 0; i < 8; i++)
                sum +=
                        modalities.charAt(i) == 'C'
                                ? row.c[i]
                                : modalities.charAt(i) == 'B' ? row.b[i] : 0;
            for (var rank : row.ranks)
                if (sum >= rank[0])
                    return new Result(rank[1], GIR_OF_RANK[rank[1]], row.group, sum);
        }
        throw new AssertionError();
    }

    private static List<String> everyCombination() {
        var all = new ArrayList<String>();
        for (var n = 0; n < 6561; n++) {
            var digits = String.format("%8s", Integer.toString(n, 3)).replace(' ', '0');
            all.add(digits.replace('0', 'A').replace('1', 'B').replace('2', 'C'));
        }
        return all;
    }

    /// Modalities given as if already derived: the expressions of the result run, those of the
    /// adverbs do not.
    private static Result byExpressions(Definition definition, FhirPath path, String modalities) {
        var answers = new LinkedHashMap<Item, List<Type>>();
        answers.put(definition.items.get("contexte.age"), List.of(new IntegerType(84)));
        for (var i = 0; i < 8; i++)
            answers.put(
                    definition.items.get(EIGHT.get(i) + ".modalite"),
                    List.of(new StringType(modalities.substring(i, i + 1))));
        for (var unused : List.of("deplacement-exterieur", "communication-distance"))
            answers.put(definition.items.get(unused + ".modalite"), List.of(new StringType("C")));
        var calculation =
                new Calculation(definition, path, answers, Map.of(), QuestionnaireEngine.LIMIT)
                        .prepare();
        return new Result(
                Integer.parseInt(value(calculation, definition.items.get("resultat.rang"))),
                Integer.parseInt(value(calculation, definition.items.get("resultat.gir"))),
                value(calculation, definition.items.get("resultat.groupe")).charAt(0),
                Integer.parseInt(value(calculation, definition.items.get("resultat.somme"))));
    }

    private static String value(Calculation calculation, Item item) {
        return calculation
                .evaluate(item.linkId, item, item.calculation)
                .getFirst()
                .primitiveValue();
    }

    @Test
    @Proves("REQ-ASSESS-03")
    void every_combination_of_the_eight_variables_gives_the_rank_and_gir_of_the_law() {
        var definition = ENGINE.definition(AGGIR);
        var path = new FhirPath(FhirContext.forR4Cached());
        var girs = new int[7];
        var ranks = new int[14];
        for (var modalities : everyCombination()) {
            var found = byExpressions(definition, path, modalities);
            assertThat(found).as(modalities).isEqualTo(law(modalities));
            girs[found.gir]++;
            ranks[found.rank]++;
        }
        assertThat(girs).containsExactly(0, 8, 3208, 2400, 760, 157, 28);
        assertThat(ranks)
                .containsExactly(0, 8, 131, 414, 1085, 4, 336, 1238, 1253, 1147, 490, 270, 157, 28);
    }

    @ParameterizedTest
    @CsvSource({
        "AAAAAAAA,6,13,H",
        "AAAAAACA,6,13,H",
        "AAAAAABA,5,12,H",
        "CAAAAAAA,6,13,H",
        "CCAAAAAA,2,4,B",
        "CCCCCCCC,1,1,A",
        "AACCCCCC,2,5,C",
        "AAAACACA,2,7,D",
        "ABAAAAAA,6,13,H",
        "AABBAAAA,4,11,H",
        "AACCAAAA,3,9,F"
    })
    void a_whole_grid_of_adverbs_gives_the_gir(String modalities, int gir, int rank, char group) {
        var found = ENGINE.evaluate(AGGIR, grid(modalities, "84"));
        assertThat(law(modalities))
                .extracting(Result::gir, Result::rank, Result::group)
                .containsExactly(gir, rank, group);
        assertThat(found.number("resultat.gir")).contains(BigDecimal.valueOf(gir));
        assertThat(found.number("resultat.rang")).contains(BigDecimal.valueOf(rank));
        assertThat(found.computed().get("resultat.groupe").text()).isEqualTo(String.valueOf(group));
        assertThat(found.score("gir").orElseThrow())
                .satisfies(score -> {
                    assertThat(score.state()).isEqualTo(Score.State.DONE);
                    assertThat(score.bandLabel()).isEqualTo("GIR " + gir);
                    assertThat(score.note()).isEqualTo("GIR calculé, sans valeur de décision APA");
                    assertThat(score.source())
                            .contains("annexes 2-1 et 2-2")
                            .contains("modèle AGGIR (SNGC)");
                });
        assertThat(found.complete()).isTrue();
    }

    /// CASF annexe 2-1: columns are the modalities of the parts, in order, then that of the
    /// variable.
    @ParameterizedTest
    @CsvSource({
        "coherence,AA,A",
        "coherence,AB,B",
        "coherence,BA,B",
        "coherence,BB,B",
        "coherence,AC,C",
        "coherence,CA,C",
        "coherence,BC,C",
        "coherence,CB,C",
        "coherence,CC,C",
        "orientation,AA,A",
        "orientation,AB,B",
        "orientation,BA,B",
        "orientation,BB,B",
        "orientation,AC,C",
        "orientation,CA,C",
        "orientation,BC,C",
        "orientation,CB,C",
        "orientation,CC,C",
        "elimination,AA,A",
        "elimination,AB,B",
        "elimination,BA,B",
        "elimination,BB,B",
        "elimination,AC,C",
        "elimination,CA,C",
        "elimination,BC,C",
        "elimination,CB,C",
        "elimination,CC,C",
        "toilette,AA,A",
        "toilette,AB,B",
        "toilette,BA,B",
        "toilette,BB,B",
        "toilette,AC,B",
        "toilette,CA,B",
        "toilette,BC,B",
        "toilette,CB,B",
        "toilette,CC,C",
        "alimentation,AA,A",
        "alimentation,AB,B",
        "alimentation,BA,B",
        "alimentation,BB,B",
        "alimentation,AC,B",
        "alimentation,CA,B",
        "alimentation,BC,C",
        "alimentation,CB,C",
        "alimentation,CC,C"
    })
    void the_parts_of_a_variable_give_its_modality(String variable, String parts, String expected) {
        assertThat(modality(variable, parts)).isEqualTo(expected);
    }

    @Test
    void dressing_is_c_only_when_its_three_parts_are_c_and_a_only_when_all_are_a() {
        for (var n = 0; n < 27; n++) {
            var parts =
                    String.format("%3s", Integer.toString(n, 3))
                            .replace(' ', '0')
                            .replace('0', 'A')
                            .replace('1', 'B')
                            .replace('2', 'C');
            var expected = parts.equals("AAA") ? "A" : parts.equals("CCC") ? "C" : "B";
            assertThat(modality("habillage", parts)).as(parts).isEqualTo(expected);
        }
    }

    @Test
    void four_yes_are_a_four_no_are_c_and_anything_else_is_b() {
        for (var n = 0; n < 16; n++) {
            var answers = new LinkedHashMap<String, List<String>>();
            for (var i = 0; i < 4; i++)
                answers.put(
                        "transferts." + "stch".charAt(i),
                        List.of((n >> i & 1) == 1 ? "true" : "false"));
            var expected = n == 15 ? "A" : n == 0 ? "C" : "B";
            assertThat(ENGINE.evaluate(AGGIR, answers).computed().get("transferts.modalite").text())
                    .isEqualTo(expected);
        }
    }

    @Test
    void one_missing_adverb_gives_no_gir_and_says_which() {
        var answers = grid("AACCCCCC", "84");
        answers.remove("habillage.moyen.c");
        var found = ENGINE.evaluate(AGGIR, answers);
        assertThat(found.score("gir").orElseThrow())
                .satisfies(score -> {
                    assertThat(score.state()).isEqualTo(Score.State.INCOMPLETE);
                    assertThat(score.value()).isNull();
                    assertThat(score.text()).isEqualTo("incomplet");
                    assertThat(score.bandLabel()).isNull();
                    assertThat(score.missing()).containsExactly("habillage.moyen.c");
                });
        assertThat(found.computed())
                .doesNotContainKeys("habillage.modalite", "resultat.gir", "resultat.rang");
        assertThat(found.problems()).noneMatch(problem -> problem.code().equals("perte-autonomie"));
    }

    @Test
    void under_sixty_aggir_does_not_apply_and_at_sixty_it_does() {
        var young = ENGINE.evaluate(AGGIR, grid("AACCCCCC", "59")).score("gir").orElseThrow();
        assertThat(young.state()).isEqualTo(Score.State.NOT_APPLICABLE);
        assertThat(young.value()).isNull();
        assertThat(young.reason()).isEqualTo("AGGIR s’applique à partir de 60 ans.");
        assertThat(ENGINE.evaluate(AGGIR, grid("AACCCCCC", "60")).score("gir").orElseThrow().text())
                .isEqualTo("2");
    }

    @Test
    void the_last_two_discriminating_and_the_illustrative_variables_change_nothing() {
        for (var modality : List.of("A", "B", "C")) {
            var answers = grid("AABBAAAA", "84");
            adverbs("deplacement-exterieur", modality.charAt(0), answers);
            adverbs("communication-distance", modality.charAt(0), answers);
            for (var illustrative :
                    List.of(
                            "gestion",
                            "cuisine",
                            "menage",
                            "transport",
                            "achats",
                            "traitement",
                            "loisirs")) adverbs("ill." + illustrative, modality.charAt(0), answers);
            var found = ENGINE.evaluate(AGGIR, answers);
            assertThat(found.number("resultat.gir"))
                    .contains(BigDecimal.valueOf(law("AABBAAAA").gir));
            assertThat(found.computed().get("ill.cuisine.modalite").text()).isEqualTo(modality);
        }
    }

    @Test
    void gir_one_to_four_proposes_a_loss_of_autonomy_and_five_does_not() {
        var four = ENGINE.evaluate(AGGIR, grid("AABBAAAA", "84"));
        assertThat(four.problems())
                .filteredOn(problem -> problem.code().equals("perte-autonomie"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.label()).isEqualTo("Perte d’autonomie");
                    assertThat(problem.domain()).isEqualTo(ProblemProposal.Domain.AUTONOMY);
                    assertThat(problem.reason())
                            .isEqualTo("GIR 4 calculé (rang 11), sans valeur de décision APA");
                    assertThat(problem.house()).isFalse();
                });
        var five = ENGINE.evaluate(AGGIR, grid("AAAAAABA", "84"));
        assertThat(five.problems()).noneMatch(problem -> problem.code().equals("perte-autonomie"));
    }

    @Test
    void a_full_grid_is_evaluated_in_some_milliseconds() {
        var answers = grid("BBBBCBBC", "84");
        for (var i = 0; i < 40; i++) ENGINE.evaluate(AGGIR, answers);
        var start = System.nanoTime();
        for (var i = 0; i < 40; i++) ENGINE.evaluate(AGGIR, answers);
        var each = (System.nanoTime() - start) / 40_000_000.0;
        System.out.printf("AGGIR: %.2f ms an evaluation%n", each);
        assertThat(each).as("milliseconds").isLessThan(100);
    }

    private static String modality(String variable, String parts) {
        var answers = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < parts.length(); i++)
            adverbs(variable + "." + PARTS.get(variable).get(i), parts.charAt(i), answers);
        return ENGINE.evaluate(AGGIR, answers).computed().get(variable + ".modalite").text();
    }

    /// A whole grid whose eight variables come out with the given modalities; the two others are A.
    static Map<String, List<String>> grid(String modalities, String age) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("contexte.age", List.of(age));
        for (var i = 0; i < 8; i++) {
            var variable = EIGHT.get(i);
            for (var part : PARTS.getOrDefault(variable, List.of("")))
                adverbs(
                        part.isEmpty() ? variable : variable + "." + part,
                        modalities.charAt(i),
                        answers);
        }
        adverbs("deplacement-exterieur", 'A', answers);
        adverbs("communication-distance", 'A', answers);
        return answers;
    }

    private static void adverbs(String linkId, char modality, Map<String, List<String>> answers) {
        var yes = modality == 'A' ? "stch" : modality == 'B' ? "st" : "";
        for (var adverb : "stch".split(""))
            answers.put(linkId + "." + adverb, List.of(yes.contains(adverb) ? "true" : "false"));
    }
}
