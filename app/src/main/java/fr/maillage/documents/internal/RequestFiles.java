package fr.maillage.documents.internal;

import fr.maillage.intake.IncomingFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// Files that a stranger sends with a request: looked at like any other, kept in the tray until the
/// team knows whose they are.
@Component
class RequestFiles implements IncomingFiles {

    /// Fewer than a colleague may deposit at once: nobody is signed in.
    static final int MOST = 5;

    private final Reception reception;
    private final DocumentService documents;
    private final FilingService filing;

    RequestFiles(Reception reception, DocumentService documents, FilingService filing) {
        this.reception = reception;
        this.documents = documents;
        this.filing = filing;
    }

    @Override
    public Optional<String> tooLarge(HttpServletRequest request) {
        return Reception.tooLarge(request);
    }

    @Override
    @Transactional
    public List<UUID> keep(List<MultipartFile> files, String source) {
        try (var received = reception.of(files, List.of())) {
            if (received.nothing()) return List.of();
            var errors = new FormErrors();
            if (received.good().size() > MOST)
                errors.add(
                        "files",
                        DocumentsText.of(
                                received.good().get(MOST).file().name(),
                                new Refusal.TooMany(MOST)));
            // plain text may be anything, and a paper is never that
            received.good().stream()
                    .filter(g -> g.found().format() == Format.TXT)
                    .forEach(g ->
                            errors.add(
                                    "files",
                                    DocumentsText.of(g.file().name(), new Refusal.NotAPdf())));
            received.turned()
                    .forEach(t -> errors.add("files", DocumentsText.of(t.name(), t.why())));
            FormRefused.unless(errors);
            var deposit =
                    documents.deposit(
                            null,
                            received.good(),
                            new DepositForm(
                                    DocumentType.AUTRE.name(),
                                    "",
                                    "",
                                    source,
                                    false,
                                    List.of(),
                                    "",
                                    "",
                                    null),
                            false);
            // a content the tray has already is the same paper, sent twice
            return deposit.kept().stream().map(DocumentService.Kept::id).toList();
        }
    }

    @Override
    @Transactional
    public void file(Collection<UUID> ids, PatientId patient) {
        for (var id : ids) {
            var document = documents.get(id);
            if (document.patient() != null || document.removedAt() != null) continue;
            filing.file(
                    document,
                    patient,
                    new DepositForm(
                            document.type().name(),
                            document.title(),
                            "",
                            document.source() == null ? "" : document.source(),
                            false,
                            List.of(),
                            "",
                            "",
                            document.version()));
        }
    }
}
