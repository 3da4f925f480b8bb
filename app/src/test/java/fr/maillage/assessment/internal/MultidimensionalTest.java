package fr.maillage.assessment.internal;

import static fr.maillage.assessment.internal.Engines.ENGINE;
import static fr.maillage.assessment.internal.Engines.MULTI;
import static fr.maillage.assessment.internal.Engines.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultidimensionalTest {

    private static final List<String> KATZ =
            List.of("hygiene", "habillage", "toilettes", "transferts", "continence", "repas");
    private static final List<String> LAWTON =
            List.of(
                    "telephone",
                    "courses",
                    "repas",
                    "menage",
                    "lessive",
                    "transports",
                    "medicaments",
                    "argent");
    private static final List<String> EPICES =
            List.of(
                    "travailleur-social",
                    "complementaire",
                    "couple",
                    "proprietaire",
                    "fin-de-mois",
                    "sport",
                    "spectacle",
                    "vacances",
                    "famille",
                    "hebergement",
                    "aide");
    private static final List<String> COEFFICIENTS =
            List.of(
                    "10.06", "-11.83", "-8.28", "-8.28", "14.80", "-6.51", "-7.10", "-7.10",
                    "-9.47", "-9.47", "-7.10");

    @Test
    @Proves({"REQ-ASSESS-01", "REQ-ASSESS-02", "REQ-ASSESS-06", "REQ-RIGHTS-08"})
    void the_domains_the_five_components_the_four_contexts_and_the_three_voices_are_there() {
        var definition = ENGINE.definition(MULTI);
        assertThat(definition.groups)
                .extracting(group -> group.linkId)
                .containsExactly(
                        "cadre",
                        "medical",
                        "autonomie",
                        "psychologique",
                        "social",
                        "environnement",
                        "aidants",
                        "difficultes",
                        "composantes",
                        "projet");
        assertThat(definition.items.get("composantes").children)
                .filteredOn(item -> item.isChoice())
                .extracting(item -> item.text)
                .containsExactly(
                        "Médico-sociale",
                        "Matérielle",
                        "Financière",
                        "Psychologique",
                        "Environnementale");
        assertThat(definition.items.get("difficultes").children)
                .filteredOn(item -> item.isChoice())
                .extracting(item -> item.text)
                .containsExactly(
                        "Contexte médical",
                        "Contexte social",
                        "Contexte psychologique",
                        "Réduction de l’autonomie");
        assertThat(definition.items.get("projet").children)
                .filteredOn(Item::isGroup)
                .extracting(item -> item.text)
                .containsExactly("La personne", "Les proches", "Le représentant légal");
    }

    @Test
    @Proves("REQ-ASSESS-04")
    void who_took_part_is_asked_and_several_may_be_named() {
        var participants = ENGINE.definition(MULTI).items.get("cadre.participants");
        assertThat(participants.required && participants.repeats).isTrue();
        assertThat(participants.options.keySet())
                .contains("mt", "personne", "famille", "idel", "expert");
        var found = evaluate(MULTI, Map.of("cadre.participants", "mt|expert|famille"));
        assertThat(found.visible()).contains("cadre.mt-moyen", "cadre.experts");
        assertThat(evaluate(MULTI, Map.of("cadre.participants", "famille")).visible())
                .doesNotContain("cadre.mt-moyen", "cadre.experts");
    }

    @Test
    @Proves("REQ-ASSESS-07")
    void pathologies_are_recorded_with_severity_and_ald_and_proposed_as_problems() {
        var found =
                evaluate(
                        MULTI,
                        Map.of(
                                "medical.pathologie1",
                                "Insuffisance cardiaque",
                                "medical.pathologie1.gravite",
                                "severe",
                                "medical.pathologie1.ald",
                                "true",
                                "medical.comorbidites",
                                "BPCO"));
        assertThat(found.visible())
                .contains("medical.pathologie2")
                .doesNotContain("medical.pathologie3");
        assertThat(found.problems())
                .extracting(ProblemProposal::label, ProblemProposal::reason)
                .contains(
                        tuple(
                                "Insuffisance cardiaque",
                                "Pathologie notée\u00a0; gravité\u00a0: sévère"));
    }

    @Test
    @Proves("REQ-ASSESS-05")
    void a_home_visit_has_its_date_and_the_adaptations_needed() {
        assertThat(evaluate(MULTI, Map.of("env.visite", "true")).visible())
                .contains("env.visite-date", "env.amenagements");
        assertThat(evaluate(MULTI, Map.of("env.visite", "true")).progress())
                .filteredOn(p -> p.group().equals("environnement"))
                .flatExtracting(Evaluation.Progress::missing)
                .contains("env.visite-date");
        assertThat(evaluate(MULTI, Map.of("env.visite", "false")).visible())
                .doesNotContain("env.visite-date");
    }

    @ParameterizedTest
    @CsvSource({
        "1|1|1|1|1|1, 6, Autonome",
        "1|1|1|1|1|0.5, '5,5', Dépendance partielle",
        "1|1|1|0.5|0|0, '3,5', Dépendance partielle",
        "1|1|1|0|0|0, 3, Dépendance importante",
        "0.5|0|0|0|0|0, '0,5', Dépendance importante",
        "0|0|0|0|0|0, 0, Dépendance importante"
    })
    void katz(String options, String text, String band) {
        var score = tool("katz.", KATZ, options).score("katz").orElseThrow();
        assertThat(score.text()).isEqualTo(text);
        assertThat(score.bandLabel()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "1|1|1|1|1|1|1|1, 8, 4",
        "3|2|2|4|2|3|2|2, 5, 3",
        "4|4|4|5|3|5|3|3, 0, 0",
        "2|1|1|3|2|2|1|2, 8, 4",
        "4|1|1|1|1|4|2|3, 4, 0"
    })
    void lawton_with_eight_and_four_items(String options, int eight, int four) {
        var found = tool("lawton.", LAWTON, options);
        assertThat(found.score("lawton").orElseThrow().text()).isEqualTo(String.valueOf(eight));
        assertThat(found.score("iadl4").orElseThrow().text()).isEqualTo(String.valueOf(four));
        assertThat(found.score("lawton").orElseThrow().bandLabel())
                .isEqualTo(eight == 8 ? "Autonome" : "Dépendance");
        assertThat(found.score("iadl4").orElseThrow().bandLabel())
                .isEqualTo(four == 4 ? "Autonome" : "Dépendance");
    }

    @Test
    void phq2_is_positive_from_three() {
        for (var one = 0; one <= 3; one++)
            for (var two = 0; two <= 3; two++) {
                var found = tool("phq2.", List.of("interet", "tristesse"), one + "|" + two);
                var score = found.score("phq2").orElseThrow();
                assertThat(score.value()).isEqualByComparingTo(BigDecimal.valueOf(one + two));
                assertThat(score.bandLabel()).isEqualTo(one + two >= 3 ? "Positif" : "Négatif");
                assertThat(
                                found.problems().stream()
                                        .anyMatch(problem -> problem.code().equals("depression")))
                        .isEqualTo(one + two >= 3);
            }
    }

    @ParameterizedTest
    @CsvSource({
        "non|non|oui|non,0",
        "oui|non|oui|non,1",
        "non|non|non|non,1",
        "oui|oui|oui|oui,3",
        "oui|oui|non|oui,4"
    })
    void the_happy_question_of_the_mini_gds_is_inverted(String answers, int points) {
        var posted = new HashMap<String, String>(Map.of("cadre.age", "84"));
        posted.putAll(
                options("minigds.", List.of("tristesse", "vide", "bonheur", "espoir"), answers));
        var score = evaluate(MULTI, posted).score("minigds").orElseThrow();
        assertThat(score.text()).isEqualTo(String.valueOf(points));
        assertThat(score.bandLabel()).isEqualTo(points >= 1 ? "Forte probabilité" : "Peu probable");
    }

    @Test
    void the_mini_gds_is_asked_from_sixty_five() {
        assertThat(evaluate(MULTI, Map.of("cadre.age", "65")).visible()).contains("minigds.vide");
        var young = evaluate(MULTI, Map.of("cadre.age", "64"));
        assertThat(young.visible()).doesNotContain("minigds.vide");
        assertThat(young.score("minigds").orElseThrow().text()).isEqualTo("non fait");
    }

    /// Every one of the 2,048 answers, exact to the hundredth; the four bounds of the quintiles are
    /// among them.
    @Test
    void epices_is_exact_for_every_set_of_answers_and_its_bounds_belong_to_the_upper_class() {
        var definition = ENGINE.definition(MULTI);
        var path = new FhirPath(FhirContext.forR4Cached());
        var total = definition.items.get("epices.score");
        var bounds = new LinkedHashSet<String>();
        for (var n = 0; n < 2048; n++) {
            var expected = new BigDecimal("75.14");
            var answers = new LinkedHashMap<Item, List<Type>>();
            answers.put(definition.items.get("social.epices"), List.of(new BooleanType(true)));
            for (var i = 0; i < 11; i++) {
                var yes = (n >> i & 1) == 1;
                var item = definition.items.get("epices." + EPICES.get(i));
                answers.put(item, List.of(item.options.get(yes ? "oui" : "non").answer()));
                if (yes) expected = expected.add(new BigDecimal(COEFFICIENTS.get(i)));
            }
            var value =
                    new BigDecimal(
                            new Calculation(
                                            definition,
                                            path,
                                            answers,
                                            Map.of(),
                                            QuestionnaireEngine.LIMIT)
                                    .prepare()
                                    .evaluate("epices", total, total.calculation)
                                    .getFirst()
                                    .primitiveValue());
            assertThat(value).isEqualByComparingTo(expected);
            var band = total.score.bandOf(value).orElseThrow();
            assertThat(band.label().substring(0, 1)).isEqualTo(quintile(expected));
            assertThat(band.severity().equals("none"))
                    .isEqualTo(expected.compareTo(new BigDecimal("30.17")) < 0);
            bounds.add(expected.toPlainString());
        }
        assertThat(bounds).contains("0.00", "7.10", "16.56", "30.17", "48.52", "100.00");
    }

    private static String quintile(BigDecimal score) {
        var quintile = 1;
        for (var bound : List.of("7.10", "16.56", "30.17", "48.52"))
            if (score.compareTo(new BigDecimal(bound)) >= 0) quintile++;
        return String.valueOf(quintile);
    }

    @ParameterizedTest
    @CsvSource({
        "'7,1',2e quintile",
        "'16,56',3e quintile",
        "'30,17',4e quintile – précarité",
        "'48,52',5e quintile – précarité"
    })
    void a_score_on_a_bound_is_told_and_classed_through_a_whole_response(
            String text, String label) {
        var wanted = new BigDecimal(text.replace(',', '.'));
        for (var n = 0; n < 2048; n++) {
            var sum = new BigDecimal("75.14");
            var answers = new HashMap<String, String>(Map.of("social.epices", "true"));
            for (var i = 0; i < 11; i++) {
                answers.put("epices." + EPICES.get(i), (n >> i & 1) == 1 ? "oui" : "non");
                if ((n >> i & 1) == 1) sum = sum.add(new BigDecimal(COEFFICIENTS.get(i)));
            }
            if (sum.compareTo(wanted) != 0) continue;
            var found = evaluate(MULTI, answers);
            assertThat(found.score("epices").orElseThrow())
                    .extracting(Score::text, Score::bandLabel)
                    .containsExactly(text, label);
            assertThat(
                            found.problems().stream()
                                    .anyMatch(problem -> problem.code().equals("precarite")))
                    .isEqualTo(wanted.compareTo(new BigDecimal("30.17")) >= 0);
            return;
        }
        throw new AssertionError("the bound is a reachable score");
    }

    @Test
    void a_missing_answer_makes_every_score_incomplete_and_never_zero() {
        var found =
                evaluate(
                        MULTI,
                        Map.of(
                                "cadre.age",
                                "84",
                                "katz.hygiene",
                                "1",
                                "phq2.interet",
                                "0",
                                "social.epices",
                                "true"));
        assertThat(found.scores())
                .filteredOn(score ->
                        List.of("katz", "lawton", "iadl4", "phq2", "minigds", "epices")
                                .contains(score.code()))
                .hasSize(6)
                .allSatisfy(score -> {
                    assertThat(score.state()).isEqualTo(Score.State.INCOMPLETE);
                    assertThat(score.text()).isEqualTo("incomplet");
                    assertThat(score.value()).isNull();
                    assertThat(score.meaning()).isNull();
                });
        assertThat(found.score("katz").orElseThrow().missing())
                .hasSize(5)
                .doesNotContain("katz.hygiene");
    }

    @Test
    void a_tool_set_aside_says_why_and_asks_nothing_more() {
        var found =
                evaluate(
                        MULTI,
                        Map.of(
                                "katz.non-evaluable",
                                "true",
                                "katz.motif",
                                "etat",
                                "katz.hygiene",
                                "0.5"));
        assertThat(found.visible()).doesNotContain("katz.hygiene");
        assertThat(found.score("katz").orElseThrow())
                .extracting(Score::state, Score::text, Score::reason)
                .containsExactly(
                        Score.State.NOT_DONE, "non fait", "Son état ne le permet pas ce jour");
        assertThat(found.setAside())
                .containsExactly(Map.entry("katz", "Son état ne le permet pas ce jour"));
        assertThat(found.hidden()).containsExactly("katz.hygiene");
        assertThat(ENGINE.answersOf(found.response()))
                .containsEntry("katz.hygiene", List.of("0.5"));
        var aside = evaluate(MULTI, Map.of("medical.non-evaluable", "true"));
        assertThat(aside.progress())
                .filteredOn(progress -> progress.group().equals("medical"))
                .singleElement()
                .satisfies(progress ->
                        assertThat(progress.missing()).containsExactly("medical.motif"));
    }

    @Test
    void body_mass_and_weight_loss_are_computed_and_a_loss_proposes_a_problem() {
        var found =
                evaluate(
                        MULTI,
                        Map.of(
                                "medical.poids",
                                "52,5",
                                "medical.taille",
                                "160",
                                "medical.poids-avant",
                                "57"));
        assertThat(found.number("medical.imc"))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("20.5"));
        assertThat(found.number("medical.perte"))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("7.9"));
        assertThat(found.problems())
                .filteredOn(p -> p.code().equals("denutrition"))
                .singleElement()
                .satisfies(p ->
                        assertThat(p.reason()).isEqualTo("Perte de 7,9\u00a0% du poids en 6 mois"));
    }

    @Test
    void findings_propose_problems_with_their_reason_and_source() {
        var found =
                evaluate(
                        MULTI,
                        Map.ofEntries(
                                Map.entry("medical.chutes", "2"),
                                Map.entry("medical.medicaments", "9"),
                                Map.entry("medical.douleur", "4"),
                                Map.entry("psy.idees-mort", "true"),
                                Map.entry("aidants.present", "true"),
                                Map.entry("aidants.charge", "8"),
                                Map.entry("social.vit-seul", "true"),
                                Map.entry("social.contacts", "rares"),
                                Map.entry("env.etage", "true"),
                                Map.entry("env.wc", "absent"),
                                Map.entry("psy.addictions", "alcool|tabac"),
                                Map.entry("medical.vue", "severe")));
        var byCode =
                found.problems().stream().collect(Collectors.toMap(ProblemProposal::code, p -> p));
        assertThat(byCode.keySet())
                .containsExactlyInAnyOrder(
                        "chutes-repetees",
                        "polymedication",
                        "douleur",
                        "risque-suicidaire",
                        "aidant-epuise",
                        "isolement",
                        "logement-inadapte",
                        "addiction",
                        "deficit-sensoriel");
        assertThat(byCode.get("chutes-repetees"))
                .isEqualTo(
                        new ProblemProposal(
                                "chutes-repetees",
                                "chutes-repetees",
                                "Chutes répétées",
                                ProblemProposal.Domain.MEDICAL,
                                "2 chutes dans les 12 derniers mois",
                                "proposition Maillage",
                                false));
        assertThat(byCode.get("chutes-repetees").house()).isTrue();
        assertThat(byCode.get("risque-suicidaire").urgent()).isTrue();
        assertThat(byCode.get("isolement").reason())
                .isEqualTo("Vit seule\u00a0; contacts\u00a0: plus rarement");
        assertThat(byCode.get("addiction").reason()).isEqualTo("Noté\u00a0: alcool, tabac");
        assertThat(byCode.get("logement-inadapte").reason())
                .startsWith("Noté\u00a0: ")
                .contains("étage sans ascenseur")
                .contains("WC");
        assertThat(byCode.get("aidant-epuise").domain()).isEqualTo(ProblemProposal.Domain.CARER);
        assertThat(evaluate(MULTI, Map.of("medical.chutes", "1")).problems()).isEmpty();
    }

    @Test
    void the_mini_zarit_is_a_typed_result_whose_half_points_stay_in_the_lower_class() {
        var base = Map.of("aidants.present", "true");
        assertThat(evaluate(MULTI, base).score("minizarit").orElseThrow().text())
                .isEqualTo("non fait");
        for (var limit :
                Map.of(
                                "1,5",
                                "Charge absente ou légère (limite)",
                                "3,5",
                                "Charge légère à modérée (limite)",
                                "5,5",
                                "Charge modérée à sévère (limite)",
                                "6",
                                "Charge sévère")
                        .entrySet()) {
            var answers = new HashMap<>(base);
            answers.put("aidants.minizarit", limit.getKey());
            assertThat(evaluate(MULTI, answers).score("minizarit").orElseThrow().bandLabel())
                    .isEqualTo(limit.getValue());
        }
    }

    @Test
    @Proves("REQ-RIGHTS-08")
    void the_legal_representative_is_heard_when_there_is_one() {
        assertThat(evaluate(MULTI, Map.of("social.protection", "tutelle")).visible())
                .contains("projet.representant");
        assertThat(evaluate(MULTI, Map.of("cadre.participants", "representant")).visible())
                .contains("projet.representant");
        assertThat(evaluate(MULTI, Map.of("social.protection", "aucune")).visible())
                .doesNotContain("projet.representant");
        var voices =
                Map.of(
                        "social.protection",
                        "tutelle",
                        "projet.personne",
                        "Rester chez moi",
                        "projet.proches",
                        "Un établissement",
                        "projet.representant",
                        "Attendre");
        assertThat(ENGINE.answersOf(evaluate(MULTI, voices).response()))
                .containsEntry("projet.personne", List.of("Rester chez moi"))
                .containsEntry("projet.proches", List.of("Un établissement"))
                .containsEntry("projet.representant", List.of("Attendre"));
    }

    /// Answers what the progress says is missing, until nothing is: the form can be finished by
    /// following it.
    @Test
    void following_what_is_missing_leads_to_a_complete_assessment_with_every_score() {
        var definition = ENGINE.definition(MULTI);
        var answers =
                new LinkedHashMap<String, List<String>>(Map.of("social.epices", List.of("true")));
        var found = ENGINE.evaluate(MULTI, answers);
        for (var round = 0; !found.complete() && round < 10; round++) {
            for (var progress : found.progress())
                for (var linkId : progress.missing()) {
                    var item = definition.items.get(linkId);
                    answers.put(
                            linkId,
                            List.of(
                                    switch (item.type) {
                                        case BOOLEAN -> "true";
                                        case INTEGER, DECIMAL ->
                                                linkId.equals("cadre.age") ? "84" : "2";
                                        case DATE -> "2026-06-02";
                                        case CHOICE -> item.options.keySet().iterator().next();
                                        default -> "Texte inventé";
                                    }));
                }
            found = ENGINE.evaluate(MULTI, answers);
        }
        assertThat(found.complete()).isTrue();
        assertThat(found.scores())
                .filteredOn(score -> !score.code().equals("minizarit"))
                .hasSize(7)
                .allMatch(score -> score.state() == Score.State.DONE && score.meaning() != null);
        for (var i = 0; i < 30; i++) ENGINE.evaluate(MULTI, answers);
        var start = System.nanoTime();
        for (var i = 0; i < 30; i++) ENGINE.evaluate(MULTI, answers);
        System.out.printf(
                "Multidimensional: %.2f ms an evaluation, %d answers%n",
                (System.nanoTime() - start) / 30e6, answers.size());
    }

    private static Evaluation tool(String prefix, List<String> items, String options) {
        return evaluate(MULTI, options(prefix, items, options));
    }

    private static Map<String, String> options(String prefix, List<String> items, String options) {
        var values = options.split("\\|");
        var answers = new HashMap<String, String>();
        for (var i = 0; i < items.size(); i++) answers.put(prefix + items.get(i), values[i]);
        return answers;
    }
}
