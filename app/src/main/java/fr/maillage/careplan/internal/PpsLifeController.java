package fr.maillage.careplan.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.WebText;
import fr.maillage.web.FormOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The life of a plan once written: submitted to the attending doctor, taken back, brought into
/// force by a decision, handed over to the person.
@Controller
@RequestMapping("/dossiers/{patient}/pps/{id}")
@PreAuthorize(Allowed.CLINICAL)
class PpsLifeController {

    private static final List<String> BY = List.of("MEDECIN", "COORDONNATEUR");
    private static final List<String> TO = List.of("PERSONNE", "REPRESENTANT", "PROCHE");

    private final PpsService service;
    private final PpsScreens screens;
    private final CaseFiles files;

    PpsLifeController(PpsService service, PpsScreens screens, CaseFiles files) {
        this.service = service;
        this.screens = screens;
        this.files = files;
    }

    @PostMapping("/soumettre")
    @PreAuthorize(Allowed.CLINICAL)
    public String submit(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = plan(patient, id);
        return switch (service.submit(id)) {
            case Pps.Submission.Asked(_, var doctor) ->
                    to(file, id, after, PpsText.submittedTo(doctor.name()));
            case Pps.Submission.InForce _ -> to(file, id, after, PpsText.IN_FORCE_WITHOUT_DOCTOR);
            case Pps.Submission.Refused(var obstacles) ->
                    refused(file, id, "submit", obstacles, "", model, response, after);
        };
    }

    @PostMapping("/reprendre")
    @PreAuthorize(Allowed.CLINICAL)
    public String takeBack(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = plan(patient, id);
        return switch (service.takeBack(id)) {
            case PpsService.TakenBack.Done(var told) -> {
                after.addFlashAttribute(
                        "toast", told ? PpsText.REQUEST_WITHDRAWN : PpsText.REQUEST_CANCELLED);
                yield "redirect:" + address(file, id) + "/modifier";
            }
            case PpsService.TakenBack.Refused(var obstacles) ->
                    refused(file, id, "submit", obstacles, "", model, response, after);
        };
    }

    @PostMapping("/vigueur")
    @PreAuthorize(Allowed.CLINICAL)
    public String force(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = plan(patient, id);
        return switch (service.force(id, reason)) {
            case Pps.Decision.InForce _ -> to(file, id, after, PpsText.IN_FORCE_BY_DECISION);
            case Pps.Decision.Refused(var obstacles) ->
                    refused(file, id, "force-reason", obstacles, reason, model, response, after);
        };
    }

    @PostMapping("/remise")
    @PreAuthorize(Allowed.CLINICAL)
    public String handOver(
            @PathVariable UUID patient,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var file = plan(patient, id);
        var typed = Typed.of(sent);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "on_date", true, errors);
        if (!BY.contains(typed.text("by_quality"))) errors.add("by_quality", WebText.CHOOSE);
        if (!TO.contains(typed.text("to_whom"))) errors.add("to_whom", WebText.CHOOSE);
        if (on != null && errors.none()) {
            var handing =
                    new PlanHistory.Handing(
                            on,
                            typed.text("by_name"),
                            typed.text("by_quality"),
                            typed.text("to_whom"));
            PpsText.errors("on_date", service.handOver(id, handing))
                    .all()
                    .forEach(e -> errors.add(e.getKey(), e.getValue()));
        }
        return errors.none()
                ? to(file, id, after, PpsText.HANDED_OVER)
                : refused(file, id, errors, "", model, response, after);
    }

    /// The file, for a plan that is this person's. Throws `NotFound`.
    private OpenFile plan(UUID patient, UUID id) {
        var file = files.openToWrite(new PatientId(patient), Part.PPS);
        screens.plan(file.patient(), id);
        return file;
    }

    private static String address(OpenFile file, UUID id) {
        return PpsScreens.base(file.patient()) + "/" + id;
    }

    private static String to(OpenFile file, UUID id, RedirectAttributes after, String toast) {
        after.addFlashAttribute("toast", toast);
        return "redirect:" + address(file, id);
    }

    private String refused(
            OpenFile file,
            UUID id,
            String field,
            List<Obstacle> obstacles,
            String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return refused(file, id, PpsText.errors(field, obstacles), reason, model, response, after);
    }

    private String refused(
            OpenFile file,
            UUID id,
            FormErrors errors,
            String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return FormOutcome.refused(errors)
                .end(
                        response,
                        after,
                        "",
                        () -> {
                            model.addAttribute("page", screens.page(file, id, errors, reason));
                            return "careplan/pps";
                        });
    }
}
