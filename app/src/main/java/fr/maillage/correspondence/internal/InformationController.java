package fr.maillage.correspondence.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The information sheet of a person, offered where she is included.
@Controller
@PreAuthorize(Allowed.DESK)
class InformationController {

    private final CaseFiles files;
    private final InformationService information;
    private final LetterScreens screens;
    private final LetterPapers papers;
    private final Trail trail;
    private final Clock clock;

    InformationController(
            CaseFiles files,
            InformationService information,
            LetterScreens screens,
            LetterPapers papers,
            Trail trail,
            Clock clock) {
        this.files = files;
        this.information = information;
        this.screens = screens;
        this.papers = papers;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/dossiers/{id}/courriers/note.pdf")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        var file = files.openToWrite(new PatientId(id), Part.COURRIERS);
        var sheet = information.sheet(file);
        trail.wrote(Trail.Action.PRINT, file.patient(), "NOTE_D_INFORMATION", null);
        return Papers.pdf(papers.pdf(sheet), "note-d-information.pdf");
    }

    /// Handed over: noted with its text, then back to the inclusion.
    @PostMapping("/dossiers/{id}/courriers/note")
    @PreAuthorize(Allowed.DESK)
    public String given(@PathVariable UUID id, Submission sent) {
        var file = files.openToWrite(new PatientId(id), Part.COURRIERS);
        return sent.end(
                Act.to(
                        "/dossiers/" + id + "/inclusion",
                        CorrespondenceText.SHEET_GIVEN,
                        () ->
                                information.given(
                                        file, PostingDay.orToday(sent, LocalDate.now(clock)))),
                outcome -> sent.show("correspondence/person", screens.of(file, 1, outcome.why())));
    }
}
