package fr.maillage.casefile.internal.crisis;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The crisis plan, one click from the top of every page of a file; without script, this page.
@Controller
@RequestMapping("/dossiers/{id}/consignes")
@PreAuthorize(Allowed.FILES)
class CrisisController {

    private final CaseFiles files;
    private final CrisisService plans;
    private final CrisisScreens screens;

    CrisisController(CaseFiles files, CrisisService plans, CrisisScreens screens) {
        this.files = files;
        this.plans = plans;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.FILES)
    public String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.page(files.open(new PatientId(id), Part.SYNTHESE)));
        return "casefile/crisis";
    }

    @GetMapping("/modifier")
    @PreAuthorize(Allowed.CLINICAL)
    public String edit(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        model.addAttribute("page", screens.form(file, Sent.with(), FormOutcome.fresh()));
        return "casefile/crisis-edit";
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String write(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SYNTHESE);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/consignes",
                        CrisisText.SAVED,
                        () -> plans.write(file.patient(), sent.form())),
                outcome ->
                        sent.show(
                                "casefile/crisis-edit", screens.form(file, sent.form(), outcome)));
    }
}
