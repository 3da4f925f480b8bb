package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/// The tray of letters, and what becomes of each.
@Controller
@PreAuthorize(Allowed.DESK)
class MailController {

    private final MailService mail;
    private final MailAccess access;
    private final AddressMarks marks;
    private final CaseFiles files;
    private final MailScreens screens;
    private final LetterSheets sheets;
    private final LetterPapers papers;
    private final Trail trail;
    private final Clock clock;

    MailController(
            MailService mail,
            MailAccess access,
            AddressMarks marks,
            CaseFiles files,
            MailScreens screens,
            LetterSheets sheets,
            LetterPapers papers,
            Trail trail,
            Clock clock) {
        this.mail = mail;
        this.access = access;
        this.marks = marks;
        this.files = files;
        this.screens = screens;
        this.sheets = sheets;
        this.papers = papers;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/courriers")
    @PreAuthorize(Allowed.DESK)
    public String tray(
            @RequestParam(name = "etat", defaultValue = "") String view,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        model.addAttribute("page", screens.tray(TrayView.of(view), page, null));
        return "correspondence/tray";
    }

    @GetMapping("/courriers/{id}")
    @PreAuthorize(Allowed.DESK)
    public String letter(@PathVariable UUID id, Model model) {
        if (access.toRead(id).state() == LetterState.BROUILLON)
            return "redirect:/courriers/" + id + "/ecrire";
        model.addAttribute("page", screens.letter(id, new FormErrors(), ""));
        return "correspondence/letter";
    }

    @GetMapping("/courriers/{id}/lettre.pdf")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        noteOf(access.toRead(id), Trail.Action.PRINT);
        return Papers.pdf(papers.pdf(sheets.of(List.of(id)).getFirst()), "courrier.pdf");
    }

    /// The same, to be edited outside: what comes of it is no longer this letter.
    @GetMapping("/courriers/{id}/lettre.docx")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> docx(@PathVariable UUID id) {
        noteOf(access.toRead(id), Trail.Action.EXPORT);
        return Papers.docx(papers.docx(sheets.of(List.of(id)).getFirst()), "courrier.docx");
    }

    @PostMapping("/courriers/postes")
    @PreAuthorize(Allowed.DESK)
    public String posted(
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            Submission sent) {
        var chosen = ids == null ? List.<UUID>of() : ids;
        if (!chosen.isEmpty()) access.toAct(chosen);
        return sent.end(
                Act.to(
                        "/courriers?etat=IMPRIMES",
                        CorrespondenceText.postedToast(chosen.size()),
                        () -> {
                            if (chosen.isEmpty())
                                throw FormRefused.because("id", CorrespondenceText.CHOOSE);
                            mail.posted(chosen, PostingDay.orToday(sent, LocalDate.now(clock)));
                        }),
                outcome ->
                        sent.show(
                                "correspondence/tray",
                                screens.tray(TrayView.of(sent.text("etat")), 1, outcome.why())));
    }

