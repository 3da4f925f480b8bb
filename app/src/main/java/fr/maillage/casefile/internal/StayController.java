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
@RequestMapping("/dossiers/{id}/sejours")
@PreAuthorize(Allowed.CLINICAL)
class StayController {

    private final CaseFiles files;
    private final StayService stays;
    private final StayScreens screens;

    StayController(CaseFiles files, StayService stays, StayScreens screens) {
        this.files = files;
        this.stays = stays;
        this.screens = screens;
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
    public String admit(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(
                id, form, sent, SupportText.ADMITTED, () -> stays.admit(new PatientId(id), form));
    }

    @PostMapping("/{stay}/retour")
    @PreAuthorize(Allowed.CLINICAL)
    public String home(@PathVariable UUID id, @PathVariable UUID stay, Submission sent) {
        var form = sent.form();
        return act(
                id, form, sent, SupportText.HOME, () -> stays.home(new PatientId(id), stay, form));
    }

    @PostMapping("/pause")
    @PreAuthorize(Allowed.CLINICAL)
    public String pause(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(id, form, sent, SupportText.PAUSED, () -> stays.pause(new PatientId(id), form));
    }

    @PostMapping("/reprise")
    @PreAuthorize(Allowed.CLINICAL)
    public String resume(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(
                id, form, sent, SupportText.RESUMED, () -> stays.resume(new PatientId(id), form));
    }

    @PostMapping("/{stay}/sortie-prevue")
    @PreAuthorize(Allowed.CLINICAL)
    public String expect(@PathVariable UUID id, @PathVariable UUID stay, Submission sent) {
        var form = sent.form();
        return act(
                id,
                form,
                sent,
                StayText.EXPECTED_NOTED,
                () -> stays.expect(new PatientId(id), stay, form));
    }

    @PostMapping("/but")
    @PreAuthorize(Allowed.CLINICAL)
    public String goal(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return act(id, form, sent, StayText.GOAL_NOTED, () -> stays.goal(new PatientId(id), form));
    }

    private String act(UUID id, Sent form, Submission sent, String toast, Runnable act) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to("/dossiers/" + id + "/sejours", toast, act),
                outcome -> sent.show("casefile/stays", screens.stays(file, form, outcome)));
    }
}
