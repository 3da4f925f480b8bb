package fr.maillage.assessment.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/// One version of a questionnaire, compiled: the shape the engine and the form share. Immutable,
/// shared by all threads.
final class Definition {

    final String url;
    final String version;
    final String title;
    final String description;
    final String copyright;
    final String purpose;
    final ToolCard card;
    final List<Item> groups;
    final Map<String, Item> items;
    final Map<String, ExpressionNode> variables;

    /// Children before the groups that follow them: one pass in this order is usually enough.
    final List<Item> calculated;

    final List<Item> scored;
    final List<ProblemRule> rules;

    Definition(Questionnaire source, List<ProblemRule> rules, FhirPath path) {
        url = source.getUrl();
        version = source.getVersion();
        title = source.getTitle();
        description = source.getDescription();
        copyright = source.getCopyright();
        purpose = source.hasPurpose() ? source.getPurpose() : "";
        card = ToolCard.of(source);
        this.rules = rules;
        variables = Item.variables(source, path);
        groups = source.getItem().stream().map(item -> new Item(item, null, path)).toList();
        var byLinkId = new LinkedHashMap<String, Item>();
        groups.forEach(group -> index(group, byLinkId));
        items = Collections.unmodifiableMap(byLinkId);
        calculated = items.values().stream().filter(item -> item.calculation != null).toList();
        scored = items.values().stream().filter(item -> item.score != null).toList();
        refuseUnknownQuestions();
        refuseUnknownVariables();
        items.values().forEach(item -> refuseCycle(item, new HashSet<>()));
    }

    /// `url|version`, as FHIR writes it.
    String canonical() {
        return url + "|" + version;
    }

    /// The questions at or under an item, in the order of the definition.
    static List<Item> questionsOf(Item item) {
        var found = new ArrayList<Item>();
        collect(item, found);
        return found;
    }

    private static void collect(Item item, List<Item> found) {
        if (item.isQuestion()) found.add(item);
        item.children.forEach(child -> collect(child, found));
    }

    private void index(Item item, Map<String, Item> byLinkId) {
        if (byLinkId.put(item.linkId, item) != null)
            throw new DefinitionProblem(canonical() + ": linkId " + item.linkId + " twice");
        item.children.forEach(child -> index(child, byLinkId));
    }

    private void refuseUnknownQuestions() {
        for (var item : items.values()) {
            for (var condition : item.conditions) {
                var asked = items.get(condition.getQuestion());
                if (asked == null)
                    throw new DefinitionProblem(item.linkId + ": depends on an unknown question");
                var coding = condition.hasAnswerCoding() ? condition.getAnswerCoding() : null;
                if (coding != null && !asked.options.containsKey(coding.getCode()))
                    throw new DefinitionProblem(
                            item.linkId + ": depends on an option nobody can choose");
            }
            if (item.score != null)
                for (var over : item.score.over())
                    if (!items.containsKey(over))
                        throw new DefinitionProblem(item.linkId + ": scored over unknown " + over);
        }
    }

    /// Found here because `iif` never reaches the branches of answers nobody gave yet.
    private void refuseUnknownVariables() {
        variables.forEach((name, expression) -> refuseUnknown("%" + name, null, expression));
        for (var item : items.values()) {
            item.variables
                    .values()
                    .forEach(expression -> refuseUnknown(item.linkId, item, expression));
            refuseUnknown(item.linkId, item, item.calculation);
            if (item.score != null)
                refuseUnknown(item.linkId, item, item.score.notApplicableWhen());
        }
        for (var rule : rules) {
            refuseUnknown("rule " + rule.id(), null, rule.condition());
            refuseUnknown("rule " + rule.id(), null, rule.title());
            refuseUnknown("rule " + rule.id(), null, rule.reason());
        }
    }

    private void refuseUnknown(
            String where, @Nullable Item at, @Nullable ExpressionNode expression) {
        if (expression == null) return;
        for (var name : FhirPath.variablesOf(expression))
            if (find(at, name) == null)
                throw new DefinitionProblem(canonical() + ": " + where + " needs unknown %" + name);
    }

    /// A variable as seen from an item (null: from the questionnaire), the nearest declaration
    /// first.
    @Nullable Declared find(@Nullable Item from, String name) {
        for (var at = from; at != null; at = at.parent) {
            var expression = at.variables.get(name);
            if (expression != null) return new Declared(at, name, expression);
        }
        var expression = variables.get(name);
        return expression == null ? null : new Declared(null, name, expression);
    }

    /// Where a variable is declared (null: on the questionnaire itself) and what it is.
    record Declared(@Nullable Item item, String name, ExpressionNode expression) {}

    /// A question shown because of its own answer could never be shown first.
    private void refuseCycle(Item item, Set<Item> path) {
        if (!path.add(item))
            throw new DefinitionProblem(canonical() + ": enableWhen cycle through " + item.linkId);
        if (item.parent != null) refuseCycle(item.parent, path);
        for (var condition : item.conditions) {
            var asked = items.get(condition.getQuestion());
            if (asked != null) refuseCycle(asked, path);
        }
        path.remove(item);
    }
}
