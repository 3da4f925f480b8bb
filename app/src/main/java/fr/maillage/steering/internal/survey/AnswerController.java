package fr.maillage.steering.internal.survey;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.platform.SourceThrottle;
import fr.maillage.steering.internal.survey.SurveyAnswers.Asked;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where a survey is answered: signed in, for one's structure or oneself; or by the link of a
/// partner, without an account.
@Controller
@PreAuthorize(Allowed.TEAM)
class AnswerController {

    private static final String SIGNED_IN = "/enquetes/{id:[0-9a-f-]{36}}/repondre";
    private static final String DEAD = "steering/answer-dead";
    // a link cut by a mail or copied with a full stop says that it is incomplete
    private static final String BY_LINK = "/enquete/{token}";

    /// Somebody writes and keeps several times; a machine tries links.
    private static final int TRIES_IN_AN_HOUR = 120;

    private final SurveyAnswers answers;
    private final Surveys surveys;
    private final Questions questions;
    private final SourceThrottle throttle;

    AnswerController(
            SurveyAnswers answers, Surveys surveys, Questions questions, SourceThrottle throttle) {
        this.answers = answers;
        this.surveys = surveys;
        this.questions = questions;
        this.throttle = throttle;
    }

    @GetMapping(SIGNED_IN)
    @PreAuthorize(Allowed.TEAM)
    String page(@PathVariable UUID id, Submission sent) {
        var asked = answers.asked(id);
        return sent.show("steering/answer", page(asked, null, kept(asked, null), null));
    }

    @PostMapping(SIGNED_IN)
    @PreAuthorize(Allowed.TEAM)
    String send(@PathVariable UUID id, Submission sent) {
        var asked = answers.asked(id);
        return take(asked, null, "/enquetes", "/enquetes/" + id + "/repondre", sent);
    }

    @GetMapping(BY_LINK)
    @PreAuthorize(Allowed.EVERYBODY)
    String byLink(
            @PathVariable String token,
            Submission sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = byLink(token, request, response);
        if (asked.isEmpty()) return DEAD;
        return sent.show(
                "steering/answer-public", page(asked.get(), token, kept(asked.get(), token), null));
    }

    @PostMapping(BY_LINK)
    @PreAuthorize(Allowed.EVERYBODY)
    String sendByLink(
            @PathVariable String token,
            Submission sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = byLink(token, request, response);
        if (asked.isEmpty()) return DEAD;
        return take(asked.get(), token, "/enquete/" + token, "/enquete/" + token, sent);
    }

    /// What this link asks; the status says 404 when it is dead or too many were tried.
    private Optional<Asked> byLink(
            String token, HttpServletRequest request, HttpServletResponse response) {
        secret(response);
        var asked =
                throttle.may(request.getRemoteAddr(), "ENQUETE", TRIES_IN_AN_HOUR)
                        ? answers.byLink(token)
                        : Optional.<Asked>empty();
        if (asked.isEmpty()) response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return asked;
    }

    // the address is a secret
    private static void secret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }

    /// Keeps or sends, by the button that was pressed.
    private String take(
            Asked asked, @Nullable String token, String done, String here, Submission sent) {
        var form = sent.form();
        var keeping = form.checked("brouillon");
        return sent.end(
                keeping
                        ? Act.to(here, SurveyText.KEPT, () -> answers.keep(asked, token, form))
                        : Act.to(done, SurveyText.SENT, () -> answers.send(asked, token, form)),
                outcome ->
                        sent.show(
                                token == null ? "steering/answer" : "steering/answer-public",
                                page(asked, token, form, outcome)));
    }

    private Sent kept(Asked asked, @Nullable String token) {
        return Given.form(answers.kept(asked, token));
    }

    private SurveyPage.Answer page(
            Asked asked, @Nullable String token, Sent form, @Nullable FormOutcome outcome) {
        var survey = asked.survey();
        var over =
                asked.answered()
                        ? outcome == null ? SurveyText.RECEIVED : SurveyText.SECOND
                        : survey.takes(surveys.today()) ? null : SurveyText.closed(survey);
        var refused = outcome != null && form.errors().none() ? outcome.why() : null;
        return new SurveyPage.Answer(
                SurveyText.title(survey),
                survey.leader(),
                survey.purpose(),
                SurveyText.announcement(survey.anonymous()),
                FrenchDates.date(survey.closesOn()),
                token == null ? "/enquetes/" + survey.id() + "/repondre" : "/enquete/" + token,
                SurveyScreens.parts(questions.of(survey.id())),
                form,
                over == null ? refused : over,
                over != null);
    }
}
