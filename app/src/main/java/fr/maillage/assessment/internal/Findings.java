package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// What a calculation says of a person: scores with their classes, problems to consider, how far
/// each part is. A missing answer gives no score, never a zero.
final class Findings {

    private final Definition definition;
    private final Calculation calculation;
    private final boolean cut;
    private final List<Score> scores;
    private final List<ProblemProposal> problems;

    /// @param cut whether the computation was given up: no score, and nothing is suggested
    Findings(Definition definition, Calculation calculation, boolean cut) {
        this.definition = definition;
        this.calculation = calculation;
        this.cut = cut;
        scores = definition.scored.stream().map(this::score).toList();
        problems = cut ? List.of() : suggested();
    }

    /// In the order of the definition.
    List<Score> scores() {
        return scores;
    }

    /// Problems the answers suggest, in the order of the rules.
    List<ProblemProposal> problems() {
        return problems;
    }

    private Score score(Item item) {
        var rule = Objects.requireNonNull(item.score);
        if (!calculation.visible().contains(item))
            return without(item, rule, Score.State.NOT_DONE, setAside(item.parent), List.of());
        if (cut)
            return without(item, rule, Score.State.INCOMPLETE, QuestionnaireText.CUT, List.of());
        if (rule.notApplicableWhen() != null
                && calculation.isTrue(item.linkId, item, rule.notApplicableWhen()))
            return without(
                    item, rule, Score.State.NOT_APPLICABLE, rule.notApplicableReason(), List.of());
        var value =
                calculation.answersOf(item).stream().findFirst().map(Findings::number).orElse(null);
        if (value == null && item.isQuestion() && !item.required)
            return without(item, rule, Score.State.NOT_DONE, notAssessed(item), List.of());
        if (value == null) {
            var over =
                    rule.over().isEmpty()
                            ? List.of(item.parent == null ? item : item.parent)
                            : rule.over().stream().map(definition.items::get).toList();
            var why = over.stream().map(this::notAssessed).filter(Objects::nonNull).findFirst();
            if (why.isPresent())
                return without(item, rule, Score.State.NOT_DONE, why.get(), List.of());
            var missing = over.stream().flatMap(part -> missing(part).stream()).toList();
            return without(item, rule, Score.State.INCOMPLETE, null, missing);
        }
        var band = rule.bandOf(value);
        var chosen = chosen(rule);
        var reached = chosen != null && value.compareTo(chosen.value()) >= 0;
        return new Score(
                rule.code(),
                item.linkId,
                rule.label(),
                Score.State.DONE,
                value,
                QuestionnaireText.number(value),
                band.map(ScoreRule.Band::label)
                        .map(label -> reached ? QuestionnaireText.reached(label) : label)
                        .orElse(null),
                band.map(ScoreRule.Band::severity)
                        .map(severity -> reached ? atLeastModerate(severity) : severity)
                        .orElse(null),
                band.map(ScoreRule.Band::meaning).orElse(null),
                chosen == null
                        ? rule.cutOff()
                        : QuestionnaireText.chosenCutOff(chosen.words(), rule.cutOff()),
                rule.source(),
                rule.note(),
                null,
                List.of());
    }

    /// The cut-off this very response is read with.
    private record CutOff(BigDecimal value, String words) {}

    private @Nullable CutOff chosen(ScoreRule rule) {
        var from = rule.cutOffFrom() == null ? null : definition.items.get(rule.cutOffFrom());
        if (from == null || !calculation.visible().contains(from)) return null;
        return calculation.answersOf(from).stream()
                .findFirst()
                .map(answer -> from.options.get(Item.codeOf(answer)))
                .flatMap(
                        option -> option.points().map(value -> new CutOff(value, option.display())))
                .orElse(null);
    }

    private static String atLeastModerate(String severity) {
        return severity.equals("severe") ? severity : "moderate";
    }

    private static Score without(
            Item item,
            ScoreRule rule,
            Score.State state,
            @Nullable String reason,
            List<String> missing) {
        var text =
                switch (state) {
                    case INCOMPLETE -> QuestionnaireText.INCOMPLETE;
                    case NOT_APPLICABLE -> QuestionnaireText.NOT_APPLICABLE;
                    case NOT_DONE -> QuestionnaireText.NOT_DONE;
                    case DONE -> throw new IllegalArgumentException("a done score has a value");
                };
        return new Score(
                rule.code(),
                item.linkId,
                rule.label(),
                state,
                null,
                text,
                null,
                null,
                null,
                rule.cutOff(),
                rule.source(),
                rule.note(),
                reason,
                missing);
    }

