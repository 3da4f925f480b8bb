package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/dossiers/{id}/sejours")
@PreAuthorize(Allowed.CLINICAL)
class StayController {

    private final CaseFiles files;
    private final StayService stays;
    private final SupportScreens screens;
    private final SentForms forms;

    StayController(CaseFiles files, StayService stays, SupportScreens screens, SentForms forms) {
        this.files = files;
        this.stays = stays;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String show(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page",
                screens.stays(
                        files.open(new PatientId(id), Part.SYNTHESE),
                        Sent.with(),
                        FormOutcome.fresh()));
        return "casefile/stays";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String admit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> stays.admit(new PatientId(id), form),
                SupportText.ADMITTED,
                model,
                response,
                flash);
    }

    @PostMapping("/{stay}/retour")
    @PreAuthorize(Allowed.CLINICAL)
    public String home(
            @PathVariable UUID id,
            @PathVariable UUID stay,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> stays.home(new PatientId(id), stay, form),
                SupportText.HOME,
                model,
                response,
                flash);
    }

    @PostMapping("/pause")
    @PreAuthorize(Allowed.CLINICAL)
    public String pause(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> stays.pause(new PatientId(id), form),
                SupportText.PAUSED,
                model,
                response,
                flash);
    }

    @PostMapping("/reprise")
    @PreAuthorize(Allowed.CLINICAL)
    public String resume(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> stays.resume(new PatientId(id), form),
                SupportText.RESUMED,
                model,
                response,
                flash);
    }

    private String act(
            UUID id,
            Sent form,
            Runnable act,
            String toast,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var outcome =
                FormOutcome.of(forms, form.text("_once"), "/dossiers/" + id + "/sejours", act);
        return outcome.end(
                response,
                flash,
                toast,
                () -> {
                    model.addAttribute("page", screens.stays(file, form, outcome));
                    return "casefile/stays";
                });
    }
}
