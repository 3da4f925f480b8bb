package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.documents.FiledByForm;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Questionnaires on paper: printed blank or with the person's name, and typed afterwards with the
/// day they were filled.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class PaperController {

    private final CaseFiles caseFiles;
    private final Beginnings beginnings;
    private final PaperScreens screens;
    private final FiledByForm documents;
    private final Trail trail;

    PaperController(
            CaseFiles caseFiles,
            Beginnings beginnings,
            PaperScreens screens,
            FiledByForm documents,
            Trail trail) {
        this.caseFiles = caseFiles;
        this.beginnings = beginnings;
        this.screens = screens;
        this.documents = documents;
        this.trail = trail;
    }

    @GetMapping("/evaluations/modeles/{code}/papier")
    @PreAuthorize(Allowed.CLINICAL)
    String blank(@PathVariable String code, Model model) {
        model.addAttribute("page", screens.sheet(code, null));
        return "assessment/paper";
    }

    @GetMapping("/dossiers/{patient}/evaluations/modeles/{code}/papier")
    @PreAuthorize(Allowed.CLINICAL)
    @Transactional
    public String named(@PathVariable UUID patient, @PathVariable String code, Model model) {
        var file = caseFiles.open(new PatientId(patient), Part.EVALUATIONS);
        model.addAttribute("page", screens.sheet(code, file.banner()));
        trail.wrote(Trail.Action.PRINT, file.patient(), "EVALUATIONS", null);
        return "assessment/paper";
    }

    @GetMapping("/dossiers/{patient}/evaluations/feuille")
    @PreAuthorize(Allowed.CLINICAL)
    String filled(@PathVariable UUID patient, Submission sent) {
        var file = caseFiles.open(new PatientId(patient), Part.EVALUATIONS);
        return sent.show(
                "assessment/sheet",
                screens.filled(file.banner(), SheetForm.of(sent), FormOutcome.fresh()));
    }

    @PostMapping("/dossiers/{patient}/evaluations/feuille")
    @PreAuthorize(Allowed.CLINICAL)
    String start(
            @PathVariable UUID patient,
            Submission sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile scan,
            HttpServletRequest request) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var form = SheetForm.of(sent);
        return sent.end(
                new Submission.Act(
                        AssessmentText.SHEET_BEGUN,
                        () -> {
                            documents
                                    .tooLarge(request)
                                    .ifPresent(sentence -> {
                                        throw new FormRefused(
                                                new FormErrors().add("file", sentence));
                                    });
                            return "/dossiers/"
                                    + patient
                                    + "/evaluations/"
                                    + beginnings.startFromPaper(id, form, scan);
                        }),
                outcome ->
                        sent.show(
                                "assessment/sheet", screens.filled(file.banner(), form, outcome)));
    }
}
