package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.intake.internal.Codes.Means;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The urgent circuit.
@Controller
class UrgencyController {

    private final UrgencyService urgencies;
    private final ReferralService referrals;
    private final AnalysisScreens screens;
    private final Clock clock;

    UrgencyController(
            UrgencyService urgencies,
            ReferralService referrals,
            AnalysisScreens screens,
            Clock clock) {
        this.urgencies = urgencies;
        this.referrals = referrals;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/demandes/{id}/urgence")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView(
                "intake/urgency",
                Map.of("page", screens.urgency(id, new FormErrors(), UrgencyPage.Typed.NOTHING)));
    }

    @PostMapping("/demandes/{id}/urgence")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView open(@PathVariable UUID id, @RequestParam(defaultValue = "") String relay) {
        var patient = referrals.get(id).patient();
        if (patient != null) urgencies.open(id, patient, ReferralFormReader.blank(relay));
        return back(id);
    }

    @PostMapping("/demandes/{id}/urgence/relais")
    @PreAuthorize(Allowed.CLINICAL)
    String relay(@PathVariable UUID id, Submission sent) {
        return end(
                id,
                sent,
                Act.to(
                        here(id),
                        IntakeText.RELAY_NAMED,
                        () -> {
                            var relay = sent.text("relay");
                            if (relay.isEmpty())
                                throw new FormRefused(
                                        new FormErrors().add("relay", IntakeText.RELAY));
                            urgencies.nameRelay(id, relay);
                        }),
                UrgencyPage.Typed.NOTHING);
    }

    @PostMapping("/demandes/{id}/urgence/reponse")
    @PreAuthorize(Allowed.CLINICAL)
    String answer(@PathVariable UUID id, Submission sent) {
        var answer = sent.text("answer");
        var partner = sent.text("partner");
        return end(
                id,
                sent,
                Act.to(
                        here(id),
                        IntakeText.ANSWER_NOTED,
                        () -> {
                            var errors = new FormErrors();
                            if (answer.isEmpty()) errors.add("answer", IntakeText.ANSWER);
                            if (partner.isEmpty()) errors.add("partner", IntakeText.PARTNER);
                            FormRefused.unless(errors);
                            urgencies.answer(id, answer, partner);
                        }),
                new UrgencyPage.Typed(answer, partner, "", "", "", "", "", ""));
    }

    @PostMapping("/demandes/{id}/urgence/evaluation")
    @PreAuthorize(Allowed.CLINICAL)
    String evaluated(@PathVariable UUID id, Submission sent) {
        var due = sent.text("echeance");
        return end(
                id,
                sent,
                Act.to(here(id), IntakeText.EVALUATION_SAVED, () -> evaluated(id, due, sent)),
                new UrgencyPage.Typed(
                        "",
                        "",
                        "",
                        sent.text("by"),
                        sent.text("at"),
                        sent.text("how"),
                        sent.text("note"),
                        due));
    }

    private void evaluated(UUID id, String due, Submission sent) {
        var errors = new FormErrors();
        var means = Codes.of(Means.class, sent.text("how")).orElse(null);
        var by = sent.text("by");
        if (means == null) errors.add("how" + due, IntakeText.HOW);
        if (by.isEmpty()) errors.add("by" + due, IntakeText.BY);
        var when =
                instant(sent.text("at"), urgencies.get(id).state().openedAt(), errors, "at" + due);
        if (means == null || when == null || !errors.none()) throw new FormRefused(errors);
        var note = ReferralFormReader.blank(sent.text("note"));
        if (!urgencies.evaluated(id, due.equals("24"), when, means, by, note))
            throw new FormRefused(errors.add("by" + due, IntakeText.DONE_ALREADY));
    }

    /// What a date-and-time field sends; now when empty. Neither before the urgency began nor in
    /// the future.
    private @Nullable Instant instant(
            String typed, Instant opened, FormErrors errors, String field) {
        var now = clock.instant();
        if (typed.isBlank()) return now;
        try {
            var at = LocalDateTime.parse(typed.strip()).atZone(FrenchDates.PARIS).toInstant();
            if (at.isAfter(now)) errors.add(field, IntakeText.IN_THE_FUTURE);
            else if (at.plusSeconds(60).isBefore(opened))
                errors.add(field, IntakeText.BEFORE_OPENING);
            return at;
        } catch (DateTimeException _) {
            errors.add(field, IntakeText.NOT_A_TIME);
            return null;
        }
    }

    @PostMapping("/demandes/{id}/urgence/niveau")
    @PreAuthorize(Allowed.CLINICAL)
    String enter(@PathVariable UUID id, Submission sent) {
        var level = sent.text("level");
        return end(
                id,
                sent,
                Act.to("/demandes/" + id, IntakeText.entered(level), () -> enter(id, level)),
                UrgencyPage.Typed.NOTHING);
    }

    private void enter(UUID id, String level) {
        var errors = new FormErrors();
        for (var obstacle :
                urgencies.enterLevel(id, level.matches("[0-9]") ? Integer.valueOf(level) : null))
            errors.add(
                    "level" + (errors.none() ? "" : errors.all().size()), IntakeText.of(obstacle));
        FormRefused.unless(errors);
    }

    /// Ends the request: where the act leads, or the page with what was typed.
    private String end(UUID id, Submission sent, Act act, UrgencyPage.Typed typed) {
        return sent.end(
                act,
                outcome ->
                        sent.show("intake/urgency", screens.urgency(id, outcome.errors(), typed)));
    }

    @PostMapping("/demandes/{id}/urgence/arret")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView stop(@PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        urgencies.stop(id, motif.equals("DECES"));
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:" + here(id));
    }

    private static String here(UUID id) {
        return "/demandes/" + id + "/urgence";
    }
}
