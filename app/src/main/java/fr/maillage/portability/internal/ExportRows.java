package fr.maillage.portability.internal;

import fr.maillage.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Exports that were asked for. Joins the caller's transaction.
@Component
class ExportRows {

    private static final String ALL =
            """
            select id, state, step, total, done, size, failure, asked_at, asked_by, asked_by_name, ready_at, expires_at, downloaded_at from portability.export
            """;

    private final JdbcClient sql;
    private final Duration kept;

    ExportRows(JdbcClient sql, @Value("${maillage.portability.export-kept:7d}") Duration kept) {
        this.sql = sql;
        this.kept = kept;
    }

    /// @param state EN_COURS, PRET, ECHEC or EFFACE
    record Export(
            UUID id,
            String state,
            String step,
            int total,
            int done,
            long size,
            @Nullable String failure,
            Instant askedAt,
            UUID askedBy,
            String askedByName,
            @Nullable Instant readyAt,
            @Nullable Instant expiresAt,
            @Nullable Instant downloadedAt) {}

    /// How long a file is kept.
    Duration kept() {
        return kept;
    }

    /// Throws `NotFound`.
    Export get(UUID id) {
        return sql.sql(ALL + " where id = :id")
                .param("id", id)
                .query((row, _) -> export(row))
                .optional()
                .orElseThrow(() -> new NotFound("export", id));
    }

    List<Export> latest(int limit) {
        return sql.sql(ALL + " order by asked_at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> export(row))
                .list();
    }

    boolean working() {
        return sql.sql("select exists (select 1 from portability.export where state = 'EN_COURS')")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void insert(UUID id, Instant now, String by) {
        sql.sql(
                        "insert into portability.export (id, state, asked_at, asked_by_name) values (:id, 'EN_COURS', :now, :by)")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
    }

    void progress(UUID id, String step, int done, int total) {
        sql.sql(
                        "update portability.export set step = :step, done = :done, total = :total where id = :id")
                .param("step", step)
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update();
    }

    void ready(UUID id, long size, byte[] sha256, Instant now) {
        sql.sql(
                        "update portability.export set state = 'PRET', size = :size, sha256 = :sha256, ready_at = :now, expires_at = :until where id = :id")
                .param("size", size)
                .param("sha256", sha256)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(kept)))
                .param("id", id)
                .update();
    }

    void failed(UUID id, String sentence) {
        sql.sql("update portability.export set state = 'ECHEC', failure = :sentence where id = :id")
                .param("sentence", sentence)
                .param("id", id)
                .update();
    }

    void downloaded(UUID id, Instant now) {
        sql.sql("update portability.export set downloaded_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /// Those whose time is over.
    List<UUID> expired(Instant now) {
        return sql.sql(
                        "select id from portability.export where state = 'PRET' and expires_at <= :now")
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void erased(UUID id) {
        sql.sql("update portability.export set state = 'EFFACE' where id = :id")
                .param("id", id)
                .update();
    }

    private static Export export(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("step"),
                row.getInt("total"),
                row.getInt("done"),
                row.getLong("size"),
                row.getString("failure"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_by_name"),
                TakeoverRows.instant(row, "ready_at"),
                TakeoverRows.instant(row, "expires_at"),
                TakeoverRows.instant(row, "downloaded_at"));
    }
}