    private List<ProblemProposal> suggested() {
        var found = new ArrayList<ProblemProposal>();
        for (var rule : definition.rules) {
            var where = "rule " + rule.id();
            if (!calculation.isTrue(where, null, rule.condition())) continue;
            var title =
                    rule.title() == null
                            ? ""
                            : text(calculation.evaluate(where, null, rule.title()));
            found.add(
                    new ProblemProposal(
                            rule.id(),
                            rule.code(),
                            title.isEmpty() ? rule.label() : title,
                            rule.domain(),
                            text(calculation.evaluate(where, null, rule.reason())),
                            rule.source(),
                            rule.urgent()));
        }
        return List.copyOf(found);
    }

    private static String text(List<Base> found) {
        if (found.isEmpty()) return "";
        var text = found.getFirst().primitiveValue();
        return text == null ? "" : text;
    }

    /// How far each part at the top is.
    List<Evaluation.Progress> progress(Set<String> errors) {
        return definition.groups.stream()
                .filter(calculation.visible()::contains)
                .map(group -> progress(group, errors))
                .toList();
    }

    private Evaluation.Progress progress(Item group, Set<String> errors) {
        var questions =
                Definition.questionsOf(group).stream()
                        .filter(calculation.visible()::contains)
                        .filter(question -> calculation.absence(question) == null)
                        .toList();
        var missing = missing(group);
        return new Evaluation.Progress(
                group.linkId,
                group.text,
                (int) questions.stream().filter(question -> question.required).count(),
                (int)
                        questions.stream()
                                .filter(question ->
                                        question.required
                                                && !calculation.answersOf(question).isEmpty())
                                .count(),
                missing,
                (int)
                        questions.stream()
                                .filter(question -> errors.contains(question.linkId))
                                .count(),
                ownSetAside(group));
    }

    private List<String> missing(Item part) {
        return Definition.questionsOf(part).stream()
                .filter(question ->
                        question.required
                                && calculation.visible().contains(question)
                                && calculation.absence(question) == null
                                && calculation.answersOf(question).isEmpty())
                .map(question -> question.linkId)
                .toList();
    }

    /// Why the nearest group around an item was set aside; null when none was.
    private @Nullable String setAside(@Nullable Item group) {
        for (var at = group; at != null; at = at.parent) {
            var reason = ownSetAside(at);
            if (reason != null) return reason;
        }
        return null;
    }

    /// Why each group that was set aside was, by linkId.
    Map<String, String> setAside() {
        var reasons = new LinkedHashMap<String, String>();
        for (var item : definition.items.values()) {
            var reason = item.isGroup() ? ownSetAside(item) : null;
            if (reason != null) reasons.put(item.linkId, reason);
        }
        return Collections.unmodifiableMap(reasons);
    }

    private @Nullable String ownSetAside(Item group) {
        var why = calculation.absence(group);
        if (why != null) return why.said();
        var aside =
                group.children.stream()
                        .filter(child -> child.linkId.equals(group.linkId + SdcUrls.SET_ASIDE))
                        .filter(calculation.visible()::contains)
                        .anyMatch(child ->
                                calculation.answersOf(child).stream()
                                        .anyMatch(answer ->
                                                answer instanceof BooleanType yes
                                                        && yes.booleanValue()));
        if (!aside) return null;
        return group.children.stream()
                .filter(child -> child.linkId.equals(group.linkId + SdcUrls.SET_ASIDE_REASON))
                .flatMap(child -> calculation.answersOf(child).stream())
                .map(answer ->
                        answer instanceof Coding coding
                                ? coding.getDisplay()
                                : answer.primitiveValue())
                .findFirst()
                .orElse(QuestionnaireText.REASON_MISSING);
    }

    /// Why a part of what a score needs has no answer, naming the first such question; null when
    /// none was set aside.
    private @Nullable String notAssessed(Item part) {
        return Definition.questionsOf(part).stream()
                .filter(calculation.visible()::contains)
                .filter(question -> calculation.absence(question) != null)
                .findFirst()
                .map(question ->
                        QuestionnaireText.notAssessed(
                                calculation.isAbsent(question.linkId) ? question.text : "",
                                Objects.requireNonNull(calculation.absence(question))))
                .orElse(null);
    }

    /// Exact; null for what is no number.
    static @Nullable BigDecimal number(Type value) {
        return switch (value) {
            case IntegerType number -> BigDecimal.valueOf(number.getValue());
            case DecimalType number -> number.getValue();
            default -> null;
        };
    }
}
