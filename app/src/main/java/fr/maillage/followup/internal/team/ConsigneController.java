package fr.maillage.followup.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The box of consignes.
@Controller
@PreAuthorize(Allowed.DESK)
class ConsigneController {

    private final Consignes consignes;
    private final ConsigneScreens screens;

    ConsigneController(Consignes consignes, ConsigneScreens screens) {
        this.consignes = consignes;
        this.screens = screens;
    }

    @GetMapping("/consignes")
    @PreAuthorize(Allowed.DESK)
    public String box(
            @RequestParam(name = "filtre", required = false) @Nullable String filter, Model model) {
        model.addAttribute("page", screens.box(filter, Sent.with(), new FormErrors()));
        return "followup/consignes";
    }

    @GetMapping("/consignes/nouvelle")
    @PreAuthorize(Allowed.DESK)
    public String blank(
            @RequestParam(name = "dossier", defaultValue = "") String patient,
            @RequestParam(name = "permanence", defaultValue = "") String onCall,
            Model model) {
        model.addAttribute(
                "page",
                screens.blank(Sent.with("patient", patient, "onCall", onCall), new FormErrors()));
        return "followup/consigne-form";
    }

    @PostMapping("/consignes")
    @PreAuthorize(Allowed.DESK)
    public String leave(Submission sent) {
        var form = sent.form();
        var onCall = form.id("onCall");
        return sent.end(
                Act.to(
                        onCall.map(id -> "/permanences/" + id)
                                .or(() ->
                                        PatientId.parse(form.text("patient"))
                                                .map(patient -> "/dossiers/" + patient))
                                .orElse("/consignes?filtre=equipe"),
                        TeamText.LEFT,
                        () -> consignes.leave(form.unread())),
                outcome ->
                        sent.show("followup/consigne-form", screens.blank(form, outcome.errors())));
    }

    @PostMapping("/consignes/{id}/vue")
    @PreAuthorize(Allowed.DESK)
    public String seen(@PathVariable UUID id, Submission sent) {
        return act(sent, TeamText.SEEN, () -> consignes.seen(id));
    }

    @PostMapping("/consignes/{id}/faite")
    @PreAuthorize(Allowed.DESK)
    public String done(@PathVariable UUID id, Submission sent) {
        return act(
                sent,
                TeamText.DONE,
                () -> consignes.done(id, sent.form().orNull("outcome", 2_000)));
    }

    private String act(Submission sent, String said, Runnable work) {
        var filter = sent.text("filtre");
        return sent.end(
                Act.to(
                        filter.matches("equipe|faites")
                                ? "/consignes?filtre=" + filter
                                : "/consignes",
                        said,
                        work),
                outcome ->
                        sent.show(
                                "followup/consignes",
                                screens.box(filter, Sent.with(), outcome.errors())));
    }
}
