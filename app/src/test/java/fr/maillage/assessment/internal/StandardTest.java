package fr.maillage.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine on FHIR R4 and SDC, over small definitions: each kind of score is written in the
/// definition, none in Java.
class StandardTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final String NAME = "https://reseau.example/Questionnaire/essai|1";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    /// Options that carry their points on the coding, on the option, or as the newer weight;
    /// negative and by halves.
    private static final String POINTS =
            """
            {"linkId":"p","text":"Points","type":"group","item":[
              {"linkId":"p.1","text":"Une","type":"choice","required":true,"answerOption":[
                {"valueCoding":{"code":"oui","display":"Oui","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0.5}]}},
                {"valueCoding":{"code":"non","display":"Non","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":-7.10}]}}]},
              {"linkId":"p.2","text":"Deux","type":"choice","required":true,"answerOption":[
                {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":10.06}],"valueString":"souvent"},
                {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":0}],"valueInteger":3}]},
              {"linkId":"p.total","text":"Total","type":"decimal","readOnly":true,"extension":[
                {"url":"https://maillage.example/fhir/StructureDefinition/score","extension":[
                  {"url":"code","valueCode":"essai"},{"url":"label","valueString":"Essai"},{"url":"cutOff","valueString":"≥ 0"},{"url":"source","valueString":"Essai"}]},
                {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                 "valueExpression":{"language":"text/fhirpath","expression":"%s"}}]}]}\
            """;

    private static QuestionnaireEngine engine(String items) {
        return new QuestionnaireEngine(CONTEXT, List.of(questionnaire(items)), List.of());
    }

    private static Questionnaire questionnaire(String items) {
        return CONTEXT.newJsonParser()
                .parseResource(
                        Questionnaire.class,
                        """
                        {"resourceType":"Questionnaire","status":"active","url":"https://reseau.example/Questionnaire/essai",
                         "version":"1","title":"Essai","item":[%s]}\
                        """
                                .formatted(items));
    }

    private static Map<String, List<String>> answers(String... pairs) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < pairs.length; i += 2) found.put(pairs[i], List.of(pairs[i + 1]));
        return found;
    }

    /// A sum of points, with an intercept (EPICES is one), inverted where the points are; the gate
    /// of a tool is a condition around it.
    @ParameterizedTest
    @CsvSource({"oui, souvent, 85.70", "oui, 3, 75.64", "non, souvent, 78.10", "non, 3, 68.04"})
    void points_are_added_exactly_wherever_the_definition_writes_them(
            String one, String two, BigDecimal total) {
        var engine =
                engine(
                        POINTS.formatted(
                                "iif(%resource.item.item.answer.ordinal().count() = 2, 75.14 + %resource.item.item.answer.ordinal().aggregate($this + $total, 0), {})"));
        var found = engine.evaluate(NAME, answers("p.1", one, "p.2", two));
        assertThat(found.score("essai").orElseThrow().value()).isEqualByComparingTo(total);
        assertThat(engine.evaluate(NAME, answers("p.1", one)).score("essai").orElseThrow())
                .satisfies(score -> {
                    assertThat(score.value()).isNull();
                    assertThat(score.text()).isEqualTo("incomplet");
                    assertThat(score.missing()).containsExactly("p.2");
                });
    }

    @Test
    void a_question_or_a_tool_that_cannot_be_assessed_says_why_and_gives_no_score() {
        var engine =
                engine(
                        POINTS.formatted(
                                "iif(%resource.item.item.answer.ordinal().count() = 2, 1, {})"));
        var one =
                engine.evaluate(
                        NAME,
                        answers(
                                "p.1", "oui",
                                "p.2", "3",
                                "p.2#motif", "autre",
                                "p.2#precision", "malentendante"));
        assertThat(one.errors()).isEmpty();
        assertThat(one.complete()).isTrue();
        assertThat(one.score("essai").orElseThrow())
                .satisfies(score -> {
                    assertThat(score.state()).isEqualTo(Score.State.NOT_DONE);
                    assertThat(score.value()).isNull();
                    assertThat(score.reason())
                            .isEqualTo(
                                    "«\u00a0Deux\u00a0»\u00a0: Autre raison\u00a0: malentendante");
                });
        // what had been answered waits, and the response says why in the words of FHIR
        assertThat(engine.answersOf(one.response()))
                .containsEntry("p.2", List.of("3"))
                .containsEntry("p.2#motif", List.of("autre"))
                .containsEntry("p.2#precision", List.of("malentendante"));
        assertThat(one.response())
                .contains("http://hl7.org/fhir/StructureDefinition/data-absent-reason");

        var whole = engine.evaluate(NAME, answers("#motif", "refus", "p.1", "oui"));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.score("essai").orElseThrow().reason()).isEqualTo("La personne refuse");
        assertThat(engine.answersOf(whole.response())).containsEntry("#motif", List.of("refus"));

        assertThat(engine.evaluate(NAME, answers("p.2#motif", "autre")).errors())
                .containsEntry("p.2", "Dites en quelques mots pourquoi.");
        assertThat(engine.evaluate(NAME, answers("p.2#motif", "lune")).errors())
                .containsEntry("p.2", "Choisissez une réponse de la liste.");
    }

    @Test
    void a_form_begins_with_what_the_file_knows() {
        var engine =
                engine(
                        """
                        {"linkId":"age","text":"Âge","type":"integer","extension":[%s]},
                        {"linkId":"sexe","text":"Sexe","type":"choice","extension":[%s],
                         "answerOption":[{"valueCoding":{"code":"male","display":"Homme"}},{"valueCoding":{"code":"female","display":"Femme"}}]},
                        {"linkId":"katz","text":"Katz","type":"decimal","extension":[%s]},
                        {"linkId":"faux","text":"Faux","type":"integer","extension":[%s]},
                        {"linkId":"fixe","text":"Fixe","type":"boolean","initial":[{"valueBoolean":true}]},
                        {"linkId":"choisi","text":"Choisi","type":"choice","answerOption":[{"valueString":"a"},{"valueString":"b","initialSelected":true}]}\
                        """
                                .formatted(
                                        initial("%age"),
                                        initial("%patient.gender"),
                                        initial(
                                                "%scores.where(code.coding.code = 'katz').value.value"),
                                        initial("'quatre'")));
        var known =
                new Population(
                        DAY,
                        LocalDate.of(1942, 6, 3),
                        "F",
                        List.of(new Population.Former("katz", new BigDecimal("4.5"), DAY)),
                        Map.of());
        assertThat(engine.initial(NAME, known))
                .isEqualTo(
                        answers(
                                "age", "83", "sexe", "female", "katz", "4,5", "fixe", "true",
                                "choisi", "b"));
        assertThat(engine.initial(NAME, Population.none(DAY)))
                .isEqualTo(answers("fixe", "true", "choisi", "b"));
        // questions that stand alone at the top make a section
        var form = engine.form(engine.evaluate(NAME, Map.of()));
        assertThat(form.sections()).hasSize(1);
        assertThat(form.sections().getFirst().elements()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exists; answerBoolean; true; 2; true",
                "exists; answerBoolean; false; 2; false",
                "=; answerInteger; 2; 2; true",
                "=; answerInteger; 2; 3; false",
                "!=; answerInteger; 2; 3; true",
                ">; answerInteger; 2; 2; false",
                ">=; answerInteger; 2; 2; true",
                "<; answerInteger; 2; 1; true",
                "<=; answerInteger; 2; 3; false",
                // typed as text in the questionnaire, compared as a number
                "<; answerDecimal; 10.5; 9; true"
            })
    void every_operator_of_a_condition(
            String operator, String field, String value, String typed, boolean shown) {
        var engine =
                engine(
                        """
                        {"linkId":"n","text":"Nombre","type":"integer"},
                        {"linkId":"suite","text":"Suite","type":"string","enableWhen":[{"question":"n","operator":"%s","%s":%s}]}\
                        """
                                .formatted(operator, field, value));
        assertThat(engine.evaluate(NAME, answers("n", typed)).visible().contains("suite"))
                .isEqualTo(shown);
    }

    @Test
    void conditions_together_or_one_of_them() {
        for (var behaviour : List.of("all", "any")) {
            var engine =
                    engine(
                            """
                            {"linkId":"a","text":"A","type":"boolean"},{"linkId":"b","text":"B","type":"boolean"},
                            {"linkId":"suite","text":"Suite","type":"string","enableBehavior":"%s","enableWhen":[
                              {"question":"a","operator":"=","answerBoolean":true},{"question":"b","operator":"=","answerBoolean":true}]}\
                            """
                                    .formatted(behaviour));
            assertThat(
                            engine.evaluate(NAME, answers("a", "true", "b", "false"))
                                    .visible()
                                    .contains("suite"))
                    .as(behaviour)
                    .isEqualTo(behaviour.equals("any"));
        }
    }

    @Test
    void a_question_inside_another_waits_for_its_answer_and_stands_under_it() {
        var engine =
                engine(
                        """
                        {"linkId":"g","text":"Sorti","type":"boolean","required":true,"item":[
                          {"linkId":"h","text":"Où","type":"string","required":true,"item":[{"linkId":"k","text":"Avec qui","type":"string"}]},
                          {"linkId":"i","text":"Combien","type":"integer","enableWhen":[{"question":"g","operator":"=","answerBoolean":true}]}]}\
                        """);
        var alone = engine.evaluate(NAME, answers("h", "au marché"));
        assertThat(alone.visible()).containsExactly("g");
        assertThat(alone.hidden()).containsExactly("h");
        assertThat(engine.answersOf(alone.response())).isEqualTo(answers("h", "au marché"));

        var given = answers("g", "false", "h", "au marché", "k", "sa fille");
        var found = engine.evaluate(NAME, given);
        assertThat(found.visible()).containsExactlyInAnyOrder("g", "h", "k");
        assertThat(found.complete()).isTrue();
        var kept =
                CONTEXT.newJsonParser()
                        .parseResource(
                                org.hl7.fhir.r4.model.QuestionnaireResponse.class,
                                found.response());
        var where = kept.getItemFirstRep().getAnswerFirstRep().getItemFirstRep();
        assertThat(where.getLinkId()).isEqualTo("h");
        assertThat(where.getAnswerFirstRep().getItemFirstRep().getLinkId()).isEqualTo("k");
        assertThat(engine.answersOf(found.response())).isEqualTo(given);
        assertThat(engine.evaluate(NAME, answers("g", "false")).complete())
                .as("once it is asked, it is required")
                .isFalse();
        assertThat(engine.form(found).sections().getFirst().elements())
                .extracting(FormView.Element::linkId)
                .containsExactly("g", "h", "k", "i");
        assertThat(new Conditions(engine.definition(NAME)).words())
                .containsEntry("h", "Seulement si la question 1 a une réponse.")
                .containsEntry(
                        "i",
                        "Seulement si la question 1 a une réponse, et la réponse à la question 1 est «\u00a0Oui\u00a0».");
        assertThatThrownBy(() ->
                        engine(
                                """
                                {"linkId":"g","text":"G","type":"boolean","enableWhen":[{"question":"h","operator":"exists","answerBoolean":true}],
                                 "item":[{"linkId":"h","text":"H","type":"string"}]}\
                                """))
                .isInstanceOfSatisfying(
                        DefinitionProblem.class,
                        problem ->
                                assertThat(problem.faults())
                                        .extracting(Fault::kind)
                                        .contains(Fault.Kind.CONDITION_CYCLE));
    }

    /// Nothing in FHIRPath would stop it; the answers are kept all the same.
    @Test
    void an_expression_that_would_run_for_hours_is_cut_and_the_answers_stay() {
        // ten times ten times ten…: a thousand million turns
        var turns = "1";
        for (var i = 0; i < 9; i++) turns = "(0|1|2|3|4|5|6|7|8|9).select(%s)".formatted(turns);
        var never =
                POINTS.formatted(
                        "iif(%resource.item.item.answer.exists(), " + turns + ".count(), {})");
        var engine = new QuestionnaireEngine(CONTEXT, List.of(), List.of());
        assertThatThrownBy(() -> engine.compile(questionnaire(never), Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        DefinitionProblem.class,
                        problem ->
                                assertThat(problem.faults())
                                        .containsExactly(new Fault(Fault.Kind.SLOW, "p.total")));
        var unproved = engine.compileAgain(questionnaire(never));
        var later = engine.with(canonical -> canonical.equals(NAME) ? unproved : null);
        var begun = System.nanoTime();
        var found = later.evaluate(NAME, answers("p.1", "oui", "p.2", "3"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(QuestionnaireEngine.LIMIT.plusSeconds(2));
        assertThat(found.score("essai").orElseThrow())
                .satisfies(score -> {
                    assertThat(score.state()).isEqualTo(Score.State.INCOMPLETE);
                    assertThat(score.reason()).startsWith("Le calcul a été interrompu");
                });
        assertThat(later.answersOf(found.response())).isEqualTo(answers("p.1", "oui", "p.2", "3"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() ->
                        engine(
                                """
                                {"linkId":"a","text":"A","type":"reference"},
                                {"linkId":"a","text":"A encore","type":"string"},
                                {"linkId":"a-b","text":"AB","type":"string"},{"linkId":"a.b","text":"A.B","type":"string"},
                                {"text":"sans nom","type":"string"},
                                {"linkId":"c","text":"C","type":"choice"},
                                {"linkId":"d","text":"D","type":"choice","answerValueSet":"http://x.example/vs"},
                                {"linkId":"e","text":"E","type":"string","extension":[%s]},
                                {"linkId":"f","text":"F","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression","valueExpression":{"language":"text/fhirpath","expression":"true"}}]},
                                {"linkId":"g","text":"G","type":"choice","repeats":true,"answerOption":[{"valueString":"a"}],"item":[{"linkId":"h","text":"H","type":"string"}]}\
                                """
                                        .formatted(initial("%age +"))))
                .isInstanceOfSatisfying(
                        DefinitionProblem.class,
                        problem ->
                                assertThat(problem.faults())
                                        .extracting(Fault::kind)
                                        .containsExactlyInAnyOrder(
                                                Fault.Kind.TYPE,
                                                Fault.Kind.LINK_ID_TWICE,
                                                Fault.Kind.ALIKE,
                                                Fault.Kind.NO_LINK_ID,
                                                Fault.Kind.NO_OPTION,
                                                Fault.Kind.VALUE_SET,
                                                Fault.Kind.NOT_FHIRPATH,
                                                Fault.Kind.EXTENSION,
                                                Fault.Kind.NESTED));
    }

    private static String initial(String expression) {
        return """
        {"url":"%s","valueExpression":{"language":"text/fhirpath","expression":"%s"}}\
        """
                .formatted(SdcUrls.INITIAL, expression);
    }
}
