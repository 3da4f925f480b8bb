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
@RequestMapping("/dossiers/{id}/niveau")
@PreAuthorize(Allowed.CLINICAL)
class LevelController {

    private final CaseFiles files;
    private final LevelService levels;
    private final SupportScreens screens;
    private final SentForms forms;

    LevelController(CaseFiles files, LevelService levels, SupportScreens screens, SentForms forms) {
        this.files = files;
        this.levels = levels;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String show(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        model.addAttribute("page", screens.level(file, Sent.with(), FormOutcome.fresh()));
        return "casefile/level";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> levels.change(new PatientId(id), form),
                SupportText.LEVEL_CHANGED,
                model,
                response,
                flash);
    }

    @PostMapping("/etapes")
    @PreAuthorize(Allowed.CLINICAL)
    public String done(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new Sent(sent);
        return act(
                id,
                form,
                () -> levels.done(new PatientId(id), form),
                SupportText.STEP_NOTED,
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
        var outcome = FormOutcome.of(forms, form.text("_once"), "/dossiers/" + id + "/niveau", act);
        return outcome.end(
                response,
                flash,
                toast,
                () -> {
                    model.addAttribute("page", screens.level(file, form, outcome));
                    return "casefile/level";
                });
    }
}
