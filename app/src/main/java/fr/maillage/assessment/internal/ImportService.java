package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Questionnaires a structure brings: received from a file or refused with its lines, published
/// with the right declared, withdrawn. A published version never changes; the next one is another
/// file.
@Service
class ImportService {

    private final ImportedRepository repository;
    private final Questionnaires questionnaires;
    private final Clock clock;

    ImportService(ImportedRepository repository, Questionnaires questionnaires, Clock clock) {
        this.repository = repository;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /// What became of a file.
    sealed interface Received {
        /// Kept, to be tried.
        record Kept(UUID id) implements Received {}

        /// Nothing was kept.
        record Refused(List<FhirFile.Place> faults) implements Received {}
    }

    @Transactional
    public Received receive(byte[] bytes) {
        ReadQuestionnaire file;
        try {
            file = ReadQuestionnaire.of(bytes, FhirContext.forR4Cached(), questionnaires.engine());
        } catch (ReadQuestionnaire.Refused refused) {
            return new Received.Refused(refused.faults());
        }
        if (repository.codeTaken(file.code(), file.url()))
            return new Received.Refused(List.of(new FhirFile.Place(0, ImportText.CODE_TAKEN)));
        var id = repository.receive(file, SignedIn.current().displayName());
        if (id == null)
            return new Received.Refused(List.of(new FhirFile.Place(0, ImportText.EXISTS)));
        questionnaires.forget(id);
        return new Received.Kept(id);
    }

    /// Publishes a file that was tried. Throws `FormRefused` naming the field, `NotFound` when it
    /// is not to be tried any more.
    @Transactional
    public void publish(UUID id, Sent form) {
        var imported = repository.lock(id);
        if (!imported.toTry()) throw new NotFound("questionnaire", id);
        var tool =
                RestrictedTool.in(
                                imported.title() + " " + imported.code(),
                                questionnaires.engine().definitions())
                        .orElse(null);
        var right = RightForm.read(form, tool, LocalDate.now(clock));
        FormRefused.unless(form.errors());
        repository.publish(id, right, SignedIn.current().displayName());
    }

    /// Withdraws every published version of a questionnaire: what is begun may be finished, nothing
    /// new begins.
    @Transactional
    public void withdraw(UUID id, Sent form) {
        var imported = repository.lock(id);
        if (!imported.published()) throw new NotFound("questionnaire", id);
        var why = RightForm.why(form);
        FormRefused.unless(form.errors());
        repository.withdraw(imported.url(), why, SignedIn.current().displayName());
    }

    /// Removes a file that was never published.
    @Transactional
    public void remove(UUID id) {
        if (!repository.lock(id).toTry()) throw new NotFound("questionnaire", id);
        repository.remove(id);
        questionnaires.forget(id);
    }
}
