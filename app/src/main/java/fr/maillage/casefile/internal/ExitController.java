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
@RequestMapping("/dossiers/{id}")
@PreAuthorize(Allowed.CLINICAL)
class ExitController {

    private final CaseFiles files;
    private final ExitService exits;
    private final SupportScreens screens;
    private final SentForms forms;

    ExitController(CaseFiles files, ExitService exits, SupportScreens screens, SentForms forms) {
        this.files = files;
        this.exits = exits;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping("/sortie")
    @PreAuthorize(Allowed.CLINICAL)
    public String exit(@PathVariable UUID id, Model model) {
        return show(id, "casefile/exit", model);
    }

    @GetMapping("/consignes")
    @PreAuthorize(Allowed.CLINICAL)
    public String crisis(@PathVariable UUID id, Model model) {
        return show(id, "casefile/crisis", model);
    }

    @PostMapping("/sortie")
    @PreAuthorize(Allowed.CLINICAL)
    public String close(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> exits.close(new PatientId(id), form),
                "casefile/exit",
                SupportText.CLOSED,
                model,
                response,
                flash);
    }

    @PostMapping("/veille")
    @PreAuthorize(Allowed.CLINICAL)
    public String watch(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> exits.watch(new PatientId(id), form),
                "casefile/exit",
                SupportText.WATCHED,
                model,
                response,
                flash);
    }

    @PostMapping("/consignes")
    @PreAuthorize(Allowed.CLINICAL)
    public String crisis(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> exits.crisisPlan(new PatientId(id), form),
                "casefile/crisis",
                SupportText.CRISIS_SAVED,
                model,
                response,
                flash);
    }

    private String show(UUID id, String template, Model model) {
        model.addAttribute(
                "page",
                screens.exit(
                        files.open(new PatientId(id), Part.SYNTHESE),
                        Sent.with(),
                        FormOutcome.fresh()));
        return template;
    }

    private String act(
            UUID id,
            Sent form,
            Runnable act,
            String template,
            String toast,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        var outcome =
                FormOutcome.of(
                        forms,
                        form.text("_once"),
                        "/dossiers/" + id + (template.endsWith("exit") ? "/niveau" : ""),
                        act);
        return outcome.end(
                response,
                flash,
                toast,
                () -> {
                    model.addAttribute("page", screens.exit(file, form, outcome));
                    return template;
                });
    }
}
