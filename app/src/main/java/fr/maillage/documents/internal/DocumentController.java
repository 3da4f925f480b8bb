package fr.maillage.documents.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.documents.internal.Access.Opened;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The documents of a person, and each one: its page, its bytes, and what is done to it.
@Controller
@PreAuthorize(Allowed.SIGNED_IN)
class DocumentController {

    private static final String VIEW = "documents/document";
    private static final String READERS =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','PROFESSIONAL','PATIENT')";

    private final CaseFiles files;
    private final Access access;
    private final DocumentService documents;
    private final FilingService filing;
    private final OneDocumentScreens one;
    private final DepositScreens deposits;
    private final Contents contents;
    private final Reception reception;
    private final Trail trail;

    DocumentController(
            CaseFiles files,
            Access access,
            DocumentService documents,
            FilingService filing,
            OneDocumentScreens one,
            DepositScreens deposits,
            Contents contents,
            Reception reception,
            Trail trail) {
        this.files = files;
        this.access = access;
        this.documents = documents;
        this.filing = filing;
        this.one = one;
        this.deposits = deposits;
        this.contents = contents;
        this.reception = reception;
        this.trail = trail;
    }

    @GetMapping("/documents/{id}")
    @PreAuthorize(READERS)
    public String show(
            @PathVariable UUID id,
            @RequestParam(name = "version", required = false) @Nullable Integer number,
            Model model) {
        var opened = access.read(id, true);
        model.addAttribute(
                "page",
                page(
                        opened,
                        version(opened, number).number(),
                        OneDocumentScreens.formOf(opened.document()),
                        FormOutcome.fresh(),
                        "",
                        null));
        return VIEW;
    }

