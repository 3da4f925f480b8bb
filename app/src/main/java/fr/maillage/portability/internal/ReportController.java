package fr.maillage.portability.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The dry run of a takeover, what is decided of it, its start, its end, and taking it back.
@Controller
@PreAuthorize(Allowed.HEAD)
class ReportController {

    private final TakeoverService takeovers;
    private final TakeoverScreens screens;

    ReportController(TakeoverService takeovers, TakeoverScreens screens) {
        this.takeovers = takeovers;
        this.screens = screens;
    }

    @GetMapping("/reglages/reprise/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "tout") String voir,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute(
                "page",
                screens.report(id, voir, Math.clamp(page, 1, 10_000), false, new FormErrors()));
        return "portability/report";
    }

    /// How far the work is; once it is over, the browser is told to read the page again.
    @GetMapping("/reglages/reprise/{id}/avancement")
    @PreAuthorize(Allowed.HEAD)
    public String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var progress = screens.progress(id);
        if (progress == null) response.setHeader("HX-Refresh", "true");
        model.addAttribute("id", id.toString());
        model.addAttribute("progress", progress);
        return "portability/_progress";
    }

    @PostMapping("/reglages/reprise/{id}/essai")
    @PreAuthorize(Allowed.HEAD)
    public String tryAgain(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/reglages/reprise/" + id, ReportText.STARTED, () -> takeovers.tryIt(id)),
                outcome -> again(id, sent, outcome, false));
    }

    @PostMapping("/reglages/reprise/{id}/lignes/{rank}")
    @PreAuthorize(Allowed.HEAD)
    public String decide(@PathVariable UUID id, @PathVariable int rank, Submission sent) {
        var typed = sent.text("decision").split(":");
        var decision =
                Arrays.stream(Decision.values())
                        .filter(d -> d.name().equals(typed[0]))
                        .findFirst()
                        .orElse(null);
        var patient = typed.length > 1 ? Ids.parse(typed[1]).orElse(null) : null;
        var voir = sent.text("voir");
        return sent.end(
                Act.to(
                        "/reglages/reprise/"
                                + id
                                + (voir.matches("[a-z]{1,20}") ? "?voir=" + voir : "")
                                + "#ligne-"
                                + rank,
                        ReportText.DECIDED,
                        () -> {
                            if (decision == null)
                                throw new FormRefused(
                                        new FormErrors().add("decision", ReportText.DECIDE));
                            takeovers.decide(id, rank, decision, patient);
                        }),
                outcome -> again(id, sent, outcome, false));
    }

    @PostMapping("/reglages/reprise/{id}/lancer")
    @PreAuthorize(Allowed.HEAD)
    public String start(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        "/reglages/reprise/" + id,
                        ReportText.TAKING,
                        () -> takeovers.start(id, day(sent.text("resumption")))),
                outcome -> again(id, sent, outcome, false));
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isEmpty()) return null;
        return FrenchDates.read(typed)
                .orElseThrow(() ->
                        new FormRefused(new FormErrors().add("resumption", ReportText.NOT_A_DAY)));
    }

    @PostMapping("/reglages/reprise/{id}/annuler")
    @PreAuthorize(Allowed.HEAD)
    public String undo(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        "/reglages/reprise/" + id,
                        ReportText.UNDOING,
                        () -> takeovers.undo(id, sent.text("others").equals("oui"))),
                outcome -> again(id, sent, outcome, true));
    }

    @PostMapping("/reglages/reprise/{id}/abandonner")
    @PreAuthorize(Allowed.HEAD)
    public String abandon(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/reglages/reprise", PortabilityText.ABANDONED, () -> takeovers.abandon(id)),
                outcome -> again(id, sent, outcome, false));
    }

    private String again(UUID id, Submission sent, FormOutcome outcome, boolean asksUndo) {
        return sent.show(
                "portability/report", screens.report(id, "tout", 1, asksUndo, outcome.errors()));
    }

    @GetMapping("/reglages/reprise/{id}/refus.xlsx")
    @PreAuthorize(Allowed.HEAD)
    public ResponseEntity<byte[]> refused(@PathVariable UUID id) {
        return TakeoverController.file(
                TakeoverController.XLSX, "Lignes refusées.xlsx", takeovers.refused(id));
    }
}
