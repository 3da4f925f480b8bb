package fr.maillage.documents.internal;

import fr.maillage.documents.StoredContents;
import fr.maillage.documents.internal.DocumentsProperties.Store;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.platform.PieceStream;
import fr.maillage.platform.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The bytes of documents, in the database or in a folder. Written with the document, in its
/// transaction; read piece by piece, each in a short transaction, so that a slow reader holds no
/// connection. Every content has its SHA-256: one that was deleted or altered behind our back is
/// noticed, noted, and not given out; its record stays.
@Component
class Contents implements StoredContents {

    private static final int PAGE = 500;

    private final JdbcClient sql;
    private final TransactionTemplate shortly;
    private final Folder folder;
    private final DocumentsProperties properties;
    private final Clock clock;

    Contents(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Folder folder,
            DocumentsProperties properties,
            Clock clock) {
        this.sql = sql;
        this.shortly = new TransactionTemplate(transactions);
        this.folder = folder;
        this.properties = properties;
        this.clock = clock;
    }

    /// Keeps a file that was looked at. Returns the id of the content.
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID put(Incoming file, Format format, @Nullable Integer pages) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into documents.content (id, sha256, size, media_type, pages, store, stored_at, checked_at)
                        values (:id, :sha256, :size, :media, :pages, :store, :now, :now)
                        """)
                .param("id", id)
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("media", format.mediaType())
                .param("pages", pages, java.sql.Types.INTEGER)
                .param("store", properties.store().code())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (properties.store() == Store.FOLDER) {
            var network = acting().value();
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            if (status == STATUS_ROLLED_BACK) folder.remove(network, id);
                        }
                    });
            folder.put(network, id, file.path());
        } else {
            pieces(id, file);
        }
        return id;
    }

    private void pieces(UUID id, Incoming file) {
        PieceStream.cut(
                file.path(),
                (rank, bytes) ->
                        sql.sql(
                                        "insert into documents.chunk (content_id, rank, bytes) values (:id, :rank, :bytes)")
                                .param("id", id)
                                .param("rank", rank)
                                .param("bytes", bytes)
                                .update());
    }

    @Override
    public List<Held> after(@Nullable UUID after, int limit) {
        return Objects.requireNonNull(
                shortly.execute(_ ->
                        sql.sql(
                                        """
                                        select id, encode(sha256, 'hex') as sha256, size, media_type, store from documents.content
                                        where id > :after order by id limit :limit
                                        """)
                                .param("after", after == null ? new UUID(0, 0) : after)
                                .param("limit", limit)
                                .query((row, _) ->
                                        new Held(
                                                row.getObject("id", UUID.class),
                                                row.getString("sha256"),
                                                row.getLong("size"),
                                                row.getString("media_type"),
                                                row.getString("store")
                                                        .equals(Store.DATABASE.code())))
                                .list()));
    }

    @Override
    public InputStream open(UUID content) {
        record Place(UUID network, String store) {}
        var place =
                Objects.requireNonNull(
                        shortly.execute(_ ->
                                sql.sql(
                                                "select network_id, store from documents.content where id = :id")
                                        .param("id", content)
                                        .query((row, _) ->
                                                new Place(
                                                        row.getObject("network_id", UUID.class),
                                                        row.getString("store")))
                                        .optional()
                                        .orElseThrow(() -> new NotFound("contenu", content))));
        return place.store().equals(Store.FOLDER.code())
                ? folder.open(place.network(), content)
                : pieces(content);
    }

    /// Compares a content with its checksum and notes what it finds: INTACT, INTROUVABLE or ALTERE.
    /// Somebody who only reads (a doctor of several structures) is told, and notes nothing.
    String check(UUID content) {
        record Known(byte[] sha256, String state) {}
        var known =
                Objects.requireNonNull(
                        shortly.execute(_ ->
                                sql.sql(
                                                "select sha256, state from documents.content where id = :id")
                                        .param("id", content)
                                        .query((row, _) ->
                                                new Known(
                                                        row.getBytes("sha256"),
                                                        row.getString("state")))
                                        .optional()
                                        .orElseThrow(() -> new NotFound("contenu", content))));
        String found;
        try (var in = open(content)) {
            found = Arrays.equals(Incoming.digest(in), known.sha256()) ? "INTACT" : "ALTERE";
        } catch (Missing _) {
            found = "INTROUVABLE";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!found.equals(known.state()) && Tenancy.current().acting() != null)
            note(content, found);
        return found;
    }

    private void note(UUID content, String state) {
        shortly.executeWithoutResult(_ ->
                sql.sql(
                                "update documents.content set state = :state, checked_at = :now where id = :id")
                        .param("state", state)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", content)
                        .update());
    }

    @Override
    public Verification verify() {
        var missing = new ArrayList<UUID>();
        var altered = new ArrayList<UUID>();
        var files = new HashSet<String>();
        long checked = 0;
        @Nullable UUID last = null;
        for (var page = after(null, PAGE); !page.isEmpty(); page = after(last, PAGE)) {
            for (var held : page) {
                last = held.id();
                checked++;
                if (!held.inDatabase()) files.add(held.id().toString());
                switch (check(held.id())) {
                    case "INTROUVABLE" -> missing.add(held.id());
                    case "ALTERE" -> altered.add(held.id());
                    default -> {
                        // as it was received
                    }
                }
            }
        }
        return new Verification(
                checked, missing, altered, folder.orphans(acting().value(), files::contains));
    }

    private static NetworkId acting() {
        return Objects.requireNonNull(
                Tenancy.current().acting(), "documents are kept for one structure");
    }

    /// A content of the database, a piece at a time, under the structure of who asked.
    private InputStream pieces(UUID content) {
        var tenancy = Tenancy.current();
        return new PieceStream(rank -> tenancy.<byte[]>call(() -> piece(content, rank)));
    }

    private byte[] piece(UUID content, int rank) {
        var bytes =
                Objects.requireNonNull(
                        shortly.execute(_ ->
                                sql.sql(
                                                "select bytes from documents.chunk where content_id = :id and rank = :rank")
                                        .param("id", content)
                                        .param("rank", rank)
                                        .query((row, _) -> row.getBytes("bytes"))
                                        .optional()
                                        .orElseGet(() -> new byte[0])));
        if (bytes.length == 0 && rank == 0) throw new Missing(content, null);
        return bytes;
    }
}
