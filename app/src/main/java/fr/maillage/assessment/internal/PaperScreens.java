package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.AssessmentFormPage.Choice;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Paper twins of the questionnaires, and the page where one says which filled sheet is to be
/// typed.
@Component
@Transactional(readOnly = true)
class PaperScreens {

    private final Questionnaires questionnaires;
    private final Clock clock;

    PaperScreens(Questionnaires questionnaires, Clock clock) {
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /// The sheet of a questionnaire in its version of today. Throws `NotFound` for an unknown one.
    PaperPage sheet(String code, @Nullable Banner banner) {
        var known =
                questionnaires.startable().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("questionnaire", null));
        return sheet(questionnaires.engine(), known.canonical(), banner, LocalDate.now(clock));
    }

    static PaperPage sheet(
            QuestionnaireEngine engine, String canonical, @Nullable Banner banner, LocalDate day) {
        var definition = engine.definition(canonical);
        var conditions = new Conditions(definition);
        return new PaperPage(
                banner,
                engine.form(engine.evaluate(canonical, Map.of())),
                definition.version,
                conditions.numbers(),
                conditions.words(),
                !AssessmentContext.askedBy(definition),
                List.copyOf(AssessmentText.SETTINGS.values()),
                List.copyOf(AssessmentText.PARTICIPANTS.values()),
                FrenchDates.date(day));
    }

    SheetPage filled(Banner banner, SheetForm form, FormOutcome outcome) {
        return new SheetPage(
                banner,
                form,
                outcome.errors(),
                outcome.conflict(),
                questionnaires.startable().stream()
                        .map(q -> new EvaluationsPage.Start(q.code(), q.title()))
                        .toList(),
                AssessmentText.SETTINGS.entrySet().stream()
                        .map(e ->
                                new Choice(
                                        e.getKey(),
                                        e.getValue(),
                                        e.getKey()
                                                .equals(
                                                        form.setting().isEmpty()
                                                                ? "DOMICILE"
                                                                : form.setting())))
                        .toList(),
                LocalDate.now(clock).toString());
    }
}
