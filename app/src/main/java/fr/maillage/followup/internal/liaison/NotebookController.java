package fr.maillage.followup.internal.liaison;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.internal.Days;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The home liaison notebook (cahier de liaison): one page for the team, the professionals of the
/// circle, the person and the carer, each as far as it is theirs. Source: guide DGOS 2012, fiche O1
/// §3.
@Controller
@PreAuthorize(NotebookController.AROUND)
class NotebookController {

    /// Those around a person; the file itself decides.
    static final String AROUND = "hasAnyRole('COORDINATOR','DOCTOR','PROFESSIONAL','PATIENT')";

    private final CaseFiles files;
    private final Notebook notebook;
    private final NotebookScreens screens;
    private final Clock clock;

    NotebookController(CaseFiles files, Notebook notebook, NotebookScreens screens, Clock clock) {
        this.files = files;
        this.notebook = notebook;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/mon-plan/cahier")
    @PreAuthorize(Allowed.PATIENT)
    public String mine(
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to,
            Model model) {
        return page(SignedIn.current().patient().value(), from, to, model);
    }

    @GetMapping("/dossiers/{id}/cahier")
    @PreAuthorize(AROUND)
    public String page(
            @PathVariable UUID id,
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to,
            Model model) {
        var reader = reader(id);
        model.addAttribute(
                "page",
                within(
                        reader,
                        () -> screens.page(reader, days(from, to), Sent.with(), new FormErrors())));
        return "followup/notebook";
    }

    @PostMapping("/dossiers/{id}/cahier")
    @PreAuthorize(AROUND)
    public String write(@PathVariable UUID id, Submission sent) {
        var writer =
                new NotebookReader(
                        files.openToWrite(new PatientId(id), Part.SUIVI), SignedIn.current());
        return within(
                writer,
                () ->
                        sent.end(
                                Act.to(
                                        writer.person()
                                                ? "/mon-plan/cahier"
                                                : "/dossiers/" + id + "/cahier",
                                        LiaisonText.WRITTEN,
                                        () -> sent.say(notebook.write(writer, sent.form()))),
                                outcome ->
                                        sent.show(
                                                "followup/notebook",
                                                screens.page(
                                                        writer,
                                                        days(null, null),
                                                        sent.form(),
                                                        outcome.errors()))));
    }

    @GetMapping("/dossiers/{id}/cahier.pdf")
    @PreAuthorize(AROUND)
    public ResponseEntity<byte[]> paper(
            @PathVariable UUID id,
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to) {
        var reader = reader(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("cahier-de-liaison.pdf")
                                .build()
                                .toString())
                .body(within(reader, () -> screens.pdf(reader, days(from, to))));
    }

    private NotebookReader reader(UUID id) {
        return new NotebookReader(files.open(new PatientId(id), Part.SUIVI), SignedIn.current());
    }

    private Days days(@Nullable String from, @Nullable String to) {
        return Days.of(from, to, LocalDate.now(clock), NotebookScreens.LAST_DAYS);
    }

    /// In the structure of the file, for who works with several.
    private static <T> T within(NotebookReader reader, Supplier<T> work) {
        return reader.who().tenancy().actingFor(reader.file().network()).call(work);
    }
}
