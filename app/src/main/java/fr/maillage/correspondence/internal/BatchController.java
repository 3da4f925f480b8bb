package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.correspondence.internal.Batches.Candidate;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Batches: one PDF for several letters, printed as often as one needs, ticked when posted.
@Controller
@RequestMapping("/courriers/lots")
@PreAuthorize(Allowed.DESK)
class BatchController {

    private final Batches batches;
    private final MailService mail;
    private final MailAccess access;
    private final MailScreens tray;
    private final BatchScreens screens;
    private final LetterPapers papers;
    private final Clock clock;

    BatchController(
            Batches batches,
            MailService mail,
            MailAccess access,
            MailScreens tray,
            BatchScreens screens,
            LetterPapers papers,
            Clock clock) {
        this.batches = batches;
        this.mail = mail;
        this.access = access;
        this.tray = tray;
        this.screens = screens;
        this.papers = papers;
        this.clock = clock;
    }

    @PostMapping
    @PreAuthorize(Allowed.DESK)
    public String make(
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            Submission sent) {
        var chosen = ids == null ? List.<UUID>of() : ids.stream().distinct().toList();
        if (!chosen.isEmpty()) access.toAct(chosen);
        return sent.end(
                new Act(
                        CorrespondenceText.batchMade(chosen.size()),
                        () -> "/courriers/lots/" + make(chosen, sent.text("recto").isEmpty())),
                outcome ->
                        sent.show(
                                "correspondence/tray",
                                tray.tray(TrayView.of(sent.text("etat")), 1, outcome.why())));
    }

    private UUID make(List<UUID> chosen, boolean twoSided) {
        if (chosen.isEmpty()) throw FormRefused.because("id", CorrespondenceText.CHOOSE);
        if (chosen.size() > Batches.MOST)
            throw FormRefused.because("id", CorrespondenceText.TOO_MANY);
        var candidates = batches.candidates(chosen);
        var not =
                CorrespondenceText.notInBatch(
                        candidates.stream()
                                .filter(c -> c.standing() != Candidate.Standing.READY)
                                .toList());
        if (not != null) throw FormRefused.because("id", not);
        return batches.make(candidates.stream().map(Candidate::id).toList(), twoSided);
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.DESK)
    public String page(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.page(id, null));
        return "correspondence/batch";
    }

    /// The paper: what still waits in the batch. Printing is noted; it is not posting.
    @PostMapping("/{id}/imprimer")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> print(@PathVariable UUID id) {
        access.toAct(batches.waiting(id));
        var sheets = batches.print(id);
        if (sheets.isEmpty())
            return ResponseEntity.status(303).header("Location", "/courriers/lots/" + id).build();
        return Papers.pdf(
                papers.batch(sheets, batches.twoSided(id)).pdf(),
                "lot-" + batches.number(id) + ".pdf");
    }

    /// The letters ticked, or all that wait.
    @PostMapping("/{id}/postes")
    @PreAuthorize(Allowed.DESK)
    public String posted(
            @PathVariable UUID id,
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            Submission sent) {
        var chosen = chosen(id, ids, sent);
        access.toAct(chosen);
        return sent.end(
                Act.to(
                        "/courriers/lots/" + id,
                        CorrespondenceText.postedToast(chosen.size()),
                        () -> {
                            if (chosen.isEmpty())
                                throw FormRefused.because("id", CorrespondenceText.CHOOSE);
                            mail.posted(chosen, PostingDay.orToday(sent, LocalDate.now(clock)));
                        }),
                outcome -> again(id, sent, outcome));
    }

    @PostMapping("/{id}/retirer")
    @PreAuthorize(Allowed.DESK)
    public String takeOut(
            @PathVariable UUID id,
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            Submission sent) {
        var chosen = chosen(id, ids, sent);
        access.toAct(chosen);
        return sent.end(
                Act.to(
                        "/courriers/lots/" + id,
                        CorrespondenceText.TAKEN_OUT,
                        () -> {
                            if (chosen.isEmpty())
                                throw FormRefused.because("id", CorrespondenceText.CHOOSE);
                            batches.takeOut(id, chosen);
                        }),
                outcome -> again(id, sent, outcome));
    }

    private List<UUID> chosen(UUID batch, @Nullable List<UUID> ids, Submission sent) {
        var waiting = batches.waiting(batch);
        if (!sent.text("tous").isEmpty()) return waiting;
        return ids == null ? List.of() : ids.stream().filter(waiting::contains).distinct().toList();
    }

    private String again(UUID id, Submission sent, FormOutcome outcome) {
        return sent.show("correspondence/batch", screens.page(id, outcome.why()));
    }
}
