package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Type;

/// `enableWhen`, as FHIR R4 defines it: a hidden question has no answer, and hides what depends on
/// it. A question inside another is asked once that one is answered: its answer stands under the
/// other's.
///
/// The definition has been checked for cycles. Source: FHIR R4, Questionnaire, `enableWhen` and
/// `enableBehavior`.
final class Visibility {

    private final Definition definition;
    private final Function<Item, List<Type>> answers;
    private final Map<Item, Boolean> known = new HashMap<>();

    private Visibility(Definition definition, Function<Item, List<Type>> answers) {
        this.definition = definition;
        this.answers = answers;
    }

    /// The visible items, in the order of the definition.
    static Set<Item> of(Definition definition, Function<Item, List<Type>> answers) {
        var visibility = new Visibility(definition, answers);
        var visible = new LinkedHashSet<Item>();
        for (var item : definition.items.values()) if (visibility.visible(item)) visible.add(item);
        return visible;
    }

    private boolean visible(Item item) {
        var found = known.get(item);
        if (found == null) {
            found =
                    (item.parent == null || visible(item.parent))
                            && (item.inside == null || !answers.apply(item.inside).isEmpty())
                            && enabled(item);
            known.put(item, found);
        }
        return found;
    }

    private boolean enabled(Item item) {
        if (item.conditions.isEmpty()) return true;
        return item.anyCondition
                ? item.conditions.stream().anyMatch(this::holds)
                : item.conditions.stream().allMatch(this::holds);
    }

    private boolean holds(QuestionnaireItemEnableWhenComponent condition) {
        var asked = definition.items.get(condition.getQuestion());
        var given = asked != null && visible(asked) ? answers.apply(asked) : List.<Type>of();
        var wanted = condition.getAnswer();
        return switch (condition.getOperator()) {
            case EXISTS -> given.isEmpty() != condition.getAnswerBooleanType().booleanValue();
            case EQUAL -> given.stream().anyMatch(answer -> same(answer, wanted));
            case NOT_EQUAL -> given.stream().noneMatch(answer -> same(answer, wanted));
            case GREATER_THAN -> ordered(given, wanted, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(given, wanted, order -> order >= 0);
            case LESS_THAN -> ordered(given, wanted, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(given, wanted, order -> order <= 0);
            case NULL -> throw new IllegalStateException("enableWhen without operator");
        };
    }

    /// Codes have no order.
    private static boolean ordered(List<Type> given, Type wanted, IntPredicate holds) {
        return given.stream()
                .anyMatch(answer ->
                        answer.isPrimitive()
                                && wanted.isPrimitive()
                                && holds.test(compare(answer, wanted)));
    }

    private static boolean same(Type answer, Type wanted) {
        if (answer instanceof Coding one && wanted instanceof Coding other)
            return Item.codeOf(one).equals(Item.codeOf(other))
                    && (!other.hasSystem() || other.getSystem().equals(one.getSystem()));
        if (isNumber(answer) && isNumber(wanted)) return compare(answer, wanted) == 0;
        return answer.isPrimitive()
                && wanted.isPrimitive()
                && answer.primitiveValue().equals(wanted.primitiveValue());
    }

    private static int compare(Type answer, Type wanted) {
        if (isNumber(answer) && isNumber(wanted))
            return new BigDecimal(answer.primitiveValue())
                    .compareTo(new BigDecimal(wanted.primitiveValue()));
        return answer.primitiveValue().compareTo(wanted.primitiveValue()); // ISO dates and texts
    }

    private static boolean isNumber(Type value) {
        return switch (value.fhirType()) {
            case "integer", "decimal" -> true;
            default -> false;
        };
    }
}
