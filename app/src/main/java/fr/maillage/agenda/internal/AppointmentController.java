package fr.maillage.agenda.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.util.UUID;

/// One appointment: seen, moved, changed, cancelled with those that follow.
@Controller
@PreAuthorize(Allowed.DESK)
class AppointmentController {

    private final Changes changes;
    private final AppointmentScreens screens;

    AppointmentController(Changes changes, AppointmentScreens screens) {
        this.changes = changes;
        this.screens = screens;
    }

    @GetMapping("/agenda/{id}")
    @PreAuthorize(Allowed.DESK)
    public String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.page(id, null, FormOutcome.fresh()));
        return "agenda/appointment";
    }

    /// From the form of the page, or from a drag on the grid: the same answers.
    @PostMapping("/agenda/{id}/deplacer")
    @PreAuthorize(Allowed.DESK)
    public String change(@PathVariable UUID id, Submission sent) {
        var form = new AppointmentForm(sent.values());
        var alone = !form.text("scope").equals("suivantes");
        return sent.end(
                Act.to(
                        Back.of(form, "/agenda/" + id),
                        AgendaText.MOVED,
                        () -> {
                            changes.change(id, form);
                            if (alone)
                                sent.keep(
                                        "undo",
                                        "/agenda/"
                                                + id
                                                + "/remettre/"
                                                + (Long.parseLong(form.text("version")) + 1));
                        }),
                outcome -> sent.show("agenda/appointment", screens.page(id, form, outcome)));
    }

    @PostMapping("/agenda/{id}/remettre/{version}")
    @PreAuthorize(Allowed.DESK)
    public String undo(@PathVariable UUID id, @PathVariable int version, Submission sent) {
        return sent.end(
                Act.to("/agenda/" + id, AgendaText.PUT_BACK, () -> changes.undo(id, version)),
                outcome ->
                        sent.show(
                                "agenda/appointment",
                                screens.page(id, new AppointmentForm(sent.values()), outcome)));
    }

    @PostMapping("/agenda/{id}/annuler-suite")
    @PreAuthorize(Allowed.DESK)
    public String cancelFrom(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/agenda/" + id, AgendaText.CANCELLED, () -> changes.cancelFrom(id)),
                outcome ->
                        sent.show(
                                "agenda/appointment",
                                screens.page(id, new AppointmentForm(sent.values()), outcome)));
    }
}