    /// The bytes. Compared with their checksum before the first one leaves: what was altered behind
    /// our back is not given out.
    @GetMapping("/documents/{id}/contenu")
    @PreAuthorize(READERS)
    public void content(
            @PathVariable UUID id,
            @RequestParam(name = "version", required = false) @Nullable Integer number,
            @RequestParam(name = "enregistrer", required = false) @Nullable String keep,
            HttpServletResponse response)
            throws IOException {
        var opened = access.read(id, false);
        if (opened.document().removed()) throw new NotFound("document", id);
        var version = version(opened, number);
        if (!contents.check(version.content()).equals("INTACT"))
            throw new NotFound("contenu", version.content());
        var inline = keep == null && version.format().inline();
        var patient = opened.document().patient();
        if (patient != null) {
            if (inline) trail.read(new PatientId(patient), "DOCUMENT", id);
            else trail.wrote(Trail.Action.EXPORT, new PatientId(patient), "DOCUMENT", id);
        }
        Answer.headers(response, version.format(), version.size(), version.fileName(), inline);
        try (var in = contents.open(version.content())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @PostMapping("/documents/{id}")
    @PreAuthorize(Allowed.DESK)
    public String describe(@PathVariable UUID id, Submission sent) {
        var opened = access.write(id);
        var form = DepositForm.of(sent.form());
        return act(
                opened,
                form,
                sent,
                "decrire",
                Act.to(
                        "/documents/" + id,
                        DocumentsText.DESCRIBED,
                        () ->
                                documents.describe(
                                        opened.document(),
                                        form,
                                        SignedIn.current().role().clinical()
                                                && opened.file() != null)));
    }

    @PostMapping("/documents/{id}/version")
    @PreAuthorize(Allowed.DESK)
    public String replace(
            @PathVariable UUID id,
            Submission sent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sentFiles,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = access.write(id);
        var form = DepositForm.of(sent.form());
        var heavy = Reception.tooLarge(request);
        if (heavy.isPresent()) {
            var outcome = FormOutcome.refused(new FormErrors().add("file", heavy.get()));
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return again(opened, form, sent, outcome, "remplacer");
        }
        try (var received = reception.of(sentFiles == null ? List.of() : sentFiles, List.of())) {
            return act(
                    opened,
                    form,
                    sent,
                    "remplacer",
                    Act.to(
                            "/documents/" + id,
                            DocumentsText.REPLACED,
                            () -> documents.replace(opened.document(), received.only(), form)));
        }
    }

    @PostMapping("/documents/{id}/retirer")
    @PreAuthorize(Allowed.DESK)
    public String remove(@PathVariable UUID id, Submission sent) {
        var opened = access.write(id);
        var form = DepositForm.of(sent.form());
        return act(
                opened,
                form,
                sent,
                "retirer",
                Act.to(
                        opened.file() == null
                                ? "/documents/a-classer"
                                : "/dossiers/" + opened.document().patient() + "/documents",
                        DocumentsText.REMOVED,
                        () -> documents.remove(opened.document(), form)));
    }

    @PostMapping("/documents/{id}/remettre")
    @PreAuthorize(Allowed.CLINICAL)
    public String putBack(@PathVariable UUID id, Submission sent) {
        var opened = access.write(id);
        var form = DepositForm.of(sent.form());
        return act(
                opened,
                form,
                sent,
                "",
                Act.to(
                        "/documents/" + id,
                        DocumentsText.SHOWN_AGAIN,
                        () -> documents.putBack(opened.document(), form)));
    }

    private String act(Opened opened, DepositForm form, Submission sent, String open, Act act) {
        return sent.end(act, outcome -> again(opened, form, sent, outcome, open));
    }

    /// The page with what was typed; after a conflict it carries the version that won, so that
    /// sending again is a choice.
    private String again(
            Opened opened, DepositForm form, Submission sent, FormOutcome outcome, String open) {
        var now = outcome.conflict() == null ? opened : access.read(opened.document().id(), false);
        return sent.show(
                VIEW,
                page(
                        now,
                        now.document().shown(),
                        filled(form, open, now.document()),
                        outcome,
                        open,
                        null));
    }

    /// Each of the page's forms sends its own fields: the others keep what the document says.
    private static DepositForm filled(DepositForm form, String open, Stored document) {
        var kept = OneDocumentScreens.formOf(document);
        return open.equals("decrire")
                ? form
                : new DepositForm(
                        kept.type(),
                        kept.title(),
                        kept.dated(),
                        kept.source(),
                        kept.chosen(),
                        kept.audience(),
                        kept.right(),
                        form.why(),
                        kept.version());
    }

    private DocumentPage page(
            Opened opened,
            int number,
            DepositForm form,
            FormOutcome outcome,
            String open,
            DocumentPage.@Nullable Filing filing) {
        var document = opened.document();
        return one.page(
                document,
                opened.file(),
                number,
                contents.check(version(opened, number).content()),
                form,
                outcome.errors(),
                outcome.conflict(),
                open,
                filing != null || opened.file() != null
                        ? filing
                        : new DocumentPage.Filing("", false, List.of(), ""));
    }

    private OneDocumentScreens.Version version(Opened opened, @Nullable Integer number) {
        var wanted = number == null ? opened.document().shown() : number;
        return one.versions(opened.document().id()).stream()
                .filter(v -> v.number() == wanted)
                // former versions are the team's
                .filter(v ->
                        v.number() == opened.document().shown() || SignedIn.current().role().team())
                .findFirst()
                .orElseThrow(() -> new NotFound("document", opened.document().id()));
    }

    /// Persons near what is typed, as one types: a fragment, or the whole page without JavaScript.
    @PostMapping("/documents/{id}/recherche")
    @PreAuthorize(Allowed.DESK)
    public String person(
            @PathVariable UUID id,
            Submission sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var opened = unfiled(id);
        var filing = deposits.filing(sent.text("q"), sent.text("patient"));
        if (htmx != null) {
            model.addAttribute("filing", filing);
            return "documents/_people";
        }
        return sent.show(
                VIEW,
                page(
                        opened,
                        opened.document().shown(),
                        DepositForm.of(sent.form()),
                        FormOutcome.fresh(),
                        "",
                        filing));
    }

    @PostMapping("/documents/{id}/classer")
    @PreAuthorize(Allowed.DESK)
    public String file(@PathVariable UUID id, Submission sent) {
        var before = access.write(id);
        // a colleague filed it meanwhile
        if (before.file() != null) return "redirect:/documents/" + id;
        var form = DepositForm.of(sent.form());
        var chosen = Ids.parse(sent.text("patient")).map(PatientId::new).orElse(null);
        if (chosen != null) files.openToWrite(chosen, Part.DOCUMENTS);
        return sent.end(
                Act.to(
                        "/documents/a-classer",
                        DocumentsText.FILED,
                        () -> {
                            if (chosen == null)
                                throw new FormRefused(
                                        new FormErrors().add("patient", DocumentsText.WHOSE));
                            filing.file(before.document(), chosen, form);
                        }),
                outcome -> {
                    var now = outcome.conflict() == null ? before : access.read(id, false);
                    var filing = deposits.filing(sent.text("q"), sent.text("patient"));
                    return sent.show(
                            VIEW,
                            page(
                                    now,
                                    now.document().shown(),
                                    form,
                                    outcome,
                                    "",
                                    now.file() == null ? filing : null));
                });
    }

    @PostMapping("/documents/{id}/a-classer")
    @PreAuthorize(Allowed.DESK)
    public String backToTray(@PathVariable UUID id, Submission sent) {
        var opened = access.write(id);
        var form = DepositForm.of(sent.form());
        return act(
                opened,
                form,
                sent,
                "",
                Act.to(
                        "/documents/" + id,
                        DocumentsText.BACK_TO_TRAY,
                        () -> filing.backToTray(opened.document(), form)));
    }

    private Opened unfiled(UUID id) {
        var opened = access.write(id);
        if (opened.file() != null) throw new NotFound("document", id);
        return opened;
    }
}
