package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.Fault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/// What the items of a definition say of each other: conditions on questions that exist and can be
/// answered so, variables that are declared, nothing that needs itself.
///
/// Looked at here and not by running it: `iif` never reaches the branches of answers nobody gave
/// yet.
final class DefinitionChecks {

    private final Definition definition;
    private final List<Fault> faults = new ArrayList<>();

    private DefinitionChecks(Definition definition) {
        this.definition = definition;
    }

    /// What is wrong; nothing for a definition that may be used.
    static List<Fault> of(Definition definition) {
        var checks = new DefinitionChecks(definition);
        definition.items.values().forEach(checks::conditions);
        checks.variables();
        definition.items.values().forEach(item -> checks.conditionCycle(item, new HashSet<>()));
        if (checks.faults.isEmpty()) checks.expressionCycles();
        return List.copyOf(checks.faults);
    }

    private void conditions(Item item) {
        for (var condition : item.conditions) {
            var asked = definition.items.get(condition.getQuestion());
            if (asked == null) {
                faults.add(new Fault(Kind.UNKNOWN_QUESTION, item.linkId, condition.getQuestion()));
                continue;
            }
            if (condition.getAnswer() instanceof Coding coding
                    && !asked.options.containsKey(Item.codeOf(coding)))
                faults.add(new Fault(Kind.UNKNOWN_OPTION, item.linkId, Item.codeOf(coding)));
        }
        if (item.score != null
                && item.score.cutOffFrom() != null
                && !definition.items.containsKey(item.score.cutOffFrom()))
            faults.add(new Fault(Kind.SCORE_OVER, item.linkId, item.score.cutOffFrom()));
        if (item.score != null)
            for (var over : item.score.over())
                if (!definition.items.containsKey(over))
                    faults.add(new Fault(Kind.SCORE_OVER, item.linkId, over));
    }

    private void variables() {
        definition.variables.values().forEach(expression -> known("", null, expression, Set.of()));
        for (var item : definition.items.values()) {
            item.variables
                    .values()
                    .forEach(expression -> known(item.linkId, item, expression, Set.of()));
            known(item.linkId, item, item.calculation, Set.of());
            known(item.linkId, item, item.initialExpression, Population.NAMES);
            if (item.score != null)
                known(item.linkId, item, item.score.notApplicableWhen(), Set.of());
        }
        for (var rule : definition.rules) {
            known("rule " + rule.id(), null, rule.condition(), Set.of());
            known("rule " + rule.id(), null, rule.title(), Set.of());
            known("rule " + rule.id(), null, rule.reason(), Set.of());
        }
    }

    private void known(
            String where,
            @Nullable Item at,
            @Nullable ExpressionNode expression,
            Set<String> besides) {
        if (expression == null) return;
        for (var name : FhirPath.variablesOf(expression))
            if (!besides.contains(name) && definition.find(at, name) == null)
                faults.add(new Fault(Kind.UNKNOWN_VARIABLE, where, "%" + name));
    }

    /// A question shown because of its own answer could never be shown first.
    private boolean conditionCycle(Item item, Set<Item> path) {
        if (!path.add(item)) {
            faults.add(new Fault(Kind.CONDITION_CYCLE, item.linkId, item.linkId));
            return true;
        }
        if (item.parent != null && conditionCycle(item.parent, path)) return true;
        for (var condition : item.conditions) {
            var asked = definition.items.get(condition.getQuestion());
            if (asked != null && conditionCycle(asked, path)) return true;
        }
        path.remove(item);
        return false;
    }

    // ── variables and computed values that need each other ──

    private final Map<Object, Boolean> done = new HashMap<>();

    private void expressionCycles() {
        for (var name : definition.variables.keySet()) visit(declared(null, name));
        for (var item : definition.items.values()) {
            for (var name : item.variables.keySet()) visit(declared(item, name));
            if (item.calculation != null) visit(item);
        }
    }

    private @Nullable Object declared(@Nullable Item from, String name) {
        return definition.find(from, name);
    }

    private void visit(@Nullable Object node) {
        if (node != null && faults.isEmpty()) visit(node, new LinkedHashSet<>());
    }

    /// @param node a computed item, or a declared variable
    private void visit(Object node, LinkedHashSet<Object> path) {
        if (done.containsKey(node) || !faults.isEmpty()) return;
        if (!path.add(node)) {
            var round =
                    new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(node), path.size());
            faults.add(
                    new Fault(
                            Kind.EXPRESSION_CYCLE,
                            node instanceof Item item ? item.linkId : "",
                            String.join(
                                    " → ", round.stream().map(DefinitionChecks::name).toList())));
            return;
        }
        needs(node).forEach(need -> visit(need, path));
        path.remove(node);
        done.put(node, true);
    }

    private Set<Object> needs(Object node) {
        var expression =
                node instanceof Item item
                        ? item.calculation
                        : ((Definition.Declared) node).expression();
        var from = node instanceof Item item ? item : ((Definition.Declared) node).item();
        var found = new LinkedHashSet<Object>();
        if (expression == null) return found;
        for (var name : FhirPath.variablesOf(expression)) {
            var declared = definition.find(from, name);
            if (declared != null) found.add(declared);
        }
        // an expression reaches another item by its linkId
        for (var text : FhirPath.textsOf(expression)) {
            var item = definition.items.get(text);
            if (item != null && item.calculation != null) found.add(item);
        }
        return found;
    }

    private static String name(Object node) {
        return node instanceof Item item ? item.linkId : "%" + ((Definition.Declared) node).name();
    }
}
