package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.directory.Organizations;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.kernel.Finess;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The hand-over of a request to another structure, and its acknowledgement.
@Controller
class OrientationController {

    private final Answers answers;
    private final Handovers handovers;
    private final AnalysisScreens screens;
    private final Organizations organizations;

    OrientationController(
            Answers answers,
            Handovers handovers,
            AnalysisScreens screens,
            Organizations organizations) {
        this.answers = answers;
        this.handovers = handovers;
        this.screens = screens;
        this.organizations = organizations;
    }

    @GetMapping("/demandes/{id}/orientation")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView orientation(@PathVariable UUID id, @RequestParam(defaultValue = "") String vers) {
        return new ModelAndView(
                "intake/orientation",
                Map.of("page", screens.orientation(id, new FormErrors(), null, vers)));
    }

    @PostMapping("/demandes/{id}/orientation")
    @PreAuthorize(Allowed.CLINICAL)
    String orient(@PathVariable UUID id, Submission sent) {
        var kind = sent.text("toKind");
        var content = sent.text("content");
        var agreed = sent.text("agreed").equals("true");
        var name =
                Finess.parse(sent.text("finess"))
                        .flatMap(organizations::find)
                        .map(Organizations.Organization::name)
                        .orElse(sent.text("toName"));
        var decision =
                new Decision.Orient(
                        Codes.of(ToKind.class, kind).orElse(null), name, content, agreed);
        return sent.end(
                Act.to(
                        "/demandes/" + id,
                        IntakeText.HANDOVER_SENT,
                        () -> answers.answer(id, decision)),
                outcome ->
                        sent.show(
                                "intake/orientation",
                                screens.orientation(
                                        id,
                                        IntakeText.errors(outcome),
                                        new OrientationPage.Typed(
                                                kind, sent.text("toName"), content, agreed),
                                        "")));
    }

    @PostMapping("/demandes/{id}/orientation/{relais}/accuse")
    @PreAuthorize(Allowed.DESK)
    ModelAndView acknowledge(
            @PathVariable UUID id,
            @PathVariable UUID relais,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        var done =
                !by.isBlank()
                        && handovers.acknowledge(
                                id, relais, by.strip(), ReferralFormReader.blank(note));
        after.addFlashAttribute(
                "toast", done ? IntakeText.ACKNOWLEDGED : IntakeText.ACKNOWLEDGED_BY);
        return new ModelAndView("redirect:/demandes/" + id);
    }

    @PostMapping("/demandes/{id}/orientation/{relais}/relance")
    @PreAuthorize(Allowed.DESK)
    ModelAndView remind(
            @PathVariable UUID id, @PathVariable UUID relais, RedirectAttributes after) {
        var done = handovers.remind(id, relais);
        after.addFlashAttribute(
                "toast", done ? IntakeText.REMINDED : IntakeText.ACKNOWLEDGED_ALREADY);
        return new ModelAndView("redirect:/demandes/" + id);
    }
}
