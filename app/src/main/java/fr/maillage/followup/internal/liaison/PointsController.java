package fr.maillage.followup.internal.liaison;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
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

/// Points de coordination of a person.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class PointsController {

    private final CaseFiles files;
    private final Points points;

    PointsController(CaseFiles files, Points points) {
        this.files = files;
        this.points = points;
    }

    @GetMapping("/dossiers/{id}/points")
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        model.addAttribute("page", points.page(file, Sent.with(), new FormErrors()));
        return "followup/points";
    }

    @PostMapping("/dossiers/{id}/points")
    @PreAuthorize(Allowed.CLINICAL)
    public String note(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SUIVI);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/points",
                        LiaisonText.POINT_NOTED,
                        () -> points.note(file, sent.form())),
                outcome ->
                        sent.show(
                                "followup/points",
                                points.page(file, sent.form(), outcome.errors())));
    }
}
