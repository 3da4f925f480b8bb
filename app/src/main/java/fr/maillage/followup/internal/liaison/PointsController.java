package fr.maillage.followup.internal.liaison;

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

/// Points de coordination of a person.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class PointsController {

    private final CaseFiles files;
    private final Points points;
    private final PointCorrections corrections;

    PointsController(CaseFiles files, Points points, PointCorrections corrections) {
        this.files = files;
        this.points = points;
        this.corrections = corrections;
    }

    @GetMapping("/dossiers/{id}/points")
    @PreAuthorize(Allowed.CLINICAL)
    public String page(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        model.addAttribute(
                "page",
                points.page(file, Sent.with(), FormOutcome.fresh(), corrections.formers(file)));
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
                                points.page(
                                        file, sent.form(), outcome, corrections.formers(file))));
    }

    @GetMapping("/dossiers/{id}/points/{point}/corriger")
    @PreAuthorize(Allowed.CLINICAL)
    public String correction(@PathVariable UUID id, @PathVariable UUID point, Model model) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        model.addAttribute("page", corrections.page(file, point, null, FormOutcome.fresh()));
        return "followup/point-correction";
    }

    @PostMapping("/dossiers/{id}/points/{point}/corriger")
    @PreAuthorize(Allowed.CLINICAL)
    public String correct(@PathVariable UUID id, @PathVariable UUID point, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.SUIVI);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/points",
                        LiaisonText.POINT_CORRECTED,
                        () -> corrections.correct(file, point, sent.form())),
                outcome ->
                        sent.show(
                                "followup/point-correction",
                                corrections.page(file, point, sent.form(), outcome)));
    }
}
