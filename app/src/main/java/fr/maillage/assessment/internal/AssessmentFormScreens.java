package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.AssessmentFormPage.Choice;
import fr.maillage.assessment.internal.AssessmentFormPage.ScorePanel;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The form of an evaluation while it is written, and what changes on it as one types.
@Component
@Transactional(readOnly = true)
class AssessmentFormScreens {

    private final Clock clock;
    private final Questionnaires questionnaires;
    private final AssessmentRepository repository;
    private final ScoreRows scoreRows;

    AssessmentFormScreens(
            Clock clock,
            Questionnaires questionnaires,
            AssessmentRepository repository,
            ScoreRows scoreRows) {
        this.clock = clock;
        this.questionnaires = questionnaires;
        this.repository = repository;
        this.scoreRows = scoreRows;
    }

    /// The status of an evaluation decides its page. Throws `NotFound`.
    Held held(PatientId patient, UUID id) {
        var held = repository.get(patient, id);
        if (held.status().equals("ANNULEE")) throw new NotFound("evaluation", id);
        return held;
    }

    /// The form of a draft, as it was left.
    AssessmentFormPage form(Banner banner, Held held, UUID tab) {
        var evaluation = questionnaires.engine().evaluate(held.canonical(), held.answers());
        return form(banner, held, evaluation, tab, new FormErrors());
    }

    AssessmentFormPage form(
            Banner banner, Held held, Evaluation evaluation, UUID tab, FormErrors errors) {
        return form(
                banner,
                held,
                evaluation,
                tab,
                held.onDate().toString(),
                held.context(),
                errors,
                null,
                0,
                List.of());
    }

    /// The form as it was sent, whatever was kept of it.
    AssessmentFormPage form(
            Banner banner,
            Held held,
            Evaluation evaluation,
            UUID tab,
            String onDate,
            AssessmentContext context,
            FormErrors errors,
            @Nullable String conflict,
            int missing,
            List<AssessmentFormPage.Difference> differences) {
        var engine = questionnaires.engine();
        var form = engine.form(evaluation);
        var required = evaluation.progress().stream().mapToInt(Evaluation.Progress::required).sum();
        var answered = evaluation.progress().stream().mapToInt(Evaluation.Progress::answered).sum();
        return new AssessmentFormPage(
                banner,
                held.patient().toString(),
                held.id().toString(),
                form,
                held.origin().words(),
                EvaluationScreens.sheetHref(held),
                !AssessmentContext.askedBy(engine.definition(held.canonical())),
                onDate,
                today().toString(),
                context.setting(),
                choices(AssessmentText.SETTINGS, Set.of(context.setting())),
                choices(AssessmentText.PARTICIPANTS, Set.copyOf(context.participants())),
                held.version(),
                tab.toString(),
                AssessmentText.saved(held.savedAt()),
                answered,
                required,
                AssessmentText.answered(answered, required),
                errors,
                conflict,
                held.draft(),
                differences,
                held.notResumed(),
                missing,
                panels(held, evaluation));
    }

    private static List<Choice> choices(Map<String, String> words, Set<String> chosen) {
        return words.entrySet().stream()
                .map(e -> new Choice(e.getKey(), e.getValue(), chosen.contains(e.getKey())))
                .toList();
    }

    private List<ScorePanel> panels(Held held, Evaluation evaluation) {
        var before = new LinkedHashMap<String, ScoreRows.ScoreRow>();
        for (var score : scoreRows.of(new PatientId(held.patient()))) {
            if (score.value() != null && !score.responseId().equals(held.id()))
                before.put(score.code(), score);
        }
        return panels(
                evaluation,
                code -> {
                    var last = before.get(code);
                    return last == null
                            ? null
                            : "Dernier"
                                    + Typography.NBSP
                                    + ": "
                                    + ScoreRows.shown(last)
                                    + ", "
                                    + FrenchDates.shortDay(last.onDate(), today());
                });
    }

    /// The scores beside a form.
    ///
    /// @param previous the last value of a score in words, by its code; null when there is none
    static List<ScorePanel> panels(
            Evaluation evaluation, Function<String, @Nullable String> previous) {
        return evaluation.scores().stream()
                .map(score -> {
                    var severity = AssessmentRepository.severity(score.severity());
                    return new ScorePanel(
                            score.label(),
                            score.text(),
                            score.state() == Score.State.DONE,
                            score.bandLabel(),
                            ScoreRows.mark(severity),
                            ScoreRows.icon(severity),
                            score.meaning(),
                            score.reason(),
                            score.missing().size(),
                            previous.apply(score.code()),
                            score.cutOff(),
                            score.source());
                })
                .toList();
    }

    /// Where what was saved and what was typed are not the same.
    List<AssessmentFormPage.Difference> differences(Held theirs, Evaluation yours) {
        var engine = questionnaires.engine();
        var saved =
                AnswerWords.byQuestion(
                        engine.form(engine.evaluate(theirs.canonical(), theirs.answers())));
        var typed = AnswerWords.byQuestion(engine.form(yours));
        var found = new ArrayList<AssessmentFormPage.Difference>();
        var all = new LinkedHashSet<>(saved.keySet());
        all.addAll(typed.keySet());
        for (var linkId : all) {
            var one = saved.get(linkId);
            var other = typed.get(linkId);
            var was = one == null ? "" : one.answer();
            var is = other == null ? "" : other.answer();
            if (was.equals(is)) continue;
            var line = one == null ? other : one;
            if (line != null)
                found.add(
                        new AssessmentFormPage.Difference(
                                line.question(), shortened(was), shortened(is)));
        }
        return List.copyOf(found);
    }

    private static String shortened(String words) {
        return words.length() <= 400
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 390)) + "…";
    }

    /// What a tab whose hidden elements and sentences are known needs to show this evaluation.
    SavedPage saved(
            AssessmentFormPage page, Set<String> hidden, Set<String> withSentence, String status) {
        var changed = new ArrayList<FormView.Element>();
        var computed = new ArrayList<FormView.Field>();
        var sentences = new ArrayList<SavedPage.Sentence>();
        for (var section : page.form().sections())
            walk(section, hidden, withSentence, changed, computed, sentences);
        return new SavedPage(
                page, List.copyOf(changed), List.copyOf(computed), List.copyOf(sentences), status);
    }

    private static void walk(
            FormView.Element element,
            Set<String> hidden,
            Set<String> withSentence,
            List<FormView.Element> changed,
            List<FormView.Field> computed,
            List<SavedPage.Sentence> sentences) {
        if (element.visible() == hidden.contains(element.linkId())) {
            changed.add(element);
            return;
        }
        if (!element.visible()) return;
        switch (element) {
            case FormView.Group group -> {
                for (var child : group.elements())
                    walk(child, hidden, withSentence, changed, computed, sentences);
            }
            case FormView.Field field -> {
                if (field.kind() == FormView.Kind.COMPUTED) computed.add(field);
                else if (field.error() != null || withSentence.contains(field.linkId()))
                    sentences.add(new SavedPage.Sentence(field.linkId(), field.error()));
            }
            case FormView.Note _ -> {}
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
