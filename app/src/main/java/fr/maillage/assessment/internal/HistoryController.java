package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What the evaluations of a person say together: scores through time, the overview.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class HistoryController {

    private final CaseFiles caseFiles;
    private final HistoryScreens screens;
    private final OverviewScreens overviews;
    private final AssessmentService service;

    HistoryController(
            CaseFiles caseFiles,
            HistoryScreens screens,
            OverviewScreens overviews,
            AssessmentService service) {
        this.caseFiles = caseFiles;
        this.screens = screens;
        this.overviews = overviews;
        this.service = service;
    }

    @GetMapping("/dossiers/{patient}/evaluations/historique")
    @PreAuthorize(Allowed.CLINICAL)
    String history(@PathVariable UUID patient, Model model) {
        var id = new PatientId(patient);
        model.addAttribute("page", screens.page(id, caseFiles.open(id, Part.EVALUATIONS).banner()));
        return "assessment/history";
    }

    @GetMapping("/dossiers/{patient}/evaluations/synthese")
    @PreAuthorize(Allowed.CLINICAL)
    String overview(@PathVariable UUID patient, Model model) {
        var id = new PatientId(patient);
        model.addAttribute(
                "page", overviews.page(id, caseFiles.open(id, Part.EVALUATIONS).banner(), null));
        return "assessment/overview";
    }

    /// The strengths in the team's words.
    @PostMapping("/dossiers/{patient}/evaluations/synthese")
    @PreAuthorize(Allowed.CLINICAL)
    String write(@PathVariable UUID patient, Submission sent) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var words = sent.text("strengths").replace("\0", "").strip();
        return sent.end(
                Act.to(
                        "/dossiers/" + patient + "/evaluations/synthese",
                        AssessmentText.STRENGTHS_SAVED,
                        () -> service.writeStrengths(id, words, sent.text("seen"))),
                outcome -> {
                    var kept = overviews.written(id);
                    return sent.show(
                            "assessment/overview",
                            overviews.page(
                                    id,
                                    file.banner(),
                                    new OverviewPage.Strengths(
                                            kept.id(),
                                            sent.text("strengths"),
                                            kept.by(),
                                            outcome.conflict() == null ? null : kept.words(),
                                            outcome.errors())));
                });
    }
}
