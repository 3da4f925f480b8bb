package fr.maillage.assessment.internal;

import fr.maillage.kernel.PersonName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// What stands at the top: sections, or questions of their own.
    final List<Item> groups;

    final Map<String, Item> items;
    final Map<String, ExpressionNode> variables;

    /// Children before the groups that follow them: one pass in this order is usually enough.
    final List<Item> calculated;

    final List<Item> scored;
    final List<ProblemRule> rules;

    /// Throws `DefinitionProblem` with everything that is wrong.
    Definition(Questionnaire source, List<ProblemRule> rules, FhirPath path) {
        var checks = new SourceChecks(source, path);
        var name = source.getUrl() + "|" + source.getVersion();
        if (!checks.faults().isEmpty()) throw new DefinitionProblem(name, checks.faults());
        url = source.getUrl();
        version = source.getVersion();
        title = source.hasTitle() ? source.getTitle() : "";
        description = source.hasDescription() ? source.getDescription() : "";
        copyright = source.getCopyright();
        purpose = source.hasPurpose() ? source.getPurpose() : "";
        card = ToolCard.of(source);
        this.rules = rules;
        variables = Item.variables(source.getExtensionsByUrl(SdcUrls.VARIABLE), checks.parsed);
        groups =
                source.getItem().stream().map(item -> new Item(item, null, checks.parsed)).toList();
        var byLinkId = new LinkedHashMap<String, Item>();
        groups.forEach(group -> index(group, byLinkId));
        items = Collections.unmodifiableMap(byLinkId);
        calculated = items.values().stream().filter(item -> item.calculation != null).toList();
        scored = items.values().stream().filter(item -> item.score != null).toList();
        var faults = DefinitionChecks.of(this);
        if (!faults.isEmpty()) throw new DefinitionProblem(name, faults);
    }

    /// What the list of problems knows a proposal by: one rule, one problem; where several rules
    /// give the same one (three fields for three diseases), its words tell them apart.
    String keyOf(ProblemProposal problem) {
        return rules.stream().filter(rule -> rule.code().equals(problem.code())).count() > 1
                ? problem.code()
                        + "#"
                        + Integer.toHexString(PersonName.searchKey(problem.label()).hashCode())
                : problem.code();
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

    private static void index(Item item, Map<String, Item> byLinkId) {
        byLinkId.put(item.linkId, item);
        item.children.forEach(child -> index(child, byLinkId));
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
}
