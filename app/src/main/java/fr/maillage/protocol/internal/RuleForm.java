package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.select;

import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.ProtocolForms.Choices;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.WebText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the form of a rule over findings has besides its words and a source: its condition, checked
/// before it is kept, and what it proposes; to fields and back.
final class RuleForm {

    private RuleForm() {}

    /// What stands in a rule.
    static void typed(Rule rule, Map<String, List<String>> values) {
        values.put("condition", List.of(rule.condition()));
        for (int n = 0; n < rule.lines().size(); n++)
            values.put("line-" + n, List.of(rule.lines().get(n)));
    }

    /// Adds its fields.
    static void fields(List<Field> fields, Typed typed, Choices choices) {
        fields.add(field("condition", "Quand", SuggestionText.CONDITION_HINT, "AREA", typed, true));
        var lines = DecisionForm.proposable(choices.document());
        for (int n = 0; n < slots(typed); n++)
            fields.add(select("line-" + n, n == 0 ? "Propose" : "Et aussi", typed, lines, false));
    }

    /// Three to begin with, and always one more than those chosen.
    private static int slots(Typed typed) {
        var used = 0;
        for (int n = 0; n < Rule.LINES; n++) if (!typed.text("line-" + n).isEmpty()) used = n + 1;
        return Math.clamp(used + 1L, 3, Rule.LINES);
    }

    /// A rule as typed. A condition that cannot serve is refused with the reason.
    static Rule read(
            String key,
            String title,
            Source source,
            Typed typed,
            Choices choices,
            FormErrors errors) {
        var condition = typed.text("condition");
        if (condition.isEmpty()) errors.add("condition", SuggestionText.CONDITION_NEEDED);
        else if (condition.length() > Rule.LONGEST)
            errors.add("condition", WebText.tooLong(Rule.LONGEST));
        else choices.findings().fault(condition).ifPresent(fault -> errors.add("condition", fault));
        var lines = new ArrayList<String>();
        for (int n = 0; n < Rule.LINES; n++) {
            var line = typed.text("line-" + n);
            if (line.isEmpty() || lines.contains(line)) continue;
            if (Algorithms.proposable(choices.document()).noneMatch(l -> l.key().equals(line)))
                errors.add("line-" + n, WebText.CHOOSE);
            else lines.add(line);
        }
        if (lines.isEmpty() && errors.of("line-0") == null)
            errors.add("line-0", SuggestionText.LINE_NEEDED);
        return new Rule(key, title, condition, lines, source);
    }
}
