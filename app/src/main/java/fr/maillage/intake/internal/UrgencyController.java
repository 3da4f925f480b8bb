package fr.maillage.intake.internal;

import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.maillage.access.Allowed;
import fr.maillage.intake.internal.Codes.Means;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
        return page(id, new FormErrors(), UrgencyPage.Typed.NOTHING, OK);
    }

    private ModelAndView page(
            UUID id, FormErrors errors, UrgencyPage.Typed typed, HttpStatus status) {
        return new ModelAndView(
                "intake/urgency", Map.of("page", screens.urgency(id, errors, typed)), status);
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
    ModelAndView relay(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String relay,
            RedirectAttributes after) {
        if (relay.isBlank()) {
            return page(
                    id,
                    new FormErrors().add("relay", IntakeText.RELAY),
                    UrgencyPage.Typed.NOTHING,
                    UNPROCESSABLE_CONTENT);
        }
        urgencies.nameRelay(id, relay.strip());
        after.addFlashAttribute("toast", IntakeText.RELAY_NAMED);
        return back(id);
    }

    @PostMapping("/demandes/{id}/urgence/reponse")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String partner,
            RedirectAttributes after) {
        var errors = new FormErrors();
        if (answer.isBlank()) errors.add("answer", IntakeText.ANSWER);
        if (partner.isBlank()) errors.add("partner", IntakeText.PARTNER);
        if (!errors.none())
            return page(
                    id,
                    errors,
                    new UrgencyPage.Typed(answer, partner, "", "", "", "", "", ""),
                    UNPROCESSABLE_CONTENT);
        urgencies.answer(id, answer.strip(), partner.strip());
        after.addFlashAttribute("toast", IntakeText.ANSWER_NOTED);
        return back(id);
    }

    @PostMapping("/demandes/{id}/urgence/evaluation")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView evaluated(
            @PathVariable UUID id,
            @RequestParam String echeance,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        var errors = new FormErrors();
        var means = Codes.of(Means.class, how).orElse(null);
        if (means == null) errors.add("how" + echeance, IntakeText.HOW);
        if (by.isBlank()) errors.add("by" + echeance, IntakeText.BY);
        var when = instant(at, urgencies.get(id).state().openedAt(), errors, "at" + echeance);
        var done =
                means != null
                        && when != null
                        && errors.none()
                        && urgencies.evaluated(
                                id,
                                echeance.equals("24"),
                                when,
                                means,
                                by.strip(),
                                ReferralFormReader.blank(note));
        if (!done) {
            if (errors.none()) errors.add("by" + echeance, IntakeText.DONE_ALREADY);
            return page(
                    id,
                    errors,
                    new UrgencyPage.Typed("", "", "", by, at, how, note, echeance),
                    UNPROCESSABLE_CONTENT);
        }
        after.addFlashAttribute("toast", IntakeText.EVALUATION_SAVED);
        return back(id);
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
    ModelAndView enter(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String level,
            RedirectAttributes after) {
        var obstacles =
                urgencies.enterLevel(id, level.matches("[0-9]") ? Integer.valueOf(level) : null);
        if (!obstacles.isEmpty()) {
            var errors = new FormErrors();
            obstacles.forEach(o ->
                    errors.add(
                            "level" + (errors.none() ? "" : errors.all().size()),
                            IntakeText.of(o)));
            return page(id, errors, UrgencyPage.Typed.NOTHING, UNPROCESSABLE_CONTENT);
        }
        after.addFlashAttribute("toast", IntakeText.entered(level));
        return new ModelAndView("redirect:/demandes/" + id);
    }

    @PostMapping("/demandes/{id}/urgence/arret")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView stop(@PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        urgencies.stop(id, motif.equals("DECES"));
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/demandes/" + id + "/urgence");
    }
}
