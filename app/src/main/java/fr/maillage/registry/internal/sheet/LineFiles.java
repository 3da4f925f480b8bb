package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import fr.maillage.platform.PieceStream;
import fr.maillage.registry.FileInspection.Looked;
import fr.maillage.registry.StoredTexts.Verification;
import fr.maillage.web.FormRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The files of the lines of a sheet: texts, agreements, minutes. Versions follow each other, each
/// with its day; one that is withdrawn stays, out of view. They stand in the register and not among
/// the documents of a structure: an agency keeps some, and others read them.
@Component
@Transactional
public class LineFiles {

    private static final String COLUMNS =
            """
            select f.id, coalesce(f.document_id, f.agreement_id, f.meeting_id) as line, f.number, f.dated_on, f.name, f.media_type, f.size, f.sha256, f.why,
                   f.added_at, f.added_by, f.withdrawn_at, f.withdrawn_by, f.withdrawn_why,
                   coalesce(d.audience, m.minutes_audience, case when a.public then 'PUBLIC' else 'TRAVAIL' end) as audience
            from registry.file f left join registry.document d on d.id = f.document_id left join registry.agreement a on a.id = f.agreement_id
            left join registry.body_meeting m on m.id = f.meeting_id where f.structure_id = :structure
            """;

    private final JdbcClient sql;
    private final SheetStore store;
    private final TransactionTemplate shortly;
    private final Clock clock;

