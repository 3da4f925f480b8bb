package fr.maillage.intake.internal.outreach;

import fr.maillage.access.Allowed;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Actions that go to people, and the relays.
@Controller
@RequestMapping("/actions-de-depistage")
@PreAuthorize(Allowed.TEAM)
class OutreachController {

    private static final String HERE = "/actions-de-depistage";

    private final OutreachService service;
    private final OutreachScreens screens;

    OutreachController(OutreachService service, OutreachScreens screens) {
        this.service = service;
        this.screens = screens;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    String page(@RequestParam(defaultValue = "") String annee, Submission sent) {
        return sent.show(
                "intake/outreach",
                screens.page(
                        annee.matches("\\d{4}") ? Integer.parseInt(annee) : 0, Sent.with(), null));
    }

    @PostMapping
    @PreAuthorize(Allowed.TEAM)
    String note(Submission sent) {
        return end("action", OutreachText.NOTED, () -> service.note(sent.form()), sent);
    }

    @PostMapping("/relais")
    @PreAuthorize(Allowed.TEAM)
    String relay(Submission sent) {
        return end("relais", OutreachText.RELAY_ADDED, () -> service.relay(sent.form()), sent);
    }

    @PostMapping("/relais/{id}/fin")
    @PreAuthorize(Allowed.TEAM)
    String left(@PathVariable UUID id, Submission sent) {
        return end("relais", OutreachText.RELAY_LEFT, () -> service.left(id), sent);
    }

    private String end(String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to(HERE, toast, work),
                _ -> sent.show("intake/outreach", screens.page(0, sent.form(), form)));
    }
}
