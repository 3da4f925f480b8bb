package fr.maillage.documents.internal;

import fr.maillage.access.Trail;
import fr.maillage.casefile.Rights;
import fr.maillage.documents.DocumentOfPerson;
import fr.maillage.documents.DocumentReceived;
import fr.maillage.documents.internal.Reception.Good;
import fr.maillage.documents.internal.Reception.Turned;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done to documents. A document comes (to a person's file, or to the tray), is filed, gets
/// new versions, is described anew, is removed from view and put back; nothing of it is ever
/// deleted. Each act leaves its line in the trail, and those of note in the line of life. Who may
/// is asked before, by the controllers.
@Service
@Transactional
class DocumentService {

    private final JdbcClient sql;
    private final Contents contents;
    private final Versions versions;
    private final KnownContents known;
    private final Words words;
    private final Rights rights;
    private final Traces traces;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentService(
            JdbcClient sql,
            Contents contents,
            Versions versions,
            KnownContents known,
            Words words,
            Rights rights,
            Traces traces,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.versions = versions;
        this.known = known;
        this.words = words;
        this.rights = rights;
        this.traces = traces;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// A document that was kept.
    record Kept(UUID id, String title) {}

    /// What became of each file.
    ///
    /// @param notes what was typed and could not be taken; the files are kept without it
    record Deposit(List<Kept> kept, List<Turned> turned, FormErrors notes) {
        boolean whole() {
            return turned.isEmpty() && notes.none();
        }
    }

    /// One document, wherever it is, the pieces of concerns excepted. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Stored get(UUID id) {
        return sql.sql(
                        "select "
                                + Stored.COLUMNS
                                + Stored.FROM
                                + " where d.id = :id and d.concern_id is null")
                .param("id", id)
                .query(Stored::of)
                .optional()
                .orElseThrow(() -> new NotFound("document", id));
    }

    /// Keeps files, each as a document of `patient`, or of the tray when null. A content the person
    /// already has is not kept twice.
    Deposit deposit(
            @Nullable PatientId patient, List<Good> files, DepositForm form, boolean mayChoose) {
        var notes = new FormErrors();
        form.words(notes);
        var day = form.day(LocalDate.now(clock), notes).orElse(null);
        var right = right(patient, form, notes);
        var type = form.kind();
        var audience = mayChoose && form.chosen() ? form.audience() : Audience.of(type.audience());
        known.lock(patient == null ? null : patient.value());
        var kept = new ArrayList<Kept>();
        var turned = new ArrayList<Turned>();
        for (var good : files) {
            var file = good.file();
            var same = known.same(patient == null ? null : patient.value(), file.sha256());
            if (same.isPresent() && !same.get().removed()) {
                turned.add(new Turned(file.name(), KnownContents.already(same.get())));
                continue;
            }
            var title = title(form, type, file.name(), kept.size() + 1);
            var content =
                    same.map(KnownContents.Same::content)
                            .orElseGet(() ->
                                    contents.put(
                                            file, good.found().format(), good.found().pages()));
            var source = DepositForm.cut(form.source());
            var id = write(patient, type, title, day, source, audience, right, content, good);
            kept.add(new Kept(id, title));
        }
        return new Deposit(kept, turned, notes);
    }

    /// The document of the person that already shows this content; empty when none does.
    Optional<UUID> shown(PatientId patient, Good file) {
        return known.same(patient.value(), file.file().sha256())
                .filter(same -> !same.removed())
                .map(KnownContents.Same::document);
    }

    private UUID write(
            @Nullable PatientId patient,
            DocumentType type,
            String title,
            @Nullable LocalDate day,
            String source,
            List<String> audience,
            @Nullable UUID right,
            UUID content,
            Good file) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into documents.document (id, patient_id, type, title, dated_on, source, audience, right_id, content_id, deposited_at,
                            deposited_by_name, handled_at, filed_at, filed_by_name)
                        values (:id, :patient, :type, :title, :day, :source, :audience, :right, :content, :now, :by, :now, :filed, :filedBy)
                        """)
                .param("id", id)
                .param("patient", patient == null ? null : patient.value(), java.sql.Types.OTHER)
                .param("type", type.name())
                .param("title", title)
                .param("day", day, java.sql.Types.DATE)
                .param("source", source.isEmpty() ? null : source, java.sql.Types.VARCHAR)
                .param("audience", audience.toArray(String[]::new))
                .param("right", right, java.sql.Types.OTHER)
                .param("content", content)
                .param("now", now())
                .param("by", Versions.who())
                .param("filed", patient == null ? null : now(), java.sql.Types.TIMESTAMP)
                .param("filedBy", patient == null ? null : Versions.who(), java.sql.Types.VARCHAR)
                .update();
        versions.first(id, content, file);
        words.rewrite(id);
        if (patient != null)
            traces.told(
                    patient, Trail.Action.CREATE, id, DocumentsText.added(type), title, audience);
        events.publishEvent(new DocumentReceived(network(), id));
        if (patient != null)
            events.publishEvent(new DocumentOfPerson(network(), id, patient, true));
        return id;
    }

    /// Another file takes the place of the one shown; the former stays readable. Throws
    /// [FormRefused].
    void replace(Stored document, Good file, DepositForm form) {
        var errors = new FormErrors();
        why(form, errors, DocumentsText.WHY_REPLACED);
        FormRefused.unless(errors);
        known.lock(document.patient());
        var same = known.same(document.patient(), file.file().sha256());
        if (same.isPresent()
                && !same.get().removed()
                && (!same.get().document().equals(document.id())
                        || same.get().content().equals(document.content())))
            throw new FormRefused(
                    errors.add(
                            "file",
                            DocumentsText.of(
                                    file.file().name(), KnownContents.already(same.get()))));
        var content =
                same.map(KnownContents.Same::content)
                        .orElseGet(() ->
                                contents.put(
                                        file.file(), file.found().format(), file.found().pages()));
        var number = versions.next(document.id(), content, file, form.why());
        changed(
                sql.sql(
                                """
                                update documents.document set shown = :number, content_id = :content, version = version + 1
                                where id = :id and version = :version and removed_at is null
                                """)
                        .param("number", number)
                        .param("content", content)
                        .param("id", document.id())
                        .param("version", expected(document, form))
                        .update());
        words.rewrite(document.id());
        of(document)
                .ifPresent(patient ->
                        traces.told(
                                patient,
                                Trail.Action.UPDATE,
                                document.id(),
                                DocumentsText.replaced(document.type(), number),
                                form.why(),
                                document.audience()));
        events.publishEvent(new DocumentReceived(network(), document.id()));
    }

    /// Describes it anew. The audience changes when it is chosen, or when the type does and the
    /// audience was the former type's own. Throws [FormRefused].
    void describe(Stored document, DepositForm form, boolean mayChoose) {
        var errors = new FormErrors();
        form.words(errors);
        var day = form.day(LocalDate.now(clock), errors).orElse(null);
        if (form.title().isEmpty()) errors.add("title", DocumentsText.TITLE);
        var right = right(of(document).orElse(null), form, errors);
        FormRefused.unless(errors);
        var type = form.kind();
        var usual = Set.copyOf(document.audience()).equals(document.type().audience());
        var audience =
                mayChoose && form.chosen()
                        ? form.audience()
                        : mayChoose || usual && type != document.type()
                                ? Audience.of(type.audience())
                                : document.audience();
        changed(
                sql.sql(
                                """
                                update documents.document set type = :type, title = :title, dated_on = :day, source = :source, audience = :audience,
                                    right_id = :right, version = version + 1
                                where id = :id and version = :version and removed_at is null
                                """)
                        .param("type", type.name())
                        .param("title", form.title())
                        .param("day", day, java.sql.Types.DATE)
                        .param(
                                "source",
                                form.source().isEmpty() ? null : form.source(),
                                java.sql.Types.VARCHAR)
                        .param("audience", audience.toArray(String[]::new))
                        .param("right", right, java.sql.Types.OTHER)
                        .param("id", document.id())
                        .param("version", expected(document, form))
                        .update());
        words.rewrite(document.id());
        of(document)
                .ifPresent(patient ->
                        trail.wrote(Trail.Action.UPDATE, patient, "DOCUMENT", document.id()));
    }

    /// Takes it out of view, with the reason; it stays kept. Throws [FormRefused].
    void remove(Stored document, DepositForm form) {
        var errors = new FormErrors();
        why(form, errors, DocumentsText.WHY_REMOVED);
        FormRefused.unless(errors);
        changed(
                sql.sql(
                                """
                                update documents.document set removed_at = :now, removed_by_name = :by, removed_why = :why, version = version + 1
                                where id = :id and version = :version and removed_at is null
                                """)
                        .param("now", now())
                        .param("by", Versions.who())
                        .param("why", form.why())
                        .param("id", document.id())
                        .param("version", expected(document, form))
                        .update());
        of(document)
                .ifPresent(patient ->
                        traces.told(
                                patient,
                                Trail.Action.UPDATE,
                                document.id(),
                                DocumentsText.removed(document.type()),
                                form.why(),
                                document.audience()));
        of(document)
                .ifPresent(patient ->
                        events.publishEvent(
                                new DocumentOfPerson(network(), document.id(), patient, false)));
    }

    /// Shows again what was removed; unless the same content came back meanwhile. Throws
    /// [FormRefused].
    void putBack(Stored document, DepositForm form) {
        known.lock(document.patient());
        var same = known.same(document.patient(), known.hash(document.content()));
        if (same.isPresent() && !same.get().removed())
            throw new FormRefused(
                    new FormErrors()
                            .add(
                                    "why",
                                    DocumentsText.of(
                                            document.title(), KnownContents.already(same.get()))));
        changed(
                sql.sql(
                                """
                                update documents.document set removed_at = null, removed_by_name = null, removed_why = null, version = version + 1
                                where id = :id and version = :version and removed_at is not null
                                """)
                        .param("id", document.id())
                        .param("version", expected(document, form))
                        .update());
        of(document)
                .ifPresent(patient ->
                        traces.told(
                                patient,
                                Trail.Action.UPDATE,
                                document.id(),
                                DocumentsText.shownAgain(document.type()),
                                null,
                                document.audience()));
        of(document)
                .ifPresent(patient ->
                        events.publishEvent(
                                new DocumentOfPerson(network(), document.id(), patient, true)));
    }

    /// The right chosen, when it is one of the person's; what is wrong goes to `errors`.
    private @Nullable UUID right(@Nullable PatientId patient, DepositForm form, FormErrors errors) {
        if (patient == null || form.right().isEmpty()) return null;
        var chosen =
                Ids.parse(form.right())
                        .filter(id -> rights.of(patient).stream().anyMatch(r -> r.id().equals(id)));
        if (chosen.isEmpty()) errors.add("right", DocumentsText.RIGHT);
        return chosen.orElse(null);
    }

    /// What was typed, else what the name of the file says, else its type.
    static String title(DepositForm form, DocumentType type, String file, int rank) {
        var typed = DepositForm.cut(form.title());
        if (!typed.isEmpty()) return rank < 2 ? typed : DocumentsText.nth(typed, rank);
        return DocumentsText.titleOf(file).orElse(type.label());
    }

    /// The reason, which must be there and short enough.
    static void why(DepositForm form, FormErrors errors, String missing) {
        if (form.why().isEmpty()) errors.add("why", missing);
        if (form.why().length() > DepositForm.LONGEST_WHY)
            errors.add("why", DocumentsText.tooLong(DepositForm.LONGEST_WHY));
    }

    static void changed(int lines) {
        if (lines == 0) throw new OptimisticLockingFailureException("a colleague was first");
    }

    /// The version the form was shown with; without one, the one just read.
    static int expected(Stored document, DepositForm form) {
        return form.version() == null ? document.version() : form.version();
    }

    static Optional<PatientId> of(Stored document) {
        return Optional.ofNullable(document.patient()).map(PatientId::new);
    }

    static fr.maillage.kernel.NetworkId network() {
        return Objects.requireNonNull(Tenancy.current().acting(), "no structure to write to");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
