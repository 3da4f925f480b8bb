package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.documents.DocumentOfPerson;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tray: a document without a name is filed to a person, one filed to the wrong person goes
/// back. Who may is asked before, by the controllers.
@Service
@Transactional
class FilingService {

    private final JdbcClient sql;
    private final KnownContents known;
    private final Words words;
    private final Traces traces;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FilingService(
            JdbcClient sql,
            KnownContents known,
            Words words,
            Traces traces,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.known = known;
        this.words = words;
        this.traces = traces;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Files a document of the tray to a person. Throws [FormRefused] when they already have it.
    void file(Stored document, PatientId patient, DepositForm form) {
        var errors = new FormErrors();
        form.words(errors);
        var day = form.day(LocalDate.now(clock), errors).orElse(null);
        known.lock(patient.value());
        known.same(patient.value(), known.hash(document.content()))
                .filter(same -> !same.removed())
                .ifPresent(same ->
                        errors.add(
                                "patient",
                                DocumentsText.of(document.title(), KnownContents.already(same))));
        FormRefused.unless(errors);
        var type = form.kind();
        var title = DocumentService.title(form, type, document.fileName(), 0);
        DocumentService.changed(
                sql.sql(
                                """
                                update documents.document set patient_id = :patient, type = :type, title = :title, dated_on = :day, source = :source,
                                    audience = :audience, filed_at = :now, filed_by_name = :by, handled_at = :now, handled_by = :account,
                                    version = version + 1
                                where id = :id and version = :version and patient_id is null and removed_at is null
                                """)
                        .param("patient", patient.value())
                        .param("type", type.name())
                        .param("title", title)
                        .param("day", day, java.sql.Types.DATE)
                        .param(
                                "source",
                                form.source().isEmpty() ? null : form.source(),
                                java.sql.Types.VARCHAR)
                        .param("audience", type.audience().toArray(String[]::new))
                        .param("now", now())
                        .param("by", Versions.who())
                        .param(
                                "account",
                                SignedIn.find().map(SignedIn::accountId).orElse(null),
                                java.sql.Types.OTHER)
                        .param("id", document.id())
                        .param("version", DocumentService.expected(document, form))
                        .update());
        words.rewrite(document.id());
        traces.told(
                patient,
                Trail.Action.CREATE,
                document.id(),
                DocumentsText.added(type),
                title,
                type.audience());
        events.publishEvent(
                new DocumentOfPerson(DocumentService.network(), document.id(), patient, true));
    }

    /// Filed to the wrong person: back to the tray.
    void backToTray(Stored document, DepositForm form) {
        var patient =
                DocumentService.of(document)
                        .orElseThrow(() -> new NotFound("document", document.id()));
        DocumentService.changed(
                sql.sql(
                                """
                                update documents.document set patient_id = null, right_id = null, filed_at = null, filed_by_name = null, handled_at = :now,
                                    handled_by = :account, version = version + 1
                                where id = :id and version = :version and removed_at is null
                                """)
                        .param("now", now())
                        .param(
                                "account",
                                SignedIn.find().map(SignedIn::accountId).orElse(null),
                                java.sql.Types.OTHER)
                        .param("id", document.id())
                        .param("version", DocumentService.expected(document, form))
                        .update());
        trail.wrote(Trail.Action.UPDATE, patient, "DOCUMENT", document.id());
        timeline.add(
                patient,
                Timeline.Kind.DOCUMENT,
                DocumentsText.misfiled(document.type()),
                null,
                null,
                true);
        events.publishEvent(
                new DocumentOfPerson(DocumentService.network(), document.id(), patient, false));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
