package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The list of problems: what is proposed, retained, set aside, resolved.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class ProblemController {

    private static final ProblemsPage.Adding NOTHING =
            new ProblemsPage.Adding("", "", "", "", new FormErrors());

    private final CaseFiles caseFiles;
    private final ProblemService service;
    private final ProblemScreens screens;

    ProblemController(CaseFiles caseFiles, ProblemService service, ProblemScreens screens) {
        this.caseFiles = caseFiles;
        this.service = service;
        this.screens = screens;
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
    String add(@PathVariable UUID patient, Submission sent) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var problem =
                new Problems.New(
                        clean(sent.text("label")),
                        sent.text("domain"),
                        sent.text("severity"),
                        clean(sent.text("because")));
        return sent.end(
                Act.to(
                        here(patient),
                        AssessmentText.PROBLEM_ADDED,
                        () -> {
                            FormRefused.unless(problem.errors());
                            service.add(id, problem);
                        }),
                outcome -> {
                    var adding =
                            new ProblemsPage.Adding(
                                    sent.text("label"),
                                    sent.text("domain"),
                                    sent.text("severity"),
                                    sent.text("because"),
                                    outcome.errors());
                    return sent.show(
                            "assessment/problems",
                            screens.problems(id, file.banner(), null, adding));
                });
    }

    /// Without a token: the version already tells a second sending.
    @PostMapping("/dossiers/{patient}/evaluations/problemes/{problem}")
    @PreAuthorize(Allowed.CLINICAL)
    String decide(@PathVariable UUID patient, @PathVariable UUID problem, Submission sent) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var decided =
                new Problems.Decision(
                        sent.text("decision"), sent.text("severity"), clean(sent.text("words")));
        var version = sent.text("version");
        return sent.end(
                Act.to(
                        here(patient),
                        AssessmentText.decided(decided.status()),
                        () -> {
                            FormRefused.unless(decided.errors());
                            service.decide(
                                    id,
                                    problem,
                                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                                    decided);
                        }),
                outcome -> {
                    var refused =
                            new ProblemsPage.Refused(
                                    problem.toString(),
                                    sent.text("severity"),
                                    sent.text("words"),
                                    outcome.errors(),
                                    outcome.conflict() == null ? null : AssessmentText.CONFLICT);
                    return sent.show(
                            "assessment/problems",
                            screens.problems(id, file.banner(), refused, NOTHING));
                });
    }

    private static String here(UUID patient) {
        return "/dossiers/" + patient + "/evaluations/problemes";
    }

    private static String clean(String typed) {
        return typed.replace("\0", "").strip();
    }
}
