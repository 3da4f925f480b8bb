package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;
import static fr.maillage.web.FormFields.with;

import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.Document.Watch;
import fr.maillage.protocol.internal.ProtocolForms.Choices;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the form of a monitoring constraint has besides a title and a source: to fields and back.
final class WatchForm {

    private WatchForm() {}

    /// What stands in a constraint.
    static void typed(Watch w, Map<String, List<String>> values) {
        values.put("trigger", List.of(w.trigger()));
        values.put("severity", List.of(w.severity().name()));
        values.put("alert_days", List.of(w.days() == null ? "" : w.days().toString()));
        values.put("alert_act", w.acts().stream().limit(1).toList());
    }

    /// Adds its fields.
    static void fields(List<Field> fields, Typed typed, Choices choices) {
        fields.add(
                field(
                        "trigger",
                        "Au bout de combien de temps",
                        "En mots\u00A0: «\u00A0plus de 4 mois\u00A0», «\u00A048 h\u00A0».",
                        "TEXT",
                        typed,
                        false));
        fields.add(
                select(
                        "severity",
                        "Quand agir",
                        typed,
                        ProtocolForms.group(
                                Arrays.stream(Severity.values())
                                        .map(s -> new Option(s.name(), s.label(), false))),
                        false));
        fields.add(
                select(
                        "alert_act",
                        "Alerte quand se tait",
                        typed,
                        ProtocolForms.group(
                                Stream.concat(
                                        Stream.of(new Option("", ProtocolText.NO_ALERT, false)),
                                        choices.document().acts().stream()
                                                .map(a -> new Option(a.key(), a.title(), false)))),
                        false));
        fields.add(
                field(
                        "alert_days",
                        "Au bout de (jours)",
                        ProtocolText.ALERT_DAYS_HINT,
                        "NUMBER",
                        typed,
                        false));
    }

    /// A constraint with what a machine follows of it. Several acts that were watched together stay
    /// so while one of them is chosen.
    static Watch read(
            String key,
            String title,
            Source source,
            Typed typed,
            Choices choices,
            FormErrors errors) {
        var act = typed.text("alert_act");
        var days = typed.text("alert_days");
        if (act.isEmpty() != days.isEmpty()) errors.add("alert_days", ProtocolText.ALERT_BOTH);
        if (!days.isEmpty() && !days.matches("[1-9]\\d{0,2}"))
            errors.add("alert_days", ProtocolText.ALERT_DAYS);
        if (!act.isEmpty() && choices.document().line(Kind.ACT, act).isEmpty())
            errors.add("alert_act", WebText.CHOOSE);
        var together =
                choices.document()
                        .line(Kind.WATCH, key)
                        .map(l -> ((Watch) l).acts())
                        .filter(acts -> acts.contains(act))
                        .orElseGet(() -> act.isEmpty() ? List.of() : List.of(act));
        return new Watch(
                key,
                title,
                typed.text("trigger"),
                severity(typed, errors),
                days.matches("[1-9]\\d{0,2}") ? Integer.valueOf(days) : null,
                together,
                source);
    }

    private static Severity severity(Typed typed, FormErrors errors) {
        for (var s : Severity.values()) if (s.name().equals(typed.text("severity"))) return s;
        errors.add("severity", WebText.CHOOSE);
        return Severity.ORANGE;
    }
}
