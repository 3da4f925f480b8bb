package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.LetterAudience;
import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// [Recipients], for other modules.
@Component
class LetterReaders implements LetterAudience {

    private final Recipients recipients;

    LetterReaders(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public List<Reader> readers(PatientId patient, LocalDate day) {
        return recipients.of(patient, day).stream()
                .map(r ->
                        new Reader(
                                r.kind().name(),
                                r.name(),
                                r.quality(),
                                r.rpps(),
                                r.line(),
                                r.never(),
                                r.clinicalNever()))
                .toList();
    }
}
