package fr.maillage.desk.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What the person agreed to, and to whom they oppose.
@Controller
class RightsController {

    private final CaseFiles files;
    private final Consents consents;
    private final RightsScreens screens;
    private final Clock clock;

    RightsController(CaseFiles files, Consents consents, RightsScreens screens, Clock clock) {
        this.files = files;
        this.consents = consents;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/dossiers/{id}/droits")
    @PreAuthorize(Allowed.FILES)
    ModelAndView show(@PathVariable UUID id) {
        var file = files.open(new PatientId(id), Part.DROITS);
        return new ModelAndView("desk/rights", Map.of("page", screens.rights(file)));
    }

    @GetMapping("/dossiers/{id}/droits/{slug}")
    @PreAuthorize(Allowed.DESK)
    ModelAndView form(@PathVariable UUID id, @PathVariable String slug) {
        var file = files.openToWrite(new PatientId(id), Part.DROITS);
        var page =
                screens.form(
                        file,
                        act(slug, id),
                        ConsentForm.blank(LocalDate.now(clock)),
                        new FormErrors());
        return new ModelAndView("desk/consent", Map.of("page", page));
    }

    @PostMapping("/dossiers/{id}/droits/{slug}")
    @PreAuthorize(Allowed.DESK)
    String record(@PathVariable UUID id, @PathVariable String slug, Submission sent) {
        var patient = new PatientId(id);
        var act = act(slug, id);
        var file = files.openToWrite(patient, Part.DROITS);
        var typed = ConsentForm.of(sent.form());
        return sent.end(
                Submission.Act.to(
                        "/dossiers/" + patient + "/droits",
                        RightsText.ANSWER_SAVED,
                        () -> {
                            var errors = new FormErrors();
                            var consent =
                                    typed.read(
                                            act,
                                            screens.people(patient),
                                            LocalDate.now(clock),
                                            errors);
                            consent.ifPresent(c -> consents.flaws(patient, c).forEach(errors::add));
                            FormRefused.unless(errors);
                            consents.record(patient, consent.orElseThrow());
                        }),
                outcome ->
                        sent.show(
                                "desk/consent", screens.form(file, act, typed, outcome.errors())));
    }

    private static Act act(String slug, UUID id) {
        return RightsText.act(slug).orElseThrow(() -> new NotFound("droits", id));
    }
}
