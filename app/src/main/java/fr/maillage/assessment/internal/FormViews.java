package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/// From a definition and an evaluation to the form on screen. No questionnaire is known by name
/// here.
final class FormViews {

    /// Before every field name, so that answers are told apart from the other parameters of a form.
    static final String PREFIX = "r.";

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
                definition.groups.stream().map(views::group).toList(),
                evaluation.scores(),
                evaluation.problems(),
                evaluation.complete());
    }

    private FormView.Group group(Item item) {
        var elements = new ArrayList<FormView.Element>();
        for (var child : item.children) {
            elements.add(
                    child.isGroup()
                            ? group(child)
                            : child.type == QuestionnaireItemType.DISPLAY
                                    ? new FormView.Note(child.linkId, child.text, visible(child))
                                    : field(child));
        }
        var questions = Definition.questionsOf(item).stream().filter(this::visible).toList();
        var required = questions.stream().filter(question -> question.required).toList();
        return new FormView.Group(
                item.linkId,
                item.text,
                item.help,
                item.control,
                visible(item),
                List.copyOf(elements),
                required.size(),
                (int) required.stream().filter(this::readable).count(),
                (int)
                        questions.stream()
                                .filter(question ->
                                        evaluation.errors().containsKey(question.linkId))
                                .count(),
                evaluation.setAside().get(item.linkId));
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
                                        option.getCode(),
                                        option.getDisplay(),
                                        values.contains(option.getCode())))
                        .toList(),
                item.required,
                visible(item),
                values,
                evaluation.errors().get(item.linkId),
                item.unit,
                bound(item.min),
                bound(item.max),
                item.maxLength,
                scores.get(item.linkId));
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
