package fr.maillage.intake.internal;

import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.maillage.access.Allowed;
import fr.maillage.directory.Organizations;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.kernel.Finess;
import fr.maillage.web.FormErrors;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

    private final ReferralService referrals;
    private final Handovers handovers;
    private final AnalysisScreens screens;
    private final Organizations organizations;

    OrientationController(
            ReferralService referrals,
            Handovers handovers,
            AnalysisScreens screens,
            Organizations organizations) {
        this.referrals = referrals;
        this.handovers = handovers;
        this.screens = screens;
        this.organizations = organizations;
    }

    @GetMapping("/demandes/{id}/orientation")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView orientation(@PathVariable UUID id) {
        return orientation(id, new FormErrors(), OrientationPage.Typed.NOTHING, OK);
    }

    private ModelAndView orientation(
            UUID id, FormErrors errors, OrientationPage.Typed typed, HttpStatus status) {
        return new ModelAndView(
                "intake/orientation",
                Map.of("page", screens.orientation(id, errors, typed)),
                status);
    }

    @PostMapping("/demandes/{id}/orientation")
    @PreAuthorize(Allowed.CLINICAL)
    ModelAndView orient(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String toKind,
            @RequestParam(defaultValue = "") String toName,
            @RequestParam(defaultValue = "") String finess,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes after) {
        var name =
                Finess.parse(finess)
                        .flatMap(organizations::find)
                        .map(Organizations.Organization::name)
                        .orElse(toName.strip());
        var obstacles =
                referrals.decide(
                        id,
                        new Decision.Orient(
                                Codes.of(ToKind.class, toKind).orElse(null),
                                name,
                                content.strip(),
                                agreed));
        if (!obstacles.isEmpty()) {
            var errors = new FormErrors();
            obstacles.forEach(o -> errors.add(IntakeText.field(o), IntakeText.of(o)));
            return orientation(
                    id,
                    errors,
                    new OrientationPage.Typed(toKind, toName, content, agreed),
                    UNPROCESSABLE_CONTENT);
        }
        after.addFlashAttribute("toast", IntakeText.HANDOVER_SENT);
        return new ModelAndView("redirect:/demandes/" + id);
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
