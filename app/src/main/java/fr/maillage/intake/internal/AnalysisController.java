package fr.maillage.intake.internal;

import static org.springframework.http.HttpStatus.OK;

import fr.maillage.access.Allowed;
import fr.maillage.intake.internal.AnalysisService.Findings;
import fr.maillage.intake.internal.Codes.Intensity;
import fr.maillage.intake.internal.Codes.MedicalCriterion;
import fr.maillage.intake.internal.Codes.MtPart;
import fr.maillage.intake.internal.Codes.SocialCriterion;
import fr.maillage.intake.internal.Codes.Subsidiarity;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The coordinator's analysis with the attending doctor.
@Controller
class AnalysisController {

    private final AnalysisService service;
    private final AnalysisScreens screens;
    private final Clock clock;

    AnalysisController(AnalysisService service, AnalysisScreens screens, Clock clock) {
        this.service = service;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/demandes/{id}/analyse")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView(
                "intake/analysis", Map.of("page", screens.page(id, null, new FormErrors(), null)));
    }

    /// What the grid proposes for what is checked, before anything is saved: the fragment for htmx,
    /// the page without script.
    @PostMapping("/demandes/{id}/analyse/proposition")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView proposal(
            @PathVariable UUID id,
            @ModelAttribute AnalysisForm form,
            @RequestParam(defaultValue = "-1") int version,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        var page = screens.page(id, form, new FormErrors(), version);
        return new ModelAndView(
                htmx == null ? "intake/analysis" : "intake/_proposal", Map.of("page", page), OK);
    }

    @PostMapping("/demandes/{id}/analyse")
    @PreAuthorize(Allowed.CLINICAL)
    String record(
            @PathVariable UUID id,
            @ModelAttribute AnalysisForm form,
            @RequestParam(defaultValue = "-1") int version,
            Submission sent) {
        var errors = new FormErrors();
        var findings = read(form, screens.mtOpposed(id), errors);
        var proposal = service.propose(findings);
        if (findings.retained() != null
                && findings.retained() != proposal.level()
                && findings.overrideReason() == null) {
            errors.add("overrideReason", IntakeText.OVERRIDE);
        }
        return sent.end(
                Submission.Act.to(
                        "/demandes/" + id,
                        IntakeText.ANALYSIS_SAVED,
                        () -> {
                            FormRefused.unless(errors);
                            service.record(id, findings, version);
                        }),
                outcome -> {
                    var conflict = outcome.conflict();
                    if (conflict != null) errors.add("version", conflict);
                    // overtaken: the present version, so that the second sending is accepted
                    var shown = conflict == null ? Integer.valueOf(version) : null;
                    return sent.show("intake/analysis", screens.page(id, form, errors, shown));
                });
    }

    private Findings read(AnalysisForm form, boolean mtOpposed, FormErrors errors) {
        var subsidiarity = Codes.of(Subsidiarity.class, form.subsidiarity()).orElse(null);
        if (subsidiarity == null) errors.add("subsidiarity", IntakeText.SUBSIDIARITY);
        var note = ReferralFormReader.blank(form.subsidiarityNote());
        if (subsidiarity != null && subsidiarity != Subsidiarity.NON_COUVERT && note == null)
            errors.add("subsidiarityNote", IntakeText.SUBSIDIARITY_NOTE);
        var part = Codes.of(MtPart.class, form.mtPart()).orElse(null);
        if (part == null) errors.add("mtPart", IntakeText.MT_PART);
        if (mtOpposed && (part == MtPart.AVEC_MT || part == MtPart.MT_INJOIGNABLE))
            errors.add("mtPart", IntakeText.MT_OPPOSED);
        Integer retained =
                form.retained().matches("[0-3]") ? Integer.valueOf(form.retained()) : null;
        if (retained == null) errors.add("retained", IntakeText.LEVEL);
        LocalDate validated = null;
        if (!form.validated().isEmpty()) {
            var today = LocalDate.now(clock);
            validated = today;
            if (!form.validatedOn().isBlank()) {
                try {
                    validated = LocalDate.parse(form.validatedOn().strip());
                    if (validated.isAfter(today))
                        errors.add("validatedOn", IntakeText.VALIDATED_LATER);
                } catch (DateTimeException _) {
                    errors.add("validatedOn", IntakeText.NOT_A_TIME);
                }
            }
            if (subsidiarity != null && !subsidiarity.leavesRoom())
                errors.add("validated", IntakeText.NEED_COVERED);
        }
        var words = new LinkedHashMap<String, String>();
        form.words()
                .forEach((dimension, typed) -> {
                    if (typed.length() > 20_000)
                        errors.add("words" + dimension, IntakeText.TOO_LONG);
                    if (!typed.isBlank()) words.put(dimension, typed.strip());
                });
        if (form.mtWords().length() > 20_000) errors.add("mtWords", IntakeText.TOO_LONG);
        return new Findings(
                AnalysisService.all(MedicalCriterion.class, form.medical()),
                AnalysisService.all(SocialCriterion.class, form.social()),
                Set.copyOf(form.grid()),
                words,
                subsidiarity,
                note,
                part,
                ReferralFormReader.blank(form.mtWords()),
                retained,
                ReferralFormReader.blank(form.overrideReason()),
                Codes.of(Intensity.class, form.intensity()).orElse(null),
                validated,
                ReferralFormReader.blank(form.theme()));
    }
}