    @PostMapping("/courriers/{id}/annuler")
    @PreAuthorize(Allowed.DESK)
    public String cancel(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "annuler",
                CorrespondenceText.CANCELLED,
                () -> {
                    if (sent.text("motif").isEmpty())
                        throw FormRefused.because("motif", CorrespondenceText.WHY_NEEDED);
                    return mail.cancel(id, sent.text("motif"));
                });
    }

    @PostMapping("/courriers/{id}/revenu")
    @PreAuthorize(Allowed.DESK)
    public String returned(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "revenu",
                CorrespondenceText.CAME_BACK,
                () ->
                        mail.returned(
                                id,
                                choice(
                                        ReturnReason.class,
                                        sent,
                                        "raison",
                                        CorrespondenceText.RETURN_NEEDED),
                                PostingDay.of(sent, LocalDate.now(clock)),
                                words(sent)));
    }

    @PostMapping("/courriers/{id}/remettre")
    @PreAuthorize(Allowed.DESK)
    public String again(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "remettre",
                CorrespondenceText.AGAIN,
                () -> mail.again(id, sent.text("adresse").isEmpty() ? null : address(sent)));
    }

    /// Handed over, or told on the telephone: done, or it did not work and the letter stays.
    @PostMapping("/courriers/{id}/autrement")
    @PreAuthorize(Allowed.DESK)
    public String otherwise(@PathVariable UUID id, Submission sent) {
        var done = !sent.text("resultat").equals("ECHEC");
        return act(
                id,
                sent,
                "autrement",
                done ? CorrespondenceText.OTHERWISE : CorrespondenceText.FAILED_CHANNEL,
                () -> {
                    var channel =
                            choice(Channel.class, sent, "voie", CorrespondenceText.CHANNEL_NEEDED);
                    if (channel != Channel.TELEPHONE && channel != Channel.REMISE_EN_MAIN)
                        throw FormRefused.because("voie", CorrespondenceText.CHANNEL_NEEDED);
                    var on = PostingDay.of(sent, LocalDate.now(clock));
                    return done
                            ? mail.otherwise(id, channel, on, words(sent))
                            : mail.failed(id, channel, sent.text("precision"));
                });
    }

    @PostMapping("/courriers/{id}/adresse")
    @PreAuthorize(Allowed.DESK)
    public String address(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "adresse",
                CorrespondenceText.ADDRESS_KEPT,
                () -> mail.address(id, address(sent)));
    }

    @PostMapping("/courriers/{id}/adresse-verifiee")
    @PreAuthorize(Allowed.DESK)
    public String checked(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "adresse",
                CorrespondenceText.ADDRESS_CHECKED,
                () -> {
                    marks.checked(id);
                    return true;
                });
    }

    /// Said on the page of the person's identity.
    @PostMapping("/dossiers/{id}/courriers/adresse-verifiee")
    @PreAuthorize(Allowed.DESK)
    public String checkedOfPerson(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.IDENTITE);
        var identity = "/dossiers/" + id + "/identite";
        return sent.end(
                Act.to(
                        identity,
                        CorrespondenceText.ADDRESS_CHECKED,
                        () -> {
                            marks.checked(file.patient());
                            trail.wrote(Trail.Action.UPDATE, file.patient(), "IDENTITE", null);
                        }),
                _ -> "redirect:" + identity);
    }

    /// What an act answers: whether the letter was still where it had to be.
    private interface LetterAct {
        boolean done();
    }

    private String act(UUID id, Submission sent, String form, String toast, LetterAct act) {
        access.toAct(id);
        return sent.end(
                Act.to(
                        "/courriers?etat=" + view(form),
                        toast,
                        () -> {
                            if (!act.done())
                                throw FormRefused.because("etat", CorrespondenceText.NOT_WAITING);
                        }),
                outcome -> again(id, sent, form, outcome));
    }

    private String again(UUID id, Submission sent, String form, FormOutcome outcome) {
        // who may not read it is shown the tray
        if (access.readable(id))
            return sent.show("correspondence/letter", screens.letter(id, outcome.errors(), form));
        return sent.show(
                "correspondence/tray", screens.tray(TrayView.A_IMPRIMER, 1, outcome.why()));
    }

    private static String view(String form) {
        return switch (form) {
            case "revenu" -> TrayView.ECHEC.name();
            case "annuler" -> TrayView.ANNULE.name();
            default -> TrayView.A_IMPRIMER.name();
        };
    }

    private void noteOf(Letter letter, Trail.Action action) {
        if (letter.patient() != null)
            trail.wrote(action, letter.patient(), "COURRIER", letter.id());
    }

    private static String address(Submission sent) {
        var typed = sent.text("adresse").replace("\r\n", "\n");
        if (!PostalAddress.complete(typed))
            throw FormRefused.because("adresse", CorrespondenceText.ADDRESS_NEEDED);
        if (PostalAddress.lines("x", typed).size() > PostalAddress.LINES)
            throw FormRefused.because("adresse", CorrespondenceText.ADDRESS_TOO_LONG);
        return typed;
    }

    private static <E extends Enum<E>> E choice(
            Class<E> type, Submission sent, String field, String sentence) {
        for (var one : type.getEnumConstants()) if (one.name().equals(sent.text(field))) return one;
        throw FormRefused.because(field, sentence);
    }

    private static @Nullable String words(Submission sent) {
        var words = sent.text("precision");
        return words.isEmpty() ? null : words.substring(0, Math.min(words.length(), 300));
    }
}
