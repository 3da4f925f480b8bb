package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/// From a definition and an evaluation to the form on screen. No questionnaire is known by name
/// here.
final class FormViews {

    /// Before every field name, so that answers are told apart from the other parameters of a form.
    static final String PREFIX = "r.";

    /// Before the linkId of the first question of a section that is none in the definition.
    private static final String ALONE = "sans-partie-";

    private final Definition definition;
    private final Evaluation evaluation;
    private final Map<String, Score> scores;

    private FormViews(Definition definition, Evaluation evaluation) {
        this.definition = definition;
        this.evaluation = evaluation;
        scores =
                evaluation.scores().stream()
                        .collect(Collectors.toMap(Score::linkId, Function.identity()));
    }

    static FormView of(Definition definition, Evaluation evaluation) {
        var views = new FormViews(definition, evaluation);
        return new FormView(
                definition.canonical(),
                definition.title,
                definition.description,
                definition.copyright,
                views.sections(),
                evaluation.scores(),
                evaluation.problems(),
                views.absent(Absence.WHOLE),
                evaluation.complete());
    }

    /// A section for each group at the top; questions that stand alone there make sections of their
    /// own, under the title of the questionnaire.
    private List<FormView.Group> sections() {
        var found = new ArrayList<FormView.Group>();
        var alone = new ArrayList<Item>();
        for (var item : definition.groups) {
            if (!item.isGroup()) {
                alone.add(item);
                continue;
            }
            if (!alone.isEmpty()) found.add(alone(List.copyOf(alone)));
            alone.clear();
            found.add(group(item));
        }
        if (!alone.isEmpty()) found.add(alone(List.copyOf(alone)));
        return List.copyOf(found);
    }

    private FormView.Group alone(List<Item> items) {
        return group(
                ALONE + items.getFirst().linkId,
                definition.title == null ? "" : definition.title,
                null,
                "default",
                items.stream().anyMatch(this::visible),
                items,
                null,
                null);
    }

    private FormView.Group group(Item item) {
        return group(
                item.linkId,
                item.text,
                item.help,
                item.control,
                visible(item),
                item.children,
                evaluation.setAside().get(item.linkId),
                item.children.stream()
                                .anyMatch(child ->
                                        child.linkId.equals(item.linkId + SdcUrls.SET_ASIDE))
                        ? null
                        : absent(item.linkId));
    }

    private FormView.Group group(
            String linkId,
            String title,
            @Nullable String help,
            String layout,
            boolean visible,
            List<Item> children,
            @Nullable String setAside,
            FormView.@Nullable Absent absent) {
        var questions =
                children.stream()
                        .flatMap(child -> Definition.questionsOf(child).stream())
                        .filter(this::visible)
                        .toList();
        var required =
                questions.stream()
                        .filter(question -> question.required && !setAside(question))
                        .toList();
        return new FormView.Group(
                linkId,
                title,
                help,
                layout,
                visible,
                children.stream().flatMap(this::elements).toList(),
                required.size(),
                (int) required.stream().filter(this::readable).count(),
                (int)
                        questions.stream()
                                .filter(question ->
                                        evaluation.errors().containsKey(question.linkId))
                                .count(),
                setAside,
                absent);
    }

    /// The element, and after a question those that stand in it.
    private Stream<FormView.Element> elements(Item item) {
        return item.isGroup() || item.children.isEmpty()
                ? Stream.of(element(item))
                : Stream.concat(
                        Stream.of(element(item)), item.children.stream().flatMap(this::elements));
    }

    private FormView.Element element(Item item) {
        if (item.isGroup()) return group(item);
        return item.type == QuestionnaireItemType.DISPLAY
                ? new FormView.Note(item.linkId, item.text, visible(item))
                : field(item);
    }

    /// Said of it, or of what it stands in.
    private boolean setAside(Item item) {
        for (var at = item; at != null; at = at.parent)
            if (evaluation.absent().containsKey(at.linkId)) return true;
        return evaluation.absent().containsKey(Absence.WHOLE);
    }

    private FormView.Absent absent(String linkId) {
        var why = evaluation.absent().get(linkId);
        var chosen = first(linkId + Absence.REASON);
        return new FormView.Absent(
                PREFIX + linkId + Absence.REASON,
                PREFIX + linkId + Absence.WORDS,
                Stream.of(Absence.Reason.values())
                        .map(reason ->
                                new FormView.Option(
                                        reason.code, reason.label, reason.code.equals(chosen)))
                        .toList(),
                first(linkId + Absence.WORDS),
                why == null ? null : why.said(),
                chosen.isEmpty() ? null : evaluation.errors().get(linkId));
    }

    private String first(String key) {
        var values = evaluation.answers().getOrDefault(key, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private FormView.Field field(Item item) {
        var values = values(item);
        return new FormView.Field(
                item.linkId,
                PREFIX + item.linkId,
                item.text,
                item.help,
                kind(item),
                item.options.values().stream()
                        .map(option ->
                                new FormView.Option(
                                        option.code(),
                                        option.display(),
                                        values.contains(option.code())))
                        .toList(),
                item.required,
                visible(item),
                values,
                evaluation.errors().get(item.linkId),
                item.unit,
                bound(item.min),
                bound(item.max),
                item.maxLength,
                scores.get(item.linkId),
                item.required && item.isQuestion() ? absent(item.linkId) : null,
                item.inside != null);
    }

    private List<String> values(Item item) {
        if (!item.readOnly) return evaluation.answers().getOrDefault(item.linkId, List.of());
        var computed = evaluation.computed().get(item.linkId);
        if (computed == null) return List.of();
        return List.of(
                computed.number() == null
                        ? computed.text()
                        : QuestionnaireText.number(computed.number()));
    }

    private static FormView.Kind kind(Item item) {
        if (item.readOnly) return FormView.Kind.COMPUTED;
        return switch (item.type) {
            case BOOLEAN ->
                    item.control.equals("check-box")
                            ? FormView.Kind.CHECK_BOX
                            : FormView.Kind.YES_NO;
            case INTEGER -> FormView.Kind.INTEGER;
            case DECIMAL -> FormView.Kind.DECIMAL;
            case DATE -> FormView.Kind.DATE;
            case CHOICE -> item.repeats ? FormView.Kind.CHOICES : FormView.Kind.CHOICE;
            case OPENCHOICE -> FormView.Kind.OPEN_CHOICE;
            case STRING -> FormView.Kind.LINE;
            default -> FormView.Kind.TEXT;
        };
    }

    private boolean visible(Item item) {
        return evaluation.visible().contains(item.linkId);
    }

    private boolean readable(Item item) {
        return evaluation.answers().containsKey(item.linkId)
                && !evaluation.errors().containsKey(item.linkId);
    }

    private static String bound(@Nullable BigDecimal bound) {
        return bound == null ? "" : bound.toPlainString();
    }
}
