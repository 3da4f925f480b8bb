package fr.maillage.steering.internal.survey;

import fr.maillage.steering.internal.Leaders;
import fr.maillage.web.Sent;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Surveys: the list, their life, their questions.
@Controller
@PreAuthorize(Leaders.LEADERS)
class SurveyController {

    /// Who has surveys to answer or to lead.
    static final String CONCERNED =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','AGENCY')";

    private static final String ALL = "/enquetes";
    private static final String ONE = ALL + "/{id:[0-9a-f-]{36}}";

    private final SurveyScreens screens;
    private final Surveys surveys;
    private final Questions questions;

    SurveyController(SurveyScreens screens, Surveys surveys, Questions questions) {
        this.screens = screens;
        this.surveys = surveys;
        this.questions = questions;
    }

    @GetMapping(ALL)
    @PreAuthorize(CONCERNED)
    String home(Submission sent) {
        return sent.show("steering/surveys", screens.home(Leaders.leads()));
    }

    @GetMapping(ALL + "/nouvelle")
    @PreAuthorize(Leaders.LEADERS)
    String fresh(Model model) {
        model.addAttribute("form", screens.fresh(Shown.none()));
        return "steering/survey-new";
    }

    @PostMapping(ALL)
    @PreAuthorize(Leaders.LEADERS)
    String create(Submission sent, Model model) {
        return sent.end(
                new Act(
                        SurveyText.CREATED,
                        () -> ALL + "/" + surveys.create(sent.form()) + "/questions"),
                outcome -> {
                    model.addAttribute(
                            "form", screens.fresh(sent.shown(SurveyScreens.FORM, outcome)));
                    return "steering/survey-new";
                });
    }

    @GetMapping(ONE)
    @PreAuthorize(Leaders.LEADERS)
    String one(@PathVariable UUID id, Submission sent) {
        return sent.show("steering/survey", screens.one(id, Shown.none(), Sent.with()));
    }

    @PostMapping(ONE)
    @PreAuthorize(Leaders.LEADERS)
    String change(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                SurveyText.SAVED,
                SurveyScreens.FORM,
                () -> surveys.change(id, sent.form()));
    }

    @PostMapping(ONE + "/ouvrir")
    @PreAuthorize(Leaders.LEADERS)
    String open(@PathVariable UUID id, Submission sent) {
        return act(id, sent, SurveyText.OPENED, "ouvrir", () -> surveys.open(id));
    }

    @PostMapping(ONE + "/clore")
    @PreAuthorize(Leaders.LEADERS)
    String close(@PathVariable UUID id, Submission sent) {
        return act(id, sent, SurveyText.CLOSED, "clore", () -> surveys.close(id));
    }

    private String act(UUID id, Submission sent, String toast, String key, Runnable work) {
        return sent.end(
                Act.to(ALL + "/" + id, toast, work),
                key,
                "steering/survey",
                shown -> screens.one(id, shown, Sent.with()));
    }

    @PostMapping(ONE + "/prolonger")
    @PreAuthorize(Leaders.LEADERS)
    String extend(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(ALL + "/" + id, SurveyText.EXTENDED, () -> surveys.extend(id, sent.form())),
                _ -> sent.show("steering/survey", screens.one(id, Shown.none(), sent.form())));
    }

    @PostMapping(ONE + "/retirer")
    @PreAuthorize(Leaders.LEADERS)
    String remove(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(ALL, SurveyText.REMOVED, () -> surveys.remove(id)),
                "retirer",
                "steering/survey",
                shown -> screens.one(id, shown, Sent.with()));
    }

    @PostMapping(ONE + "/nouvelle-vague")
    @PreAuthorize(Leaders.LEADERS)
    String nextWave(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(SurveyText.NEXT_WAVE, () -> ALL + "/" + surveys.nextWave(id)),
                "vague",
                "steering/survey",
                shown -> screens.one(id, shown, Sent.with()));
    }

    @GetMapping(ONE + "/questions")
    @PreAuthorize(Leaders.LEADERS)
    String questions(@PathVariable UUID id, Submission sent) {
        return sent.show("steering/questions", screens.questionnaire(id, Shown.none()));
    }

    @PostMapping(ONE + "/questions")
    @PreAuthorize(Leaders.LEADERS)
    String addQuestion(@PathVariable UUID id, Submission sent) {
        return onQuestion(
                id,
                sent,
                SurveyText.QUESTION_SAVED,
                "nouvelle",
                () -> questions.add(id, sent.form()));
    }

    @PostMapping(ONE + "/questions/{question:[0-9a-f-]{36}}")
    @PreAuthorize(Leaders.LEADERS)
    String changeQuestion(@PathVariable UUID id, @PathVariable UUID question, Submission sent) {
        return onQuestion(
                id,
                sent,
                SurveyText.QUESTION_SAVED,
                "q-" + question,
                () -> questions.change(id, question, sent.form()));
    }

    @PostMapping(ONE + "/questions/{question:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Leaders.LEADERS)
    String removeQuestion(@PathVariable UUID id, @PathVariable UUID question, Submission sent) {
        return onQuestion(
                id,
                sent,
                SurveyText.QUESTION_REMOVED,
                "retirer",
                () -> questions.remove(id, question));
    }

    private String onQuestion(UUID id, Submission sent, String toast, String key, Runnable work) {
        return sent.end(
                Act.to(ALL + "/" + id + "/questions", toast, work),
                key,
                "steering/questions",
                shown -> screens.questionnaire(id, shown));
    }
}
