package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.documents.FiledByForm;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// The door for a file that comes with the form of another module.
@Component
class FormFiles implements FiledByForm {

    private final Reception reception;
    private final DocumentService documents;

    FormFiles(Reception reception, DocumentService documents) {
        this.reception = reception;
        this.documents = documents;
    }

    @Override
    public Optional<String> tooLarge(HttpServletRequest request) {
        return Reception.tooLarge(request);
    }

    @Override
    @Transactional
    public Optional<UUID> keep(PatientId patient, MultipartFile file, About about) {
        try (var received = reception.of(List.of(file), List.of())) {
            if (received.nothing()) return Optional.empty();
            received.turned().stream().findFirst().ifPresent(FormFiles::refuse);
            var good = received.good();
            var known = documents.shown(patient, good.getFirst());
            if (known.isPresent()) return known;
            var deposit =
                    documents.deposit(
                            patient,
                            good,
                            new DepositForm(
                                    about.type(),
                                    about.title(),
                                    about.dated().toString(),
                                    about.source(),
                                    false,
                                    List.of(),
                                    "",
                                    "",
                                    null),
                            SignedIn.current().role().clinical());
            deposit.turned().stream().findFirst().ifPresent(FormFiles::refuse);
            return Optional.of(deposit.kept().getFirst().id());
        }
    }

    private static void refuse(Reception.Turned turned) {
        throw new FormRefused(
                new FormErrors().add("file", DocumentsText.of(turned.name(), turned.why())));
    }
}
