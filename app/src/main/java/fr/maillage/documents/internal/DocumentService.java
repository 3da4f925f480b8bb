package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.Rights;
import fr.maillage.documents.DocumentOfPerson;
import fr.maillage.documents.DocumentReceived;
import fr.maillage.documents.internal.Reception.Good;
import fr.maillage.documents.internal.Reception.Turned;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Words words;
    private final Rights rights;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentService(
            JdbcClient sql,
            Contents contents,
            Versions versions,
            Words words,
            Rights rights,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.versions = versions;
        this.words = words;
        this.rights = rights;
        this.timeline = timeline;
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
        lock(patient == null ? null : patient.value());
        var kept = new ArrayList<Kept>();
        var turned = new ArrayList<Turned>();
        for (var good : files) {
            var file = good.file();
            var same = same(patient == null ? null : patient.value(), file.sha256());
            if (same.isPresent() && !same.get().removed()) {
                turned.add(new Turned(file.name(), already(same.get())));
                continue;
            }
            var title = title(form, type, file.name(), kept.size() + 1);
            var content =
                    same.map(Same::content)
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
        return same(patient.value(), file.file().sha256())
                .filter(same -> !same.removed())
                .map(Same::document);
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
            told(patient, Trail.Action.CREATE, id, DocumentsText.added(type), title, audience);
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
        lock(document.patient());
        var same = same(document.patient(), file.file().sha256());
        if (same.isPresent()
                && !same.get().removed()
                && (!same.get().document().equals(document.id())
                        || same.get().content().equals(document.content())))
            throw new FormRefused(
                    errors.add("file", DocumentsText.of(file.file().name(), already(same.get()))));
        var content =
                same.map(Same::content)
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
                        told(
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
                        told(
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
        lock(document.patient());
        var same = same(document.patient(), hash(document.content()));
        if (same.isPresent() && !same.get().removed())
            throw new FormRefused(
                    new FormErrors()
                            .add("why", DocumentsText.of(document.title(), already(same.get()))));
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
                        told(
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

    /// Files a document of the tray to a person. Throws [FormRefused] when they already have it.
    void file(Stored document, PatientId patient, DepositForm form) {
        var errors = new FormErrors();
        form.words(errors);
        var day = form.day(LocalDate.now(clock), errors).orElse(null);
        lock(patient.value());
        same(patient.value(), hash(document.content()))
                .filter(same -> !same.removed())
                .ifPresent(same ->
                        errors.add("patient", DocumentsText.of(document.title(), already(same))));
        FormRefused.unless(errors);
        var type = form.kind();
        var title = title(form, type, document.fileName(), 0);
        changed(
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
                        .param("version", expected(document, form))
                        .update());
        words.rewrite(document.id());
        told(
                patient,
                Trail.Action.CREATE,
                document.id(),
                DocumentsText.added(type),
                title,
                type.audience());
        events.publishEvent(new DocumentOfPerson(network(), document.id(), patient, true));
    }

    /// Filed to the wrong person: back to the tray.
    void backToTray(Stored document, DepositForm form) {
        var patient = of(document).orElseThrow(() -> new NotFound("document", document.id()));
        changed(
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
                        .param("version", expected(document, form))
                        .update());
        trail.wrote(Trail.Action.UPDATE, patient, "DOCUMENT", document.id());
        timeline.add(
                patient,
                Timeline.Kind.DOCUMENT,
                DocumentsText.misfiled(document.type()),
                null,
                null,
                true);
        events.publishEvent(new DocumentOfPerson(network(), document.id(), patient, false));
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

    /// A content that a person, or the tray, already has.
    ///
    /// @param removed the document it belongs to was taken out of view
    record Same(UUID document, String title, UUID content, boolean removed) {}

    private Optional<Same> same(@Nullable UUID patient, byte[] sha256) {
        return sql.sql(
                        """
                        select d.id, d.title, c.id as content, d.removed_at is not null as removed
                        from documents.content c
                        join documents.version v on v.network_id = c.network_id and v.content_id = c.id
                        join documents.document d on d.network_id = v.network_id and d.id = v.document_id
                        where c.sha256 = :sha256 and d.concern_id is null and d.patient_id is not distinct from cast(:patient as uuid)
                        order by d.removed_at nulls first, v.number = d.shown desc limit 1
                        """)
                .param("sha256", sha256)
                .param("patient", patient == null ? null : patient.toString())
                .query((row, _) ->
                        new Same(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getObject("content", UUID.class),
                                row.getBoolean("removed")))
                .optional();
    }

    /// Its title only for those who read all documents: a secretary who brings the same letter
    /// learns that it is there, not under what words.
    private static Refusal already(Same same) {
        var reads = SignedIn.find().filter(who -> who.role().clinical()).isPresent();
        return new Refusal.Already(same.document(), reads ? same.title() : null);
    }

    private byte[] hash(UUID content) {
        return sql.sql("select sha256 from documents.content where id = :id")
                .param("id", content)
                .query((row, _) -> row.getBytes("sha256"))
                .single();
    }

    /// Two people who bring the same file at the same time are one after the other.
    private void lock(@Nullable UUID patient) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "documents:" + (patient == null ? network().value() : patient))
                .query((_, _) -> 0)
                .list();
    }

    private void told(
            PatientId patient,
            Trail.Action action,
            UUID document,
            String title,
            @Nullable String detail,
            Collection<String> audience) {
        trail.wrote(action, patient, "DOCUMENT", document);
        timeline.add(
                patient,
                Timeline.Kind.DOCUMENT,
                title,
                detail,
                "/documents/" + document,
                !audience.contains(Audience.RECEPTION));
    }

    private static String title(DepositForm form, DocumentType type, String file, int rank) {
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

    private static void changed(int lines) {
        if (lines == 0) throw new OptimisticLockingFailureException("a colleague was first");
    }

    /// The version the form was shown with; without one, the one just read.
    static int expected(Stored document, DepositForm form) {
        return form.version() == null ? document.version() : form.version();
    }

    private static Optional<PatientId> of(Stored document) {
        return Optional.ofNullable(document.patient()).map(PatientId::new);
    }

    private static fr.maillage.kernel.NetworkId network() {
        return Objects.requireNonNull(Tenancy.current().acting(), "no structure to write to");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
