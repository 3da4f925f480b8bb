package fr.maillage.desk.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents;
import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import java.time.Clock;
import java.time.LocalDate;
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

/// What the person agreed to, and to whom they oppose.
@Controller
class RightsController {

    private final CaseFiles files;
    private final Consents consents;
    private final RightsScreens screens;
    private final SentForms forms;
    private final Clock clock;

    RightsController(
            CaseFiles files,
            Consents consents,
            RightsScreens screens,
            SentForms forms,
            Clock clock) {
        this.files = files;
        this.consents = consents;
        this.screens = screens;
        this.forms = forms;
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
    ModelAndView record(
            @PathVariable UUID id,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            RedirectAttributes redirect) {
        var patient = new PatientId(id);
        var act = act(slug, id);
        var file = files.openToWrite(patient, Part.DROITS);
        var typed = ConsentForm.of(sent);
        var errors = new FormErrors();
        var consent = typed.read(act, screens.people(patient), LocalDate.now(clock), errors);
        consent.ifPresent(c -> consents.flaws(patient, c).forEach(errors::add));
        if (consent.isEmpty() || !errors.none()) {
            var view = new ModelAndView("desk/consent", HttpStatus.UNPROCESSABLE_CONTENT);
            view.addObject("page", screens.form(file, act, typed, errors));
            return view;
        }
        var location =
                forms.once(
                        once,
                        () -> {
                            consents.record(patient, consent.get());
                            return "/dossiers/" + patient + "/droits";
                        });
        redirect.addFlashAttribute("toast", RightsText.ANSWER_SAVED);
        return new ModelAndView("redirect:" + location);
    }

    private static Act act(String slug, UUID id) {
        return RightsText.act(slug).orElseThrow(() -> new NotFound("droits", id));
    }
}
