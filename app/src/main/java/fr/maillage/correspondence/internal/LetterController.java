package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.correspondence.internal.LetterService.Typed;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Letters written from a person's file: which one, to whom, completed, looked at, put in the tray.
/// Secretaries write those without health content; the others are for clinicians.
@Controller
@PreAuthorize(Allowed.DESK)
class LetterController {

    private final CaseFiles files;
    private final LetterService letters;
    private final LetterScreens screens;
    private final LetterPapers papers;

    LetterController(
            CaseFiles files, LetterService letters, LetterScreens screens, LetterPapers papers) {
        this.files = files;
        this.letters = letters;
        this.screens = screens;
        this.papers = papers;
    }

    @GetMapping("/dossiers/{id}/courriers")
    @PreAuthorize(Allowed.DESK)
    public String list(
            @PathVariable UUID id,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        var file = files.open(new PatientId(id), Part.COURRIERS);
        model.addAttribute("page", screens.of(file, page, null));
        return "correspondence/person";
    }

    @GetMapping("/dossiers/{id}/courriers/nouveau")
    @PreAuthorize(Allowed.DESK)
    public String blank(
            @PathVariable UUID id,
            @RequestParam(name = "modele", defaultValue = "") String template,
            Model model) {
        var file = files.open(new PatientId(id), Part.COURRIERS);
        model.addAttribute("page", screens.blank(file, template, "", "", "", new FormErrors()));
        return "correspondence/new";
    }

    @PostMapping("/dossiers/{id}/courriers")
    @PreAuthorize(Allowed.DESK)
    public String begin(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.COURRIERS);
        return sent.end(
                new Act(
                        CorrespondenceText.BEGUN,
                        () ->
                                "/courriers/"
                                        + letters.begin(
                                                file,
                                                sent.text("modele"),
                                                sent.text("destinataire"),
                                                sent.text("nom"),
                                                sent.text("adresse"))
                                        + "/ecrire"),
                outcome ->
                        sent.show(
                                "correspondence/new",
                                screens.blank(
                                        file,
                                        sent.text("modele"),
                                        sent.text("destinataire"),
                                        sent.text("nom"),
                                        sent.text("adresse"),
                                        outcome.errors())));
    }

    @GetMapping("/courriers/{id}/ecrire")
    @PreAuthorize(Allowed.DESK)
    public String write(@PathVariable UUID id, Model model) {
        var draft = letters.draft(id);
        var file = files.open(draft.patient(), part(draft));
        model.addAttribute("page", screens.write(draft, file, null, FormOutcome.fresh()));
        return "correspondence/write";
    }

    @PostMapping("/courriers/{id}/ecrire")
    @PreAuthorize(Allowed.DESK)
    public String save(@PathVariable UUID id, Submission sent) {
        var draft = letters.draft(id);
        var file = files.openToWrite(draft.patient(), part(draft));
        var typed = typed(draft, sent);
        var sending = sent.text("acte").equals("envoyer");
        return sent.end(
                Act.to(
                        sending ? "/courriers/" + id : "/courriers/" + id + "/ecrire",
                        sending ? CorrespondenceText.SENT : CorrespondenceText.SAVED,
                        () -> {
                            letters.save(draft, typed);
                            if (sending) letters.send(id, file);
                        }),
                outcome ->
                        sent.show(
                                "correspondence/write",
                                screens.write(draft, file, typed, outcome)));
    }

    @GetMapping("/courriers/{id}/apercu.pdf")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> preview(@PathVariable UUID id) {
        var draft = letters.draft(id);
        var file = files.openToWrite(draft.patient(), part(draft));
        return Papers.pdf(papers.pdf(screens.sheet(draft, file)), "apercu.pdf");
    }

    private static Part part(Draft draft) {
        return draft.clinical() ? Part.PPS : Part.COURRIERS;
    }

    /// Reads the parts the draft asks for, as it stands and as its text was just changed.
    private static Typed typed(Draft draft, Submission sent) {
        var words = new HashMap<>(draft.typed());
        var source = sent.values().containsKey("source") ? sent.text("source") : draft.source();
        for (var token : Template.tokens(draft.subject() + "\n" + draft.source() + "\n" + source)) {
            var field = LetterService.field(token);
            if (sent.values().containsKey(field)) words.put(token.key(), sent.text(field));
        }
        int version;
        try {
            version = Integer.parseInt(sent.text("version"));
        } catch (NumberFormatException _) {
            version = -1;
        }
        return new Typed(
                sent.text("recipient"),
                sent.text("address").replace("\r\n", "\n"),
                sent.text("subject"),
                source,
                words,
                version);
    }
}
