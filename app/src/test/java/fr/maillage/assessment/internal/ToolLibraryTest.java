package fr.maillage.assessment.internal;

import static fr.maillage.assessment.internal.Engines.ENGINE;
import static fr.maillage.assessment.internal.Engines.MULTI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every tool of the library, whatever it is.
class ToolLibraryTest {

    /// All that the definition of a protected tool may ask.
    private static final Set<String> ABOUT_A_RESULT =
            Set.of(
                    "non-evaluable",
                    "motif",
                    "score",
                    "total",
                    "date",
                    "evaluateur",
                    "informateur",
                    "reference",
                    "edition",
                    "commentaire",
                    "applicable");

    static Stream<Definition> definitions() {
        return ENGINE.definitions().stream();
    }

    private static Stream<Definition> results() {
        return definitions().filter(definition -> definition.card.resultOnly());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void each_says_where_it_comes_from_whose_it_is_and_what_it_is_for(Definition definition) {
        var card = definition.card;
        assertThat(card.licence()).isNotNull();
        assertThat(card.confidence()).isNotNull();
        assertThat(card.domains()).isNotEmpty().doesNotContain(ToolDomain.AUTRE);
        assertThat(card.source()).isNotBlank();
        assertThat(card.licenceWords()).isNotBlank();
        assertThat(definition.purpose).isNotBlank();
        assertThat(definition.copyright).isNotBlank();
        for (var item : definition.scored) {
            var rule = Objects.requireNonNull(item.score);
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.cutOff()).isNotBlank();
            assertThat(rule.lowest()).isNotNull();
            assertThat(rule.highest()).isNotNull();
            for (var band : rule.bands()) {
                assertThat(band.meaning()).isNotBlank();
                assertThat(band.severity()).isIn("none", "mild", "moderate", "severe");
            }
        }
        if (card.confidence() == ToolCard.Confidence.L && !card.resultOnly())
            assertThat(card.source()).containsAnyOf("source à vérifier", "Proposition Maillage");
    }

    /// A tool without classes says so; otherwise each value between the bounds is in one class, no
    /// more, no less.
    @ParameterizedTest
    @MethodSource("definitions")
    @Proves("REQ-ASSESS-03")
    void every_value_a_score_may_take_is_in_exactly_one_class(Definition definition) {
        for (var item : definition.scored) {
            var rule = Objects.requireNonNull(item.score);
            if (rule.bands().isEmpty()) {
                assertThat(rule.cutOff()).startsWith("pas de classe");
                continue;
            }
            var step = step(definition, item);
            var highest = Objects.requireNonNull(rule.highest());
            for (var value = Objects.requireNonNull(rule.lowest());
                    value.compareTo(highest) <= 0;
                    value = value.add(step)) {
                var at = value;
                assertThat(rule.bands().stream().filter(band -> band.holds(at)).count())
                        .as("%s %s at %s", definition.canonical(), rule.code(), value)
                        .isEqualTo(1);
            }
        }
    }

    /// The finest difference between two values: that of the points of the options, one for what is
    /// counted, a hundredth for what is measured.
    private static BigDecimal step(Definition definition, Item item) {
        var plain =
                item.type == QuestionnaireItemType.INTEGER
                        ? BigDecimal.ONE
                        : BigDecimal.valueOf(1, 2);
        if (item.isQuestion()) return plain;
        var near = points(Definition.questionsOf(Objects.requireNonNull(item.parent)));
        var divisor = near.signum() == 0 ? points(definition.items.values()) : near;
        return divisor.signum() == 0 ? plain : new BigDecimal(divisor, 2);
    }

    /// The greatest number of hundredths that divides the points of every option; 0 without points.
    private static BigInteger points(Collection<Item> items) {
        return items.stream()
                .flatMap(item -> item.options.values().stream())
                .filter(option -> option.answer().hasExtension(SdcUrls.ORDINAL))
                .map(option ->
                        ((DecimalType)
                                        option.answer()
                                                .getExtensionByUrl(SdcUrls.ORDINAL)
                                                .getValue())
                                .getValue()
                                .movePointRight(2)
                                .toBigIntegerExact())
                .reduce(BigInteger.ZERO, BigInteger::gcd);
    }

