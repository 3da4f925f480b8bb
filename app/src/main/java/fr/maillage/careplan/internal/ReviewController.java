package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The reassessment: what became of each goal of the former version.
@Controller
@RequestMapping("/dossiers/{patient}/pps/{id}/bilan")
@PreAuthorize(Allowed.CLINICAL)
class ReviewController {

    private final ReviewService reviews;
    private final ReviewScreens pages;
    private final PpsScreens screens;
    private final CaseFiles files;

    ReviewController(
            ReviewService reviews, ReviewScreens pages, PpsScreens screens, CaseFiles files) {
        this.reviews = reviews;
        this.pages = pages;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String review(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.open(new PatientId(patient), Part.PPS);
        var pps = screens.plan(file.patient(), id);
        if (!pps.draft()) return "redirect:" + PpsScreens.base(file.patient()) + "/" + id;
        return sent.show("careplan/review", pages.page(file, pps, null, FormOutcome.fresh()));
    }

    @PostMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String grade(@PathVariable UUID patient, @PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        var form = sent.form();
        return sent.end(
                Act.to(
                        PpsScreens.base(file.patient()) + "/" + id,
                        PpsText.REVIEWED,
                        () -> reviews.grade(id, form)),
                outcome ->
                        sent.show(
                                "careplan/review",
                                pages.page(file, screens.plan(file.patient(), id), form, outcome)));
    }
}
