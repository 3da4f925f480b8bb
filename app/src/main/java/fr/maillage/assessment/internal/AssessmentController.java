package fr.maillage.assessment.internal;

import fr.maillage.access.Allowed;
import fr.maillage.assessment.internal.AssessmentService.Outcome;
import fr.maillage.assessment.internal.AssessmentService.Sent;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Evaluations of a person: list, one form for every questionnaire, comparison.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class AssessmentController {

    private final CaseFiles caseFiles;
    private final AssessmentService service;
    private final Beginnings beginnings;
    private final EvaluationScreens evaluations;
    private final AssessmentFormScreens screens;
    private final SentForms forms;

    AssessmentController(
            CaseFiles caseFiles,
            AssessmentService service,
            Beginnings beginnings,
            EvaluationScreens evaluations,
            AssessmentFormScreens screens,
            SentForms forms) {
        this.caseFiles = caseFiles;
        this.service = service;
        this.beginnings = beginnings;
        this.evaluations = evaluations;
        this.screens = screens;
        this.forms = forms;
    }

    @GetMapping("/dossiers/{patient}/evaluations")
    @PreAuthorize(Allowed.CLINICAL)
    String list(@PathVariable UUID patient, Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.open(id, Part.EVALUATIONS);
        model.addAttribute("page", evaluations.list(id, file.banner()));
        return "assessment/list";
    }

    @PostMapping("/dossiers/{patient}/evaluations")
    @PreAuthorize(Allowed.CLINICAL)
    String start(
            @PathVariable UUID patient,
            @RequestParam String questionnaire,
            @RequestParam(name = "_once", required = false) @Nullable String once) {
        var id = new PatientId(patient);
        caseFiles.openToWrite(id, Part.EVALUATIONS);
        return "redirect:"
                + forms.once(once, () -> address(patient, beginnings.start(id, questionnaire)));
    }

    @GetMapping("/dossiers/{patient}/evaluations/{evaluation}")
    @PreAuthorize(Allowed.CLINICAL)
    String open(@PathVariable UUID patient, @PathVariable UUID evaluation, Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.open(id, Part.EVALUATIONS);
        var held = screens.held(id, evaluation);
        if (held.draft()) {
            model.addAttribute("page", screens.form(file.banner(), held, UUID.randomUUID()));
            return "assessment/form";
        }
        model.addAttribute("page", evaluations.read(file.banner(), held));
        return "assessment/read";
    }

    /// Not ended by `web.Submission` like other forms: what is incomplete or partly unreadable is
    /// kept in the draft and shown with 422, whereas a refusal there takes everything back.
    @PostMapping("/dossiers/{patient}/evaluations/{evaluation}")
    @PreAuthorize(Allowed.CLINICAL)
    String send(
            @PathVariable UUID patient,
            @PathVariable UUID evaluation,
            @RequestParam(defaultValue = "enregistrer") String geste,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        if (geste.equals("abandonner")) {
            service.cancel(id, evaluation);
            redirect.addFlashAttribute("toast", AssessmentText.DRAFT_ABANDONED);
            return "redirect:/dossiers/" + patient + "/evaluations";
        }
        var sent = sent(request);
        var outcome =
                geste.equals("terminer")
                        ? service.complete(id, evaluation, sent)
                        : service.save(id, evaluation, sent);
        switch (outcome) {
            case Outcome.Saved saved
                    when saved.errors().none() && saved.evaluation().errors().isEmpty() -> {
                redirect.addFlashAttribute("toast", AssessmentText.DRAFT_SAVED);
                return "redirect:"
                        + (geste.equals("plus-tard")
                                ? "/dossiers/" + patient + "/evaluations"
                                : address(patient, evaluation));
            }
            case Outcome.Completed completed -> {
                redirect.addFlashAttribute(
                        "toast", AssessmentText.completed(completed.held().title()));
                return "redirect:"
                        + (completed.evaluation().problems().isEmpty()
                                ? address(patient, evaluation)
                                : "/dossiers/" + patient + "/evaluations/problemes");
            }
            case Outcome.Saved(var held, var typed, var errors) ->
                    again(
                            file,
                            held,
                            typed,
                            sent,
                            with(typed, errors),
                            0,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            response,
                            model);
            case Outcome.NotComplete(var held, var typed, var errors, var missing) ->
                    again(
                            file,
                            held,
                            typed,
                            sent,
                            with(typed, errors),
                            missing.size(),
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            response,
                            model);
            case Outcome.Overtaken(var held, var typed, var conflict) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute(
                        "page",
                        screens.form(
                                file.banner(),
                                held,
                                typed,
                                sent.tab(),
                                sent.onDate().isEmpty() ? held.onDate().toString() : sent.onDate(),
                                context(sent, held),
                                with(typed, new FormErrors()),
                                AssessmentText.conflict(conflict),
                                0,
                                screens.differences(held, typed)));
            }
        }
        return "assessment/form";
    }

    /// What is typed is kept as it is typed; the answer is the side panel and what changes in the
    /// form.
    @PostMapping("/dossiers/{patient}/evaluations/{evaluation}/enregistrer")
    @PreAuthorize(Allowed.CLINICAL)
    String autosave(
            @PathVariable UUID patient,
            @PathVariable UUID evaluation,
            @RequestParam(name = "_hidden", required = false) @Nullable List<String> hidden,
            @RequestParam(name = "_sentence", required = false) @Nullable List<String> sentences,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.openToWrite(id, Part.EVALUATIONS);
        var sent = sent(request);
        var outcome = service.save(id, evaluation, sent);
        if (htmx == null) return "redirect:" + address(patient, evaluation);
        var held = outcome.held();
        var page =
                outcome instanceof Outcome.Overtaken(_, var typed, var conflict)
                        ? screens.form(
                                file.banner(),
                                held,
                                typed,
                                sent.tab(),
                                sent.onDate(),
                                context(sent, held),
                                new FormErrors(),
                                AssessmentText.conflict(conflict),
                                0,
                                List.of())
                        : screens.form(
                                file.banner(),
                                held,
                                outcome.evaluation(),
                                sent.tab(),
                                new FormErrors());
        if (outcome instanceof Outcome.Overtaken) response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute(
                "saved",
                screens.saved(
                        page,
                        hidden == null ? Set.of() : Set.copyOf(hidden),
                        sentences == null ? Set.of() : Set.copyOf(sentences),
                        page.conflict() == null ? page.saved() : "Pas enregistré"));
        return "assessment/_saved";
    }

    @GetMapping("/dossiers/{patient}/evaluations/comparer")
    @PreAuthorize(Allowed.CLINICAL)
    String compare(
            @PathVariable UUID patient,
            @RequestParam UUID avant,
            @RequestParam UUID apres,
            Model model) {
        var id = new PatientId(patient);
        var file = caseFiles.open(id, Part.EVALUATIONS);
        model.addAttribute("page", evaluations.compare(id, file.banner(), avant, apres));
        return "assessment/compare";
    }

    private void again(
            CaseFiles.OpenFile file,
            Held held,
            Evaluation typed,
            Sent sent,
            FormErrors errors,
            int missing,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        var onDate = sent.onDate().isEmpty() ? held.onDate().toString() : sent.onDate();
        model.addAttribute(
                "page",
                screens.form(
                        file.banner(),
                        held,
                        typed,
                        sent.tab(),
                        onDate,
                        context(sent, held),
                        errors,
                        null,
                        missing,
                        List.of()));
    }

    /// The sentences of the questions, on top with the others; each leads to its field.
    private static FormErrors with(Evaluation typed, FormErrors errors) {
        typed.errors()
                .forEach((linkId, sentence) ->
                        errors.add("q-" + AssessmentFormPage.id(linkId), sentence));
        return errors;
    }

    private static AssessmentContext context(Sent sent, Held held) {
        return new AssessmentContext(
                held.onDate(),
                AssessmentText.SETTINGS.containsKey(sent.setting())
                        ? sent.setting()
                        : held.setting(),
                sent.participants());
    }

    private static Sent sent(HttpServletRequest request) {
        var participants = request.getParameterValues("participants");
        return new Sent(
                QuestionnaireEngine.answersPosted(request.getParameterMap()),
                text(request, "onDate"),
                text(request, "setting"),
                participants == null ? List.of() : Arrays.asList(participants),
                number(text(request, "version")),
                Ids.parse(text(request, "_tab")).orElseGet(UUID::randomUUID),
                request.getParameter("incomplete") != null);
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String address(UUID patient, UUID evaluation) {
        return "/dossiers/" + patient + "/evaluations/" + evaluation;
    }
}