    /// Answers at random, the same each time: whatever they are, a score is in its bounds and in a
    /// class.
    @ParameterizedTest
    @MethodSource("definitions")
    void whatever_is_answered_a_score_stays_in_its_bounds_and_has_its_class(Definition definition) {
        var random = new Random(20260602);
        var done = 0;
        for (var n = 0; n < 25; n++) {
            var found = ENGINE.evaluate(definition.canonical(), anyAnswers(definition, random, n));
            assertThat(found.errors()).as(definition.canonical()).isEmpty();
            for (var score : found.scores()) {
                if (score.state() != Score.State.DONE) continue;
                done++;
                var rule =
                        Objects.requireNonNull(
                                Objects.requireNonNull(definition.items.get(score.linkId())).score);
                assertThat(score.value())
                        .as(definition.canonical() + " " + score.code())
                        .isBetween(rule.lowest(), rule.highest());
                if (!rule.bands().isEmpty()) assertThat(score.bandLabel()).isNotNull();
            }
        }
        if (!definition.scored.isEmpty())
            assertThat(done).as(definition.canonical() + " scored").isPositive();
    }

    private static Map<String, List<String>> anyAnswers(
            Definition definition, Random random, int n) {
        var answers = new LinkedHashMap<String, List<String>>();
        for (var item : definition.items.values()) {
            if (!item.isQuestion() || item.linkId.endsWith(SdcUrls.SET_ASIDE)) continue;
            answers.put(item.linkId, List.of(anyAnswer(item, random, n)));
        }
        return answers;
    }

    private static String anyAnswer(Item item, Random random, int n) {
        if (item.isChoice())
            return List.copyOf(item.options.keySet()).get(random.nextInt(item.options.size()));
        return switch (item.type) {
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case DATE -> "2026-05-" + (10 + random.nextInt(15));
            case INTEGER, DECIMAL -> {
                var low = item.min == null ? 0 : item.min.intValue() + 1;
                var high = item.max == null ? 100 : item.max.intValue();
                // old enough, every other time, for the tools of old people
                yield String.valueOf(
                        item.linkId.endsWith(".age") && n % 2 == 0
                                ? 80
                                : low + random.nextInt(Math.max(1, high - low)));
            }
            default -> "texte";
        };
    }

    @Test
    void a_tool_whose_rights_are_not_ours_asks_its_result_and_no_question() {
        assertThat(results()).hasSizeGreaterThanOrEqualTo(20);
        results()
                .forEach(definition -> {
                    for (var item : definition.items.values()) {
                        if (!item.isQuestion()) continue;
                        assertThat(ABOUT_A_RESULT)
                                .as(definition.canonical() + " " + item.linkId)
                                .contains(item.linkId.substring(item.linkId.lastIndexOf('.') + 1));
                    }
                    assertThat(definition.items.keySet())
                            .anyMatch(linkId -> linkId.endsWith(".date"))
                            .anyMatch(linkId -> linkId.endsWith(".evaluateur"))
                            .anyMatch(linkId -> linkId.endsWith(".informateur"))
                            .anyMatch(linkId -> linkId.endsWith(".reference"))
                            .anyMatch(linkId -> linkId.endsWith(".edition"));
                    assertThat(definition.scored).hasSize(1);
                    assertThat(definition.copyright).contains(definition.card.licenceWords());
                });
        assertThat(results().map(ToolVectorsTest::code))
                .contains(
                        "zarit",
                        "mini-zarit",
                        "prisma-7",
                        "pallia-10",
                        "dn4",
                        "frat",
                        "isar",
                        "mna-sf",
                        "mmse",
                        "moca",
                        "braden");
    }

    /// The multidimensional evaluation holds some tools whole: their questions and points are those
    /// of the tool alone, so that a score means the same in both.
    @ParameterizedTest
    @CsvSource({
        "katz, katz.questions",
        "epices, epices.questions",
        "phq-2, phq2.questions",
        "mini-gds, minigds.questions"
    })
    void a_tool_is_the_same_alone_and_inside_the_evaluation(String tool, String group) {
        assertThat(questions(ToolVectorsTest.tool(tool), group))
                .isEqualTo(questions(ENGINE.definition(MULTI), group));
    }

    private static List<String> questions(Definition definition, String group) {
        var found = new ArrayList<String>();
        for (var question :
                Definition.questionsOf(Objects.requireNonNull(definition.items.get(group)))) {
            found.add(question.linkId + " " + question.text);
            question.options
                    .values()
                    .forEach(option ->
                            found.add(
                                    option.code()
                                            + " "
                                            + option.display()
                                            + " "
                                            + option.answer()
                                                    .getExtensionByUrl(SdcUrls.ORDINAL)
                                                    .getValue()
                                                    .primitiveValue()));
        }
        return found;
    }

    @Test
    void children_addiction_and_disability_have_something_free() {
        for (var domain : List.of(ToolDomain.ENFANT, ToolDomain.ADDICTION, ToolDomain.HANDICAP))
            assertThat(definitions())
                    .as(domain.label())
                    .anyMatch(definition ->
                            definition.card.domains().contains(domain)
                                    && definition.card.licence() == ToolCard.Licence.LIBRE);
    }
}
