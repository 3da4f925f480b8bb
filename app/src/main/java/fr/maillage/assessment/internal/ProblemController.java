package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The list of problems: what is proposed, retained, set aside, resolved.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class ProblemController {

    private static final ProblemsPage.Adding NOTHING =
            new ProblemsPage.Adding("", "", "", "", new FormErrors());

    private final CaseFiles caseFiles;
    private final AssessmentService service;
    private final ProblemScreens screens;
    private final SentForms forms;

    ProblemController(
            CaseFiles caseFiles,
            AssessmentService service,
            ProblemScreens screens,
            SentForms forms) {
        this.caseFiles = caseFiles;
        this.service = service;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping("/dossiers/{patient}/evaluations/problemes")
    @PreAuthorize(Allowed.CLINICAL)
    String list(@PathVariable UUID patient, Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.open(id, Part.EVALUATIONS);
        model.addAttribute("page", screens.problems(id, file.banner(), null, NOTHING));
        return "assessment/problems";
    }

    @PostMapping("/dossiers/{patient}/evaluations/problemes")
    @PreAuthorize(Allowed.CLINICAL)
    String add(
            @PathVariable UUID patient,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var problem = new Problems.New(clean(label), domain, severity, clean(because));
        var errors = problem.errors();
        var outcome =
                errors.none()
                        ? FormOutcome.of(
                                forms,
                                once,
                                "/dossiers/" + patient + "/evaluations/problemes",
                                () -> service.add(id, problem))
                        : FormOutcome.refused(errors);
        return outcome.end(
                response,
                redirect,
                AssessmentText.PROBLEM_ADDED,
                () -> {
                    var adding = new ProblemsPage.Adding(label, domain, severity, because, errors);
                    model.addAttribute("page", screens.problems(id, file.banner(), null, adding));
                    return "assessment/problems";
                });
    }

    @PostMapping("/dossiers/{patient}/evaluations/problemes/{problem}")
    @PreAuthorize(Allowed.CLINICAL)
    String decide(
            @PathVariable UUID patient,
            @PathVariable UUID problem,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var decided = new Problems.Decision(decision, severity, clean(words));
        var errors = decided.errors();
        var outcome =
                errors.none()
                        ? FormOutcome.of(
                                forms,
                                null, // the version already tells a second sending
                                "/dossiers/" + patient + "/evaluations/problemes",
                                () -> service.decide(id, problem, version, decided))
                        : FormOutcome.refused(errors);
        return outcome.end(
                response,
                redirect,
                AssessmentText.decided(decided.status()),
                () -> {
                    var refused =
                            new ProblemsPage.Refused(
                                    problem.toString(),
                                    severity,
                                    words,
                                    errors,
                                    outcome.conflict() == null ? null : AssessmentText.CONFLICT);
                    model.addAttribute(
                            "page", screens.problems(id, file.banner(), refused, NOTHING));
                    return "assessment/problems";
                });
    }

    private static String clean(String typed) {
        return typed.replace("\0", "").strip();
    }
}
