package fr.maillage.guidance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.protocol.Findings.Cited;
import fr.maillage.protocol.Findings.Verdict;
import fr.maillage.testing.IntegrationTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// The shipped rules over findings, on both sides of their cut-offs, and what is said of a
/// condition that cannot serve.
@IntegrationTest
class RuleFactsTest {

    @Autowired RuleFacts rules;

    private final Map<String, String> conditions = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        try (var in =
                new ClassPathResource("protocol/9-propositions-apres-evaluation.json")
                        .getInputStream()) {
            for (var rule : new JsonMapper().readTree(in).get("rules"))
                conditions.put(rule.get("key").asString(), rule.get("condition").asString());
        }
    }

    /// Facts by pairs: name, value. A finding is `constats`.
    private static Facts facts(Object... pairs) {
        var facts = new Facts();
        for (int k = 0; k < pairs.length; k += 2) {
            var value = pairs[k + 1] instanceof Double d ? BigDecimal.valueOf(d) : pairs[k + 1];
            facts.add((String) pairs[k], value, pairs[k] + " " + pairs[k + 1]);
        }
        return facts;
    }

    private boolean holds(String rule, Object... pairs) {
        return rules.judge(facts(pairs), List.of(conditions.get(rule))).get(conditions.get(rule))
                instanceof Verdict.Holds;
    }

    private List<String> because(String condition, Object... pairs) {
        var verdict = rules.judge(facts(pairs), List.of(condition)).get(condition);
        return verdict instanceof Verdict.Holds(var because)
                ? because.stream().map(Cited::words).toList()
                : List.of();
    }

    @Test
    void every_shipped_condition_can_serve_and_none_fires_of_nothing() {
        assertThat(conditions).hasSizeGreaterThanOrEqualTo(20);
        assertThat(conditions.values())
                .allSatisfy(condition -> assertThat(rules.fault(condition)).isEmpty());
        assertThat(rules.judge(new Facts(), conditions.values()).values())
                .as("what nobody asked is not a yes")
                .allMatch(Verdict.DoesNot.class::isInstance);
    }

    @Test
    void a_score_fires_its_rule_from_its_cut_off_on() {
        // rule, fact, the last value that says nothing, the first that proposes
        var cutOffs =
                new Object[][] {
                    {"EV-R5", "minizarit", 3.5, 4},
                    {"EV-R5", "zarit", 40, 41},
                    {"EV-R7", "mnaSf", 12, 11},
                    {"EV-R8", "mnaSf", 8, 7},
                    {"EV-R9", "douleur", 3, 4},
                    {"EV-R9", "douleurEva", 39, 40},
                    {"EV-R9", "algoplus", 1, 2},
                    {"EV-R9", "doloplus2", 4, 5},
                    {"EV-R10", "dn4", 3, 4},
                    {"EV-R11", "pallia10", 3, 4},
                    {"EV-R15", "epices", 30.16, 30.17},
                    {"EV-R18", "gds15", 4, 5},
                    {"EV-R18", "minigds", 0, 1},
                    {"EV-R18", "phq2", 2, 3},
                    {"EV-R20", "epds", 9, 10},
                    {"EV-R21", "mmse", 24, 23},
                    {"EV-R21", "moca", 26, 25},
                    {"EV-R23", "piedDiabetique", 1, 2},
                    {"EV-R28", "audit", 7, 8},
                    {"EV-R28", "auditC", 3, 4},
                    {"EV-R28", "alcool", 10, 11},
                    {"EV-R28", "crafft", 1, 2},
                    {"EV-R29", "fagerstrom", 2, 3},
                    {"EV-R30", "isar", 1, 2},
                    {"EV-R30", "trst", 1, 2},
                    {"EV-R30", "sejoursNonProgrammes", 1, 2},
                    {"EV-R30", "joursDepuisSortie", 31, 30},
                    {"EV-R31", "braden", 19, 18},
                    {"EV-R31", "norton", 15, 14},
                    {"EV-R3", "frat", 2, 3},
                    {"EV-R3", "unipodal", 5, 4.9},
                    {"EV-R3", "tug", 19.9, 20},
                    {"EV-R35", "age", 64, 65},
                    {"EV-R36", "fried", 2, 3},
                    {"EV-R36", "segaA", 8, 9},
                    {"EV-R39", "mChatR", 2, 3},
                };
        for (var c : cutOffs) {
            assertThat(holds((String) c[0], c[1], c[2]))
                    .as(c[0] + " " + c[1] + " " + c[2])
                    .isFalse();
            assertThat(holds((String) c[0], c[1], c[3]))
                    .as(c[0] + " " + c[1] + " " + c[3])
                    .isTrue();
        }
    }

    @Test
    void a_fall_in_somebody_dependent_asks_for_the_home_and_alone_for_a_way_to_call() {
        assertThat(holds("EV-R1", "gir", 4, "constats", "chutes-repetees")).isTrue();
        assertThat(holds("EV-R1", "gir", 5, "constats", "chutes-repetees")).isFalse();
        assertThat(holds("EV-R1", "gir", 4)).as("no fall").isFalse();
        assertThat(holds("EV-R2", "gir", 4, "vitSeule", true)).isTrue();
        assertThat(holds("EV-R2", "gir", 4, "vitSeule", false)).isFalse();
        assertThat(holds("EV-R2", "gir", 5, "vitSeule", true)).isFalse();
        assertThat(holds("EV-R2", "constats", "sans-alarme", "vitSeule", true)).isTrue();
        assertThat(holds("EV-R6", "gir", 4, "aidant", false)).isTrue();
        assertThat(holds("EV-R6", "gir", 4, "aidant", true)).isFalse();
    }

    @Test
    void a_right_that_is_open_or_asked_for_is_not_proposed_and_one_that_ends_is() {
        assertThat(holds("EV-R4", "age", 60, "gir", 4)).isTrue();
        assertThat(holds("EV-R4", "age", 59, "gir", 4)).isFalse();
        assertThat(holds("EV-R4", "age", 60, "gir", 5)).isFalse();
        assertThat(holds("EV-R4", "age", 84, "gir", 4, "droits", "APA")).isFalse();
        assertThat(holds("EV-R4", "age", 84, "gir", 4, "droits", "ALD")).isTrue();
        assertThat(holds("EV-R17", "droitsFinissant", "AME")).isTrue();
        assertThat(holds("EV-R38", "age", 6, "themes", "HANDICAP")).isTrue();
        assertThat(holds("EV-R38", "age", 6, "themes", "HANDICAP", "droits", "AEEH")).isFalse();
        assertThat(holds("EV-R38", "age", 20, "gmfcs", 4)).isFalse();
        assertThat(holds("EV-R37", "age", 17, "gmfcs", 3)).isTrue();
        assertThat(holds("EV-R37", "age", 17, "gmfcs", 2)).isFalse();
    }

    @Test
    void diabetes_is_told_by_the_theme_or_the_disease_and_the_eye_by_its_last_screening() {
        assertThat(holds("EV-R26", "maladies", "diabete de type 2")).isTrue();
        assertThat(holds("EV-R26", "themes", "DIABETOLOGIE")).isTrue();
        assertThat(holds("EV-R26", "maladies", "bpco")).isFalse();
        assertThat(holds("EV-R24", "themes", "DIABETOLOGIE")).as("never screened").isTrue();
        assertThat(holds("EV-R24", "themes", "DIABETOLOGIE", "moisDepuisRetine", 11)).isFalse();
        assertThat(holds("EV-R24", "themes", "DIABETOLOGIE", "moisDepuisRetine", 12)).isTrue();
        assertThat(holds("EV-R25", "retine", "SUSPICION")).isTrue();
        assertThat(holds("EV-R25", "retine", "NORMAL")).isFalse();
        assertThat(holds("EV-R12", "ecog", 3, "maladies", "cancer du sein")).isTrue();
        assertThat(holds("EV-R12", "ecog", 2, "maladies", "cancer du sein")).isFalse();
        assertThat(holds("EV-R12", "ecog", 3, "maladies", "bpco")).isFalse();
        assertThat(holds("EV-R22", "maladies", "maladie d'alzheimer", "mmse", 18)).isTrue();
        assertThat(holds("EV-R22", "maladies", "maladie d'alzheimer", "mmse", 17)).isFalse();
        assertThat(holds("EV-R21", "maladies", "maladie d'alzheimer", "mmse", 18))
                .as("known already")
                .isFalse();
        assertThat(holds("EV-R27", "maladies", "bpco", "age", 18)).isTrue();
        assertThat(holds("EV-R27", "maladies", "bpco", "age", 17)).isFalse();
    }

    @Test
    void findings_fire_the_rules_that_name_them() {
        Map.ofEntries(
                        Map.entry("EV-R13", "polymedication"),
                        Map.entry("EV-R14", "observance"),
                        Map.entry("EV-R15", "ressources"),
                        Map.entry("EV-R16", "renoncement-soins"),
                        Map.entry("EV-R19", "risque-suicidaire"),
                        Map.entry("EV-R32", "isolement"),
                        Map.entry("EV-R33", "danger-domestique"))
                .forEach((rule, code) -> {
                    assertThat(holds(rule, "constats", code)).as(rule).isTrue();
                    assertThat(holds(rule, "constats", "desaccord")).as(rule).isFalse();
                });
        assertThat(holds("EV-R34", "sansMedecin", true)).isTrue();
        assertThat(holds("EV-R34", "sansMedecin", false)).isFalse();
    }

    @Test
    void the_facts_that_counted_are_cited_and_the_others_are_not() {
        var either = "(%gir <= 4 or %katz < 6) and %vitSeule = true";
        assertThat(because(either, "gir", 4, "katz", 6, "vitSeule", true, "age", 84))
                .as("Katz says nothing, and nobody asked for the age")
                .containsExactly("gir 4", "vitSeule true");
        assertThat(because(either, "gir", 4, "katz", 3, "vitSeule", true))
                .as("either would do: both are said")
                .containsExactly("gir 4", "katz 3", "vitSeule true");
        assertThat(
                        because(
                                "'isolement' in %constats",
                                "constats", "isolement", "constats", "precarite"))
                .as("one finding among others")
                .containsExactly("constats isolement");
    }

    @Test
    void what_moves_by_itself_is_no_change() {
        var facts = new Facts();
        facts.add("age", 84, "84 ans", null);
        facts.add("tug", new BigDecimal("24.50"), "TUG");
        var marks = new ArrayList<String>();
        for (var fact : facts.named(new TreeSet<>(List.of("age", "tug"))))
            Stream.ofNullable(fact.cited().mark()).forEach(marks::add);
        assertThat(marks).containsExactly("tug=24.5");
    }

    @Test
    void a_condition_that_cannot_serve_is_told_why() {
        assertThat(rules.fault("%gir <= 4 and %vitSeule = true")).isEmpty();
        assertThat(rules.fault("(%gir <= 4").orElseThrow()).contains("ne se lit pas");
        assertThat(rules.fault("%gri <= 4").orElseThrow())
                .contains("«\u00A0%gri\u00A0» n’est pas un fait");
        assertThat(rules.fault("%gir").orElseThrow()).contains("ni oui ni non");
        assertThat(rules.fault("%gir.toQuantity('kg').foo() > 2").orElseThrow()).isNotBlank();
    }

    @Test
    void one_that_fails_for_somebody_is_said_so_and_the_others_are_read() {
        var single = "%constats.count() < 2 or %constats.single() = 'isolement'";
        assertThat(rules.fault(single)).as("it works for who has one").isEmpty();
        var verdicts =
                rules.judge(
                        facts("constats", "isolement", "constats", "precarite"),
                        List.of(single, "'isolement' in %constats"));
        assertThat(verdicts.get(single)).isInstanceOf(Verdict.Failed.class);
        assertThat(verdicts.get("'isolement' in %constats")).isInstanceOf(Verdict.Holds.class);
    }
}
