package fr.maillage.assessment.internal;

import static fr.maillage.assessment.internal.Engines.AGGIR;
import static fr.maillage.assessment.internal.Engines.ENGINE;
import static fr.maillage.assessment.internal.Engines.MULTI;
import static fr.maillage.assessment.internal.Engines.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class QuestionnaireEngineTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Instant NOON = Instant.parse("2026-06-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "cadre.age# quatre-vingt# Entrez un nombre entier, par exemple 3.",
                "cadre.age# 84,5# Entrez un nombre entier, par exemple 3.",
                "cadre.age# 200# Entrez au plus 130.",
                "cadre.age# -3# Entrez au moins 0.",
                "cadre.date# 31/02/2026# Entrez une date qui existe, par exemple 02/06/2026.",
                "cadre.lieu# lune# Choisissez une réponse de la liste.",
                "cadre.lieu# domicile|hopital# Une seule réponse est attendue.",
                "medical.poids# 1.234,5# Entrez un nombre, par exemple 62,5.",
                "psy.anxiete# peut-être# Répondez par oui ou par non.",
                "nulle.part# 3# Cette question n’existe pas dans ce questionnaire\u00a0; la réponse est gardée à part."
            })
    void a_wrong_value_is_told_beside_its_question_and_kept(
            String linkId, String typed, String sentence) {
        var found = evaluate(MULTI, Map.of(linkId, typed));
        assertThat(found.errors()).containsExactly(Map.entry(linkId, sentence));
        assertThat(found.answers()).containsEntry(linkId, List.of(typed.split("\\|")));
        assertThat(ENGINE.answersOf(found.response()))
                .containsEntry(linkId, List.of(typed.split("\\|")));
        assertThat(found.complete()).isFalse();
    }

    @Test
    void a_note_of_two_megabytes_is_refused_with_its_length_and_kept_whole() {
        var note = "é".repeat(2_000_000);
        var found = evaluate(MULTI, Map.of("projet.personne", note));
        assertThat(found.errors().get("projet.personne"))
                .startsWith("20000 caractères au plus")
                .contains("2000000");
        assertThat(ENGINE.answersOf(found.response()))
                .containsEntry("projet.personne", List.of(note));
    }

    @Test
    void html_and_emoji_are_kept_as_typed() {
        var text = "<script>alert(1)</script> & 👵 « l’été »\n  deuxième ligne";
        var found = evaluate(MULTI, Map.of("projet.personne", text));
        assertThat(found.errors()).isEmpty();
        assertThat(ENGINE.answersOf(found.response()))
                .containsEntry("projet.personne", List.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "medical.poids; 62,5; 62,5", "medical.poids; 62.50; 62,5",
                        "cadre.date; 2/6/2026; 2026-06-02", "cadre.date; 2026-06-02; 2026-06-02",
                "psy.anxiete; Oui; true", "psy.anxiete; on; true", "psy.anxiete; non; false",
                        "cadre.age; ' 84 '; 84"
            })
    void readings_are_typed_and_come_back_as_a_form_shows_them(
            String linkId, String typed, String shown) {
        var found = evaluate(MULTI, Map.of(linkId, typed));
        assertThat(found.errors()).isEmpty();
        assertThat(found.answers()).containsEntry(linkId, List.of(shown));
        assertThat(ENGINE.answersOf(found.response())).containsEntry(linkId, List.of(shown));
    }

    @Test
    void a_hidden_question_counts_no_more_but_its_answer_waits() {
        var answers = Map.of("aidants.present", "false", "aidants.charge", "9");
        var found = evaluate(MULTI, answers);
        assertThat(found.problems()).noneMatch(problem -> problem.code().equals("aidant-epuise"));
        assertThat(found.hidden()).containsExactly("aidants.charge");
        var again = ENGINE.answersOf(found.response());
        again.put("aidants.present", List.of("true"));
        assertThat(ENGINE.evaluate(MULTI, again).problems())
                .anyMatch(problem -> problem.code().equals("aidant-epuise"));
    }

    @Test
    void an_error_in_a_hidden_question_does_not_stop_anyone() {
        assertThat(
                        evaluate(
                                        MULTI,
                                        Map.of(
                                                "aidants.present",
                                                "false",
                                                "aidants.charge",
                                                "beaucoup"))
                                .errors())
                .isEmpty();
    }

    @Test
    void a_filed_response_names_its_version_and_engine_and_drops_what_is_no_answer() {
        var found = evaluate(MULTI, Map.of("aidants.present", "false", "aidants.charge", "9"));
        var json =
                ENGINE.filed(
                        found,
                        new QuestionnaireEngine.Filing(
                                QuestionnaireResponseStatus.COMPLETED,
                                "r1",
                                "Patient/p1",
                                "Practitioner/c1",
                                NOON));
        var response = CONTEXT.newJsonParser().parseResource(QuestionnaireResponse.class, json);
        assertThat(response.getQuestionnaire()).isEqualTo(MULTI);
        assertThat(response.getStatus()).isEqualTo(QuestionnaireResponseStatus.COMPLETED);
        assertThat(response.getExtensionByUrl(SdcUrls.ENGINE_VERSION).getValue().primitiveValue())
                .isEqualTo(QuestionnaireEngine.VERSION);
        assertThat(response.hasExtension(SdcUrls.KEPT_ANSWER)).isFalse();
        assertThat(ENGINE.answersOf(json)).containsOnlyKeys("aidants.present");
        var wrong = evaluate(MULTI, Map.of("cadre.age", "x"));
        assertThatThrownBy(() ->
                        ENGINE.filed(
                                wrong,
                                new QuestionnaireEngine.Filing(
                                        QuestionnaireResponseStatus.COMPLETED,
                                        "r1",
                                        null,
                                        null,
                                        NOON)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void computed_values_posted_by_a_form_are_not_believed() {
        assertThat(
                        evaluate(AGGIR, Map.of("resultat.gir", "1", "coherence.modalite", "C"))
                                .computed())
                .isEmpty();
    }

    @Test
    void the_form_shows_sections_fields_errors_and_scores() {
        var form =
                ENGINE.form(
                        evaluate(
                                MULTI,
                                Map.of(
                                        "cadre.age",
                                        "x",
                                        "katz.hygiene",
                                        "0.5",
                                        "cadre.participants",
                                        "mt|famille")));
        assertThat(form.sections())
                .hasSize(10)
                .first()
                .satisfies(section -> {
                    assertThat(section.title()).isEqualTo("Cadre de l’évaluation");
                    assertThat(section.required()).isEqualTo(4);
                    assertThat(section.answered()).isEqualTo(1);
                    assertThat(section.errors()).isEqualTo(1);
                });
        var fields = new ArrayList<FormView.Field>();
        form.sections().forEach(section -> collect(section, fields));
        assertThat(field(fields, "cadre.age"))
                .satisfies(field -> {
                    assertThat(field.name()).isEqualTo("r.cadre.age");
                    assertThat(field.kind()).isEqualTo(FormView.Kind.INTEGER);
                    assertThat(field.value()).isEqualTo("x");
                    assertThat(field.error()).isEqualTo("Entrez un nombre entier, par exemple 3.");
                    assertThat(field.unit()).isEqualTo("ans");
                    assertThat(field.min()).isEqualTo("0");
                    assertThat(field.required()).isTrue();
                });
        assertThat(field(fields, "cadre.participants").kind()).isEqualTo(FormView.Kind.CHOICES);
        assertThat(field(fields, "cadre.participants").options())
                .filteredOn(FormView.Option::selected)
                .extracting(FormView.Option::value)
                .containsExactlyInAnyOrder("mt", "famille");
        assertThat(field(fields, "katz.hygiene").options())
                .contains(new FormView.Option("0.5", "Aide partielle", true));
        assertThat(field(fields, "katz.non-evaluable").kind()).isEqualTo(FormView.Kind.CHECK_BOX);
        assertThat(field(fields, "katz.score").kind()).isEqualTo(FormView.Kind.COMPUTED);
        assertThat(field(fields, "katz.score").score())
                .extracting(Score::text)
                .isEqualTo("incomplet");
        assertThat(field(fields, "epices.aide").visible()).isFalse();
        assertThat(field(fields, "psy.idees-mort").help()).contains("3114");
        assertThat(fields)
                .hasSize(fields.stream().map(FormView.Field::name).distinct().toArray().length);
    }

    @Test
    void answers_are_told_apart_from_other_parameters() {
        assertThat(
                        QuestionnaireEngine.answersPosted(
                                Map.of(
                                        "_csrf",
                                        new String[] {"t"},
                                        "r.cadre.age",
                                        new String[] {"84"})))
                .containsExactly(Map.entry("cadre.age", List.of("84")));
    }

    @Test
    void nothing_that_was_answered_shows_in_a_log_line() {
        var found =
                evaluate(
                        MULTI,
                        Map.of(
                                "projet.personne",
                                "secret",
                                "medical.pathologie1",
                                "secret",
                                "cadre.age",
                                "secret"));
        assertThat(found + " " + ENGINE.form(found) + " " + found.problems() + " " + found.scores())
                .doesNotContain("secret");
    }

    @Test
    void many_threads_get_the_same_result() throws Exception {
        var answers = AggirTest.grid("BBBBCBBC", "84");
        var expected = ENGINE.evaluate(AGGIR, answers);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<Evaluation>>();
            for (var i = 0; i < 64; i++) tasks.add(() -> ENGINE.evaluate(AGGIR, answers));
            for (var future : pool.invokeAll(tasks)) assertThat(future.get()).isEqualTo(expected);
        }
    }

    @Test
    void faulty_definitions_are_refused_when_loaded() {
        assertThatThrownBy(() ->
                        load(
                                """
                                {"linkId":"a","text":"a","type":"integer","readOnly":true,"extension":[%s]}\
                                """
                                        .formatted(calculated("%nobody"))))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageContaining("%nobody");
        assertThatThrownBy(() ->
                        load(
                                """
                                {"linkId":"g","type":"group","item":[
                                 {"linkId":"a","text":"a","type":"integer","readOnly":true,"extension":[%s]},
                                 {"linkId":"b","text":"b","type":"integer","readOnly":true,"extension":[%s]}]}\
                                """
                                        .formatted(
                                                calculated(
                                                        "iif(%resource.item.item.where(linkId='b').answer.value.exists(), %resource.item.item.where(linkId='b').answer.value + 1, 0)"),
                                                calculated(
                                                        "%resource.item.item.where(linkId='a').answer.value + 1"))))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageContaining("needs itself")
                .hasMessageContaining("a → b");
        assertThatThrownBy(() ->
                        load(
                                """
                                {"linkId":"a","text":"a","type":"boolean","enableWhen":[{"question":"b","operator":"=","answerBoolean":true}]},
                                {"linkId":"b","text":"b","type":"boolean","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}\
                                """))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageContaining("enableWhen cycle");
        assertThatThrownBy(() ->
                        load(
                                """
                                {"linkId":"g","type":"group","extension":[
                                 {"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"x","language":"text/fhirpath","expression":"%x + 1"}}],
                                 "item":[{"linkId":"a","text":"a","type":"boolean"}]}\
                                """))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageContaining("needs itself: %x");
        assertThatThrownBy(() ->
                        load(
                                """
                                {"linkId":"a","text":"a","type":"boolean","enableWhen":[{"question":"z","operator":"exists","answerBoolean":true}]}\
                                """))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageContaining("unknown question");
        assertThatThrownBy(() ->
                        load(
                                """
                                {"linkId":"a","text":"a","type":"attachment"}\
                                """))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageContaining("attachment");
    }

    @Test
    void the_latest_version_serves_new_responses_and_an_old_one_its_own() {
        var engine =
                new QuestionnaireEngine(
                        CONTEXT,
                        List.of(questionnaire("1.10.0", ""), questionnaire("1.9.0", "")),
                        List.of());
        assertThat(engine.latest("https://maillage.example/fhir/Questionnaire/essai").version)
                .isEqualTo("1.10.0");
        assertThat(
                        engine.definition("https://maillage.example/fhir/Questionnaire/essai|1.9.0")
                                .version)
                .isEqualTo("1.9.0");
        assertThatThrownBy(() ->
                        engine.definition("https://maillage.example/fhir/Questionnaire/essai|2"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void definitions_rules_and_responses_are_valid_r4() throws IOException {
        var support =
                new ValidationSupportChain(
                        new DefaultProfileValidationSupport(CONTEXT),
                        new InMemoryTerminologyServerValidationSupport(CONTEXT),
                        new CommonCodeSystemsTerminologyService(CONTEXT));
        var validator =
                CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
        var texts = new ArrayList<String>();
        for (var pattern :
                List.of(
                        "classpath*:assessment/questionnaires/*.json",
                        "classpath*:assessment/problem-rules/*.json"))
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern))
                texts.add(resource.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(texts).hasSizeGreaterThanOrEqualTo(6);
        texts.add(ENGINE.evaluate(AGGIR, AggirTest.grid("BBBBCBBC", "84")).response());
        for (var text : texts) {
            var messages =
                    validator.validateWithResult(text).getMessages().stream()
                            .filter(message ->
                                    message.getSeverity().compareTo(ResultSeverityEnum.WARNING) > 0)
                            .map(message ->
                                    message.getLocationString() + " " + message.getMessage())
                            .toList();
            assertThat(messages).isEmpty();
        }
    }

    private static void collect(FormView.Group group, List<FormView.Field> fields) {
        for (var element : group.elements())
            switch (element) {
                case FormView.Group inner -> collect(inner, fields);
                case FormView.Field field -> fields.add(field);
                case FormView.Note _ -> {}
            }
    }

    private static FormView.Field field(List<FormView.Field> fields, String linkId) {
        return fields.stream()
                .filter(field -> field.linkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }

    private static String calculated(String expression) {
        return """
        {"url":"%s","valueExpression":{"language":"text/fhirpath","expression":"%s"}}\
        """
                .formatted(SdcUrls.CALCULATED, expression);
    }

    private static QuestionnaireEngine load(String items) {
        return new QuestionnaireEngine(CONTEXT, List.of(questionnaire("1.0.0", items)), List.of());
    }

    private static Questionnaire questionnaire(String version, String items) {
        return CONTEXT.newJsonParser()
                .parseResource(
                        Questionnaire.class,
                        """
                        {"resourceType":"Questionnaire","status":"active","url":"https://maillage.example/fhir/Questionnaire/essai",
                         "version":"%s","item":[%s]}\
                        """
                                .formatted(version, items));
    }

    @Test
    void the_engine_is_built_by_a_thread_that_knows_no_class_of_the_application()
            throws InterruptedException, java.util.concurrent.ExecutionException {
        // as the threads of the common pool do in the packaged jar
        var built = new java.util.concurrent.FutureTask<>(Questionnaires::build);
        var thread = new Thread(built);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();

        assertThat(built.get().definitions()).isNotEmpty();
    }
}
