package fr.maillage.desk.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.correspondence.ReturnedMail;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Identities.Saved;
import fr.maillage.patient.Identities;
import fr.maillage.patient.IdentityForm;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who the person is.
@Controller
class IdentityController {

    private final CaseFiles files;
    private final Identities identities;
    private final ReturnedMail returned;

    IdentityController(CaseFiles files, Identities identities, ReturnedMail returned) {
        this.files = files;
        this.identities = identities;
        this.returned = returned;
    }

    @GetMapping("/dossiers/{id}/identite")
    @PreAuthorize(Allowed.FILES)
    ModelAndView show(@PathVariable UUID id) {
        var patient = new PatientId(id);
        var file = files.open(patient, Part.IDENTITE);
        var identity = identities.get(patient);
        var mayWrite = SignedIn.current().role() != Role.HEAD;
        return page(
                HttpStatus.OK,
                new IdentityPage(
                        file.banner(),
                        identity.form(),
                        identity.statusWords(),
                        identity.version(),
                        new FormErrors(),
                        false,
                        List.of(),
                        mayWrite,
                        SignedIn.current().role().team(),
                        identities.grounds(),
                        returned.doubt(patient).orElse(null)));
    }

    @PostMapping("/dossiers/{id}/identite")
    @PreAuthorize(Allowed.DESK)
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        var patient = new PatientId(id);
        var file = files.openToWrite(patient, Part.IDENTITE);
        var typed = IdentityForm.of(new Sent(sent));
        return switch (identities.save(patient, typed, version)) {
            case Saved.Done _ -> {
                redirect.addFlashAttribute("toast", FilesText.IDENTITY_SAVED);
                yield new ModelAndView("redirect:/dossiers/" + patient + "/identite");
            }
            case Saved.Refused(var errors) ->
                    page(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            new IdentityPage(
                                    file.banner(),
                                    typed,
                                    identities.get(patient).statusWords(),
                                    version,
                                    errors,
                                    false,
                                    List.of(),
                                    true,
                                    true,
                                    identities.grounds(),
                                    returned.doubt(patient).orElse(null)));
            case Saved.Stale(var current, var differences) ->
                    page(
                            HttpStatus.CONFLICT,
                            new IdentityPage(
                                    file.banner(),
                                    typed,
                                    current.statusWords(),
                                    current.version(),
                                    new FormErrors(),
                                    true,
                                    differences,
                                    true,
                                    true,
                                    identities.grounds(),
                                    returned.doubt(patient).orElse(null)));
        };
    }

    /// Names of communes as one types; a name of a place tells nothing of anybody.
    @PostMapping("/dossiers/communes")
    @PreAuthorize(Allowed.DESK)
    String communes(@RequestParam(defaultValue = "") String commune, Model model) {
        model.addAttribute("communes", identities.communes(commune, 10));
        return "desk/_communes";
    }

    private static ModelAndView page(HttpStatus status, IdentityPage page) {
        var view = new ModelAndView("desk/identity", status);
        view.addObject("page", page);
        return view;
    }
}
