package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/// Runs the expressions of a definition over answers nobody gave, to find those that fail, chase
/// each other or never end before a person is assessed with them.
final class Trials {

    private final Definition definition;
    private final FhirPath path;
    private final Duration limit;

    Trials(Definition definition, FhirPath path, Duration limit) {
        this.definition = definition;
        this.path = path;
        this.limit = limit;
    }

    /// Throws `DefinitionProblem`, `ExpressionFailed` or `TooLong`.
    void run() {
        everyExpression(calculation(Map.of()).run());
        everyExpression(calculation(answers(false)).run());
        everyExpression(calculation(answers(true)).run());
    }

    private Calculation calculation(Map<Item, List<Type>> answers) {
        return new Calculation(definition, path, answers, Map.of(), limit);
    }

    private void everyExpression(Calculation calculation) {
        definition.variables.forEach(
                (name, expression) -> calculation.evaluate("%" + name, null, expression));
        for (var item : definition.items.values()) {
            item.variables
                    .values()
                    .forEach(expression -> calculation.evaluate(item.linkId, item, expression));
            if (item.calculation != null) calculation.evaluate(item.linkId, item, item.calculation);
            if (item.score != null && item.score.notApplicableWhen() != null)
                calculation.evaluate(item.linkId, item, item.score.notApplicableWhen());
        }
        for (var rule : definition.rules) {
            calculation.evaluate("rule " + rule.id(), null, rule.condition());
            if (rule.title() != null) calculation.evaluate("rule " + rule.id(), null, rule.title());
            calculation.evaluate("rule " + rule.id(), null, rule.reason());
        }
    }

    /// The first or the last answer of every question, at its lowest or highest.
    private Map<Item, List<Type>> answers(boolean last) {
        var found = new HashMap<Item, List<Type>>();
        for (var item : definition.items.values())
            if (item.isQuestion()) found.put(item, List.of(answer(item, last)));
        return found;
    }

    private static Type answer(Item item, boolean last) {
        if (!item.options.isEmpty()) {
            var options = new ArrayList<>(item.options.values());
            return (last ? options.getLast() : options.getFirst()).answer().copy();
        }
        var bound = last ? item.max : item.min;
        var number = bound == null ? BigDecimal.ONE : bound;
        return switch (item.type) {
            case BOOLEAN -> new BooleanType(last);
            case INTEGER -> new IntegerType(number.intValue());
            case DECIMAL -> new DecimalType(number);
            case DATE -> new DateType("2026-06-02");
            default -> new StringType("texte");
        };
    }
}
