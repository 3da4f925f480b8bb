package fr.maillage.planning.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/// Rounds of visits: proposals asked for, looked at, corrected, accepted.
@Controller
@RequestMapping("/agenda/tournees")
@PreAuthorize(Allowed.DESK)
class RoundsController {

    private final RoundsService rounds;
    private final RoundsScreens screens;
    private final ProposalScreens proposals;
    private final StopScreens stops;
    private final AskedVisits asked;

    RoundsController(
            RoundsService rounds,
            RoundsScreens screens,
            ProposalScreens proposals,
            StopScreens stops,
            AskedVisits asked) {
        this.rounds = rounds;
        this.screens = screens;
        this.proposals = proposals;
        this.stops = stops;
        this.asked = asked;
    }

    @GetMapping
    @PreAuthorize(Allowed.DESK)
    public String list(Model model) {
        model.addAttribute("page", screens.list(Sent.with(), FormOutcome.fresh()));
        return "planning/rounds";
    }

    @PostMapping
    @PreAuthorize(Allowed.DESK)
    public String ask(Submission sent) {
        var form = sent.form();
        return sent.end(
                new Act(PlanningText.ASKED, () -> "/agenda/tournees/" + rounds.ask(form)),
                outcome -> sent.show("planning/rounds", screens.list(form, outcome)));
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.DESK)
    public String show(
            @PathVariable UUID id,
            @RequestParam(name = "jour", defaultValue = "") String day,
            Model model) {
        model.addAttribute("page", proposals.page(id, day, FormOutcome.fresh()));
        return "planning/proposal";
    }

    /// Where the computing is, without a name; the page is shown again when it is over.
    @GetMapping("/{id}/avancement")
    @PreAuthorize(Allowed.DESK)
    public String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var progress = proposals.progress(id);
        if (!progress.working()) response.setHeader("HX-Refresh", "true");
        model.addAttribute("progress", progress);
        return "planning/_progress";
    }

    @PostMapping("/{id}/arreter")
    @PreAuthorize(Allowed.DESK)
    public String stop(@PathVariable UUID id, Submission sent) {
        return act(id, sent, Act.to(at(id), PlanningText.STOPPED, () -> rounds.stop(id)));
    }

    @PostMapping("/{id}/relancer")
    @PreAuthorize(Allowed.DESK)
    public String again(@PathVariable UUID id, Submission sent) {
        return act(
                id, sent, Act.to(at(id), PlanningText.AGAIN, () -> rounds.again(id, sent.form())));
    }

    @PostMapping("/{id}/abandonner")
    @PreAuthorize(Allowed.DESK)
    public String abandon(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                Act.to(
                        "/agenda/tournees",
                        PlanningText.ABANDONED,
                        () -> rounds.abandon(id, sent.form())));
    }

    @PostMapping("/{id}/accepter")
    @PreAuthorize(Allowed.DESK)
    public String accept(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                Act.to(
                        at(id),
                        PlanningText.ACCEPTED,
                        () -> {
                            var done = rounds.accept(id, sent.form());
                            if (done.open()) sent.say(PlanningText.PARTLY_ACCEPTED);
                            else if (done.made() == 0) sent.say(PlanningText.NONE_LEFT);
                            sent.keep(
                                    "accepted",
                                    PlanningText.accepted(done.made(), done.refused().size()));
                        }));
    }

    @GetMapping("/{id}/visites/{stop}")
    @PreAuthorize(Allowed.DESK)
    public String visit(@PathVariable UUID id, @PathVariable UUID stop, Model model) {
        model.addAttribute("page", stops.page(id, stop, Sent.with(), FormOutcome.fresh()));
        return "planning/visit";
    }

    /// From the form of the visit, or from a drag on the page of the proposal.
    @PostMapping("/{id}/visites/{stop}/deplacer")
    @PreAuthorize(Allowed.DESK)
    public String move(@PathVariable UUID id, @PathVariable UUID stop, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(at(id), PlanningText.MOVED, () -> rounds.move(id, stop, form)),
                outcome -> sent.show("planning/visit", stops.page(id, stop, form, outcome)));
    }

    @PostMapping("/{id}/visites/{stop}/epingler")
    @PreAuthorize(Allowed.DESK)
    public String pin(@PathVariable UUID id, @PathVariable UUID stop, Submission sent) {
        return pinned(id, stop, true, PlanningText.PINNED, sent);
    }

    @PostMapping("/{id}/visites/{stop}/liberer")
    @PreAuthorize(Allowed.DESK)
    public String unpin(@PathVariable UUID id, @PathVariable UUID stop, Submission sent) {
        return pinned(id, stop, false, PlanningText.UNPINNED, sent);
    }

    @PostMapping("/demandees/{asked}/retirer")
    @PreAuthorize(Allowed.DESK)
    public String withdraw(@PathVariable("asked") UUID id, Submission sent) {
        return sent.end(
                Act.to("/agenda/tournees", PlanningText.WITHDRAWN, () -> asked.withdraw(id)),
                outcome -> sent.show("planning/rounds", screens.list(sent.form(), outcome)));
    }

    private String pinned(UUID id, UUID stop, boolean pinned, String toast, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(at(id), toast, () -> rounds.pin(id, stop, pinned, form)),
                outcome -> sent.show("planning/visit", stops.page(id, stop, form, outcome)));
    }

    private String act(UUID id, Submission sent, Act act) {
        return sent.end(
                act,
                outcome ->
                        sent.show(
                                "planning/proposal",
                                proposals.page(
                                        id, "", outcome.overtakenBy(PlanningText.OVERTAKEN))));
    }

    private static String at(UUID id) {
        return "/agenda/tournees/" + id;
    }
}
