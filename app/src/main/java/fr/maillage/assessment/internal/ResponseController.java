package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Evaluations that come from elsewhere or go there: begun from the last one, taken from a FHIR
/// file, given as one.
@Controller
@RequestMapping("/dossiers/{patient}/evaluations")
@PreAuthorize(Allowed.CLINICAL)
class ResponseController {

    private final CaseFiles caseFiles;
    private final Beginnings beginnings;
    private final AssessmentFormScreens screens;
    private final Trail trail;

    ResponseController(
            CaseFiles caseFiles,
            Beginnings beginnings,
            AssessmentFormScreens screens,
            Trail trail) {
        this.caseFiles = caseFiles;
        this.beginnings = beginnings;
        this.screens = screens;
        this.trail = trail;
    }

    @PostMapping("/{evaluation}/reprendre")
    @PreAuthorize(Allowed.CLINICAL)
    String resume(@PathVariable UUID patient, @PathVariable UUID evaluation, Submission sent) {
        var id = new PatientId(patient);
        caseFiles.openToWrite(id, Part.EVALUATIONS);
        return sent.end(
                new Act(
                        AssessmentText.RESUMED,
                        () -> home(patient) + "/" + beginnings.resume(id, evaluation)),
                _ -> "redirect:" + home(patient) + "/" + evaluation);
    }

    @GetMapping("/importer")
    @PreAuthorize(Allowed.CLINICAL)
    String choose(@PathVariable UUID patient, Model model) {
        var file = caseFiles.open(new PatientId(patient), Part.EVALUATIONS);
        model.addAttribute(
                "page", new ResponseImportPage(file.banner(), List.of(), new FormErrors()));
        return "assessment/response-import";
    }

    /// Not ended by `web.Submission`: a refusal lists faults by their lines, not by fields.
    @PostMapping("/importer")
    @PreAuthorize(Allowed.CLINICAL)
    String receive(
            @PathVariable UUID patient,
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model)
            throws IOException {
        var id = new PatientId(patient);
        var opened = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var errors = new FormErrors();
        var faults = List.<FhirFile.Place>of();
        if (TooLarge.is(request)) errors.add("fichier", ImportText.TOO_HEAVY);
        else if (file == null || file.isEmpty()) errors.add("fichier", ImportText.NO_FILE);
        else {
            var read =
                    FhirFile.read(
                            FhirContext.forR4Cached(),
                            QuestionnaireResponse.class,
                            file.getBytes());
            faults = read.faults();
            if (read.resource() == null) errors.add("fichier", ImportText.REFUSED);
            else
                try {
                    var begun = beginnings.startFromFile(id, read.resource());
                    after.addFlashAttribute("toast", ImportText.RESPONSE_RECEIVED);
                    return "redirect:" + home(patient) + "/" + begun;
                } catch (FormRefused refused) {
                    errors = refused.errors();
                }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "page",
                new ResponseImportPage(opened.banner(), ImportsPage.faults(faults), errors));
        return "assessment/response-import";
    }

    /// The FHIR QuestionnaireResponse of a completed evaluation.
    @GetMapping("/{evaluation}/reponse.json")
    @PreAuthorize(Allowed.CLINICAL)
    @Transactional
    public ResponseEntity<byte[]> export(
            @PathVariable UUID patient, @PathVariable UUID evaluation) {
        var id = new PatientId(patient);
        caseFiles.open(id, Part.EVALUATIONS);
        var held = screens.held(id, evaluation);
        var response = held.response();
        if (response == null) throw new NotFound("evaluation", evaluation);
        trail.wrote(Trail.Action.EXPORT, id, "EVALUATIONS", evaluation);
        return ImportController.file(response, "evaluation.json");
    }

    private static String home(UUID patient) {
        return "/dossiers/" + patient + "/evaluations";
    }
}
