package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/dossiers/{id}/niveau")
@PreAuthorize(Allowed.CLINICAL)
class LevelController {

    private final CaseFiles files;
    private final LevelService levels;
    private final SupportScreens screens;

    LevelController(CaseFiles files, LevelService levels, SupportScreens screens) {
        this.files = files;
        this.levels = levels;
        this.screens = screens;
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
    public String change(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(
                id,
                form,
                sent,
                SupportText.LEVEL_CHANGED,
                () -> levels.change(new PatientId(id), form));
    }

    @PostMapping("/etapes")
    @PreAuthorize(Allowed.CLINICAL)
    public String done(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(
                id, form, sent, SupportText.STEP_NOTED, () -> levels.done(new PatientId(id), form));
    }

    private String act(UUID id, Sent form, Submission sent, String toast, Runnable act) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to("/dossiers/" + id + "/niveau", toast, act),
                outcome -> sent.show("casefile/level", screens.level(file, form, outcome)));
    }
}
