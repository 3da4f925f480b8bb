package fr.maillage.assessment.internal;

import fr.maillage.kernel.Typography;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// When a question is to be answered, told to somebody who has no screen: in words on paper, as
/// data for a telephone without a network. [Visibility] is the rule itself.
final class Conditions {

    private final Definition definition;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Conditions(Definition definition) {
        this.definition = definition;
        definition.groups.stream()
                .flatMap(group -> Definition.questionsOf(group).stream())
                .forEach(question -> numbers.put(question.linkId, numbers.size() + 1));
    }

    /// The rank of each question, from 1, by linkId.
    Map<String, Integer> numbers() {
        return numbers;
    }

    /// « Seulement si la question 12 est cochée « Oui » », by linkId; for conditional items alone.
    Map<String, String> words() {
        var found = new LinkedHashMap<String, String>();
        for (var item : definition.items.values()) {
            var own =
                    item.conditions.stream()
                            .map(this::words)
                            .collect(Collectors.joining(item.anyCondition ? ", ou " : ", et "));
            var inside =
                    item.inside == null
                            ? ""
                            : question(item.inside.linkId, item.inside) + " a une réponse";
            if (!own.isEmpty() || !inside.isEmpty())
                found.put(
                        item.linkId,
                        "Seulement si "
                                + inside
                                + (own.isEmpty() || inside.isEmpty() ? "" : ", et ")
                                + own
                                + ".");
        }
        return found;
    }

    private String words(QuestionnaireItemEnableWhenComponent condition) {
        var item = definition.items.get(condition.getQuestion());
        var question = question(condition.getQuestion(), item);
        var answer = condition.getAnswer();
        var said = item == null ? "" : answer(item, answer);
        return switch (condition.getOperator()) {
            case EXISTS ->
                    question
                            + (((BooleanType) answer).booleanValue()
                                    ? " a une réponse"
                                    : " n’a pas de réponse");
            case EQUAL -> "la réponse à " + question + " est " + said;
            case NOT_EQUAL -> "la réponse à " + question + " n’est pas " + said;
            case GREATER_THAN -> question + " dépasse " + said;
            case GREATER_OR_EQUAL -> question + " atteint " + said;
            case LESS_THAN -> question + " est en dessous de " + said;
            case LESS_OR_EQUAL -> question + " ne dépasse pas " + said;
            case NULL -> throw new IllegalStateException("enableWhen without operator");
        };
    }

    private String question(String linkId, @Nullable Item item) {
        var number = numbers.get(linkId);
        if (number != null) return "la question " + number;
        return quoted(item == null ? linkId : item.text);
    }

    private static String answer(Item asked, Type answer) {
        return switch (answer) {
            case BooleanType yes -> quoted(yes.booleanValue() ? "Oui" : "Non");
            case Coding coding -> {
                var option = asked.options.get(coding.getCode());
                yield quoted(option == null ? coding.getCode() : option.display());
            }
            default ->
                    asked.unit == null
                            ? answer.primitiveValue()
                            : answer.primitiveValue() + Typography.NBSP + asked.unit;
        };
    }

    private static String quoted(String words) {
        return "«" + Typography.NBSP + words + Typography.NBSP + "»";
    }

    /// One condition as a telephone reads it.
    ///
    /// @param question linkId of what it depends on
    /// @param operator as FHIR writes it: `=`, `!=`, `>`, `>=`, `<`, `<=`, `exists`
    /// @param answer the code, number, date, `true` or `false`
    record When(String question, String operator, String answer) {}

    /// @param any whether one condition is enough
    record Rule(boolean any, List<When> when) {}

    /// The conditions of every conditional item, by linkId. That a question inside another waits
    /// for its answer is one more where all must hold; where one is enough, the telephone shows it
    /// sooner and the server decides.
    Map<String, Rule> rules() {
        var found = new LinkedHashMap<String, Rule>();
        for (var item : definition.items.values()) {
            if (item.conditions.isEmpty() && item.inside == null) continue;
            var when = new ArrayList<When>();
            if (item.inside != null && (!item.anyCondition || item.conditions.isEmpty()))
                when.add(new When(item.inside.linkId, "exists", "true"));
            for (var condition : item.conditions)
                when.add(
                        new When(
                                condition.getQuestion(),
                                condition.getOperator().toCode(),
                                condition.getAnswer() instanceof Coding coding
                                        ? coding.getCode()
                                        : condition.getAnswer().primitiveValue()));
            found.put(
                    item.linkId, new Rule(item.anyCondition && when.size() > 1, List.copyOf(when)));
        }
        return found;
    }
}
