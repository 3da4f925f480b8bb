package fr.maillage.assessment.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The answers of an evaluation as one reads them, line by line, for the printed page and the
/// comparison.
final class AnswerWords {

    private AnswerWords() {}

    /// A question and its answer in words; `answer` is empty when there is none.
    record Line(String linkId, String section, String question, String answer) {}

    /// Visible questions, in order; `everything` also those without an answer.
    static List<Line> of(FormView form, boolean everything) {
        var lines = new ArrayList<Line>();
        for (var section : form.sections()) {
            if (!section.visible()) continue;
            if (section.setAside() != null) {
                lines.add(
                        new Line(
                                section.linkId(),
                                section.title(),
                                "Partie non évaluée",
                                section.setAside()));
                continue;
            }
            for (var element : section.elements())
                add(section.title(), "", element, everything, lines);
        }
        return List.copyOf(lines);
    }

    private static void add(
            String section,
            String above,
            FormView.Element element,
            boolean everything,
            List<Line> lines) {
        if (!element.visible()) return;
        switch (element) {
            case FormView.Note _ -> {}
            case FormView.Field field -> {
                var answer = of(field);
                if (everything || !answer.isEmpty())
                    lines.add(new Line(field.linkId(), section, above + field.label(), answer));
            }
            case FormView.Group group -> {
                var title = above + group.title();
                if (group.setAside() != null) {
                    lines.add(
                            new Line(
                                    group.linkId(),
                                    section,
                                    title,
                                    "Non évalué" + Typography.NBSP + ": " + group.setAside()));
                } else if (group.layout().equals("table")) {
                    var answers =
                            group.elements().stream()
                                    .filter(FormView.Field.class::isInstance)
                                    .map(FormView.Field.class::cast)
                                    .filter(field -> field.visible() && !field.values().isEmpty())
                                    .map(field ->
                                            shortened(field.label())
                                                    + Typography.NBSP
                                                    + ": "
                                                    + inLine(field))
                                    .collect(Collectors.joining(" · "));
                    if (everything || !answers.isEmpty())
                        lines.add(new Line(group.linkId(), section, title, answers));
                } else {
                    for (var child : group.elements())
                        add(section, title + " – ", child, everything, lines);
                }
            }
        }
    }

    private static String inLine(FormView.Field field) {
        var answer = of(field);
        return field.kind() == FormView.Kind.YES_NO
                ? answer.toLowerCase(java.util.Locale.FRENCH)
                : answer;
    }

    private static String shortened(String label) {
        var parenthesis = label.indexOf(" (");
        return parenthesis > 0 ? label.substring(0, parenthesis) : label;
    }

    /// « Oui », « Déambulateur, canne », « 62,5 kg », « 2 juin 2026 »; what was typed when it could
    /// not be read.
    static String of(FormView.Field field) {
        if (field.absent() != null && field.absent().said() != null)
            return "Non évaluable" + Typography.NBSP + ": " + field.absent().said();
        if (field.values().isEmpty()) return "";
        if (field.error() != null) return String.join(", ", field.values());
        var words =
                switch (field.kind()) {
                    case YES_NO, CHECK_BOX -> field.value().equals("true") ? "Oui" : "Non";
                    case CHOICE, CHOICES, OPEN_CHOICE -> chosen(field);
                    case DATE -> date(field.value());
                    default -> field.value();
                };
        return field.unit() == null ? words : words + Typography.NBSP + field.unit();
    }

    private static String chosen(FormView.Field field) {
        return field.values().stream()
                .map(value ->
                        field.options().stream()
                                .filter(option -> option.value().equals(value))
                                .map(FormView.Option::label)
                                .findFirst()
                                .orElse(value))
                .collect(Collectors.joining(", "));
    }

    private static String date(String iso) {
        try {
            return FrenchDates.date(LocalDate.parse(iso));
        } catch (DateTimeException _) {
            return iso;
        }
    }

    /// The same by question, to set two evaluations side by side.
    static Map<String, Line> byQuestion(FormView form) {
        var lines = new LinkedHashMap<String, Line>();
        for (var line : of(form, false)) lines.put(line.linkId(), line);
        return lines;
    }
}
