package fr.maillage.registry.internal.governance;

import fr.maillage.access.Allowed;
import fr.maillage.registry.internal.sheet.GovernanceText;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Bodies and meetings of a structure; what they leave to do everywhere; the watch.
@Controller
@PreAuthorize(Allowed.REGISTER)
class GovernanceController {

    private static final String ONE = "/registre/{id:[0-9a-f-]{36}}";

    private final BodyScreens bodies;
    private final BodyMeetings meetings;
    private final GovernanceScreens overview;
    private final WatchScreens watch;

    GovernanceController(
            BodyScreens bodies,
            BodyMeetings meetings,
            GovernanceScreens overview,
            WatchScreens watch) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.overview = overview;
        this.watch = watch;
    }

    @GetMapping(ONE + "/instance/{body:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.REGISTER)
    String body(@PathVariable UUID id, @PathVariable UUID body, Model model) {
        model.addAttribute("page", bodies.page(id, body));
        return "registry/body";
    }

    @GetMapping(ONE + "/reunion/{meeting:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.REGISTER)
    String meeting(@PathVariable UUID id, @PathVariable UUID meeting, Model model) {
        model.addAttribute("page", meetings.page(id, meeting, new FormErrors()));
        return "registry/meeting";
    }

    /// Those who sit become those who are expected.
    @PostMapping(ONE + "/reunion/{meeting:[0-9a-f-]{36}}/sieges")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String takeSeats(@PathVariable UUID id, @PathVariable UUID meeting, Submission sent) {
        return sent.end(
                Act.to(
                        "/registre/" + id + "/reunion/" + meeting + "#participants",
                        GovernanceText.SEATS_TAKEN,
                        () -> meetings.takeSeats(id, meeting)),
                outcome ->
                        sent.show(
                                "registry/meeting", meetings.page(id, meeting, outcome.errors())));
    }

    /// What bodies leave to do, where who is signed in works, or in their region.
    @GetMapping("/registre/gouvernance")
    @PreAuthorize(Allowed.REGISTER)
    String overview(Model model) {
        model.addAttribute("page", overview.page());
        return "registry/governance";
    }

    /// The watch and the calls for projects of all structures.
    @GetMapping("/registre/veille")
    @PreAuthorize(Allowed.REGISTER)
    String watch(@RequestParam(defaultValue = "") String sorte, Model model) {
        model.addAttribute("page", watch.page(sorte));
        return "registry/watch";
    }
}
