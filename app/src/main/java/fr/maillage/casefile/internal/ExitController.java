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
@RequestMapping("/dossiers/{id}")
@PreAuthorize(Allowed.CLINICAL)
class ExitController {

    private final CaseFiles files;
    private final ExitService exits;
    private final SupportScreens screens;

    ExitController(CaseFiles files, ExitService exits, SupportScreens screens) {
        this.files = files;
        this.exits = exits;
        this.screens = screens;
    }

    @GetMapping("/sortie")
    @PreAuthorize(Allowed.CLINICAL)
    public String exit(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page",
                screens.exit(
                        files.open(new PatientId(id), Part.SYNTHESE),
                        Sent.with(),
                        FormOutcome.fresh()));
        return "casefile/exit";
    }

    @PostMapping("/sortie")
    @PreAuthorize(Allowed.CLINICAL)
    public String close(@PathVariable UUID id, Submission sent) {
        return act(id, sent, SupportText.CLOSED, () -> exits.close(new PatientId(id), sent.form()));
    }

    @PostMapping("/veille")
    @PreAuthorize(Allowed.CLINICAL)
    public String watch(@PathVariable UUID id, Submission sent) {
        return act(
                id, sent, SupportText.WATCHED, () -> exits.watch(new PatientId(id), sent.form()));
    }

    private String act(UUID id, Submission sent, String toast, Runnable act) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to("/dossiers/" + id + "/niveau", toast, act),
                outcome -> sent.show("casefile/exit", screens.exit(file, sent.form(), outcome)));
    }
}