    LineFiles(
            JdbcClient sql,
            SheetStore store,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.shortly = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What a file hangs on.
    public enum On {
        DOCUMENT,
        AGREEMENT,
        MEETING
    }

    /// @param number from 1
    /// @param datedOn the day written on it
    /// @param withdrawn the day it was taken out of view, and why; null while it is shown
    public record Version(
            UUID id,
            UUID line,
            int number,
            LocalDate datedOn,
            String name,
            String mediaType,
            long size,
            byte[] sha256,
            @Nullable String why,
            Timestamp addedAt,
            String addedBy,
            @Nullable Withdrawn withdrawn,
            String audience) {}

    public record Withdrawn(Timestamp at, String by, String why) {}

    private static Version version(ResultSet row) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new Version(
                row.getObject("id", UUID.class),
                row.getObject("line", UUID.class),
                row.getInt("number"),
                row.getObject("dated_on", LocalDate.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getBytes("sha256"),
                row.getString("why"),
                row.getTimestamp("added_at"),
                row.getString("added_by"),
                withdrawn == null
                        ? null
                        : new Withdrawn(
                                withdrawn,
                                row.getString("withdrawn_by"),
                                row.getString("withdrawn_why")),
                row.getString("audience"));
    }

    /// Versions by line, latest first, withdrawn ones too: what who is signed in may read.
    @Transactional(readOnly = true)
    public Map<UUID, List<Version>> of(Structure structure) {
        var who = SignedIn.current();
        var found = new LinkedHashMap<UUID, List<Version>>();
        sql
                .sql(COLUMNS + " order by f.number desc, f.id")
                .param("structure", structure.id())
                .query((row, _) -> version(row))
                .list()
                .stream()
                .filter(v -> Rights.reads(who, structure, v.audience()))
                .forEach(v -> found.computeIfAbsent(v.line(), _ -> new ArrayList<>()).add(v));
        return found;
    }

    /// Keeps a file that was looked at, as the next version of those of a line. Throws
    /// `FormRefused` when it is the one that is shown already, `AccessDeniedException` when the
    /// sheet is not theirs, `NotFound`.
    void add(
            Shape shape,
            UUID structureId,
            UUID line,
            LocalDate dated,
            @Nullable String why,
            Looked file) {
        var on = Objects.requireNonNull(shape.files());
        var structure = store.allowed(shape, structureId);
        store.line(shape, structureId, line); // there is one
        var versions = of(structure).getOrDefault(line, List.of());
        var shown = versions.stream().filter(v -> v.withdrawn() == null).findFirst();
        if (shown.isPresent() && Arrays.equals(shown.get().sha256(), file.sha256()))
            throw FormRefused.because("file", FileText.same(shown.get().number()));
        var id = Ids.next();
        try {
            sql.sql(
                            """
                            insert into registry.file (id, structure_id, document_id, agreement_id, meeting_id, number, dated_on, name, media_type, size, sha256, why, added_at, added_by)
                            values (:id, :structure, :document_id, :agreement_id, :meeting_id, :number, :dated, :name, :media, :size, :sha256, :why, :now, :by)
                            """)
                    .param("id", id)
                    .param("structure", structureId)
                    .param("document_id", on == On.DOCUMENT ? line : null, Types.OTHER)
                    .param("agreement_id", on == On.AGREEMENT ? line : null, Types.OTHER)
                    .param("meeting_id", on == On.MEETING ? line : null, Types.OTHER)
                    .param(
                            "number",
                            versions.stream().mapToInt(Version::number).max().orElse(0) + 1)
                    .param("dated", dated)
                    .param("name", file.name())
                    .param("media", file.mediaType())
                    .param("size", file.size())
                    .param("sha256", file.sha256())
                    .param("why", why, Types.VARCHAR)
                    .param("now", now())
                    .param("by", SignedIn.current().role().label())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("a version of a text", e);
        }
        PieceStream.cut(
                file.path(),
                (rank, bytes) ->
                        sql.sql(
                                        "insert into registry.file_piece (file_id, rank, bytes) values (:id, :rank, :bytes)")
                                .param("id", id)
                                .param("rank", rank)
                                .param("bytes", bytes)
                                .update());
    }

    /// Takes a version out of view, with the reason; the former one is shown again. Throws
    /// `OptimisticLockingFailureException` when it was already, and as [#add].
    void withdraw(Shape shape, UUID structureId, UUID file, String why) {
        store.allowed(shape, structureId);
        var done =
                sql.sql(
                                "update registry.file set withdrawn_at = :now, withdrawn_by = :by, withdrawn_why = :why where id = :id and structure_id = :structure and withdrawn_at is null")
                        .param("now", now())
                        .param("by", SignedIn.current().role().label())
                        .param("why", why)
                        .param("id", file)
                        .param("structure", structureId)
                        .update();
        if (done == 1) return;
        get(store.structure(structureId), file);
        throw new OptimisticLockingFailureException("a withdrawn file");
    }

    private Version get(Structure structure, UUID file) {
        var who = SignedIn.current();
        return sql.sql(COLUMNS + " and f.id = :id")
                .param("structure", structure.id())
                .param("id", file)
                .query((row, _) -> version(row))
                .optional()
                .filter(v -> Rights.reads(who, structure, v.audience()))
                .orElseThrow(() -> new NotFound("fichier du registre", file));
    }

    /// A version that is shown and whose bytes are those that came. Throws `NotFound`, the same
    /// whether there is none, it is not theirs to read, it was withdrawn, or it was altered.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Version readable(UUID structure, UUID file) {
        var found =
                Objects.requireNonNull(shortly.execute(_ -> get(store.structure(structure), file)));
        if (found.withdrawn() != null || !Arrays.equals(digest(file), found.sha256()))
            throw new NotFound("fichier du registre", file);
        return found;
    }

    private record Held(UUID id, byte[] sha256) {}

    /// Compares the files of the sheets that the context edits, one after the other.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Verification compare() {
        var held =
                Objects.requireNonNull(
                        shortly.execute(_ ->
                                sql.sql(
                                                "select f.id, f.sha256 from registry.file f where registry.may_edit(f.structure_id) order by f.id")
                                        .query((row, _) ->
                                                new Held(
                                                        row.getObject("id", UUID.class),
                                                        row.getBytes("sha256")))
                                        .list()));
        return new Verification(
                held.size(),
                held.stream()
                        .filter(h -> !Arrays.equals(digest(h.id()), h.sha256()))
                        .map(Held::id)
                        .toList());
    }

    private byte[] digest(UUID file) {
        try (var in = new DigestInputStream(open(file), Sha256.begin())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its bytes, read as they are asked for; the caller closes.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public InputStream open(UUID file) {
        return new PieceStream(rank ->
                Objects.requireNonNull(
                        shortly.execute(_ ->
                                sql.sql(
                                                "select bytes from registry.file_piece where file_id = :id and rank = :rank")
                                        .param("id", file)
                                        .param("rank", rank)
                                        .query((row, _) -> row.getBytes("bytes"))
                                        .optional()
                                        .orElseGet(() -> new byte[0]))));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
