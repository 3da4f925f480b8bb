package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.kernel.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was loaded and what was refused. Each writing is a transaction of its own: the progress of
/// an import is seen while it runs, and what is said of it stays when it fails.
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Editions {

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Editions(JdbcClient sql, JdbcTemplate jdbc, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Where an import stands.
    enum Step {
        READING,
        COMPARING,
        TAKING_CHANGES,
        INDEXING,
        SWITCHING
    }

    /// What is known of one.
    ///
    /// @param why code of the refusal ([Unusable.Why]), with its `detail`
    record Edition(
            String state,
            @Nullable Step step,
            long lines,
            long wrong,
            long warned,
            long added,
            long removed,
            @Nullable String why,
            @Nullable String detail) {}

    private static final String COLUMNS =
            "select state, step, lines, wrong, warned, added, removed, why, why_detail as detail from directory.edition";

    Edition get(UUID id) {
        return sql.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(Edition.class))
                .single();
    }

    /// The one that runs.
    Optional<Edition> running() {
        return sql.sql(COLUMNS + " where state = 'EN_COURS' order by begun_at desc limit 1")
                .query(DataClassRowMapper.newInstance(Edition.class))
                .optional();
    }

    /// Begins one.
    ///
    /// @param bytes of text, 0 when unknown
    UUID begin(Source source, String file, String author, long bytes) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into directory.edition (id, source, file_name, begun_at, author, bytes)
                        values (:id, :source, :file, :at, :author, :bytes)
                        """)
                .param("id", id)
                .param("source", source.name())
                .param("file", file)
                .param("at", now())
                .param("author", author)
                .param("bytes", Math.max(0, bytes))
                .update();
        return id;
    }

    /// Where it stands.
    void progress(UUID id, Step step, long done, long lines) {
        sql.sql(
                        "update directory.edition set step = :step, done = :done, lines = :lines where id = :id")
                .param("step", step.name())
                .param("done", done)
                .param("lines", lines)
                .param("id", id)
                .update();
    }

    /// The file cannot be taken.
    void refused(UUID id, Unusable why, Remarks remarks) {
        end(id, "REFUSEE", why.why().name(), why.detail());
        remarks(id, remarks);
    }

    /// Something broke that is not the file.
    void failed(UUID id) {
        end(id, "ECHEC", null, null);
    }

    private void end(UUID id, String state, @Nullable String why, @Nullable String detail) {
        sql.sql(
                        "update directory.edition set state = :state, ended_at = :at, step = null, why = :why, why_detail = :detail where id = :id")
                .param("state", state)
                .param("at", now())
                .param("why", why)
                .param("detail", detail)
                .param("id", id)
                .update();
    }

    /// The lines left out, and those taken with a remark.
    void remarks(UUID id, Remarks remarks) {
        jdbc.batchUpdate(
                "insert into directory.edition_count (edition_id, reason, lines) values (?, ?, ?)",
                remarks.counts().entrySet().stream()
                        .map(e -> new Object[] {id, e.getKey().name(), e.getValue()[0]})
                        .toList());
        var kept = remarks.kept();
        jdbc.batchUpdate(
                "insert into directory.edition_fault (edition_id, rank, line, reason, detail) values (?, ?, ?, ?, ?)",
                java.util.stream.IntStream.range(0, kept.size())
                        .mapToObj(i ->
                                new @Nullable Object[] {
                                    id,
                                    i,
                                    kept.get(i).line(),
                                    kept.get(i).reason().name(),
                                    kept.get(i).detail()
                                })
                        .toList());
        sql.sql("update directory.edition set wrong = :wrong, warned = :warned where id = :id")
                .param("wrong", remarks.wrong())
                .param("warned", remarks.warned())
                .param("id", id)
                .update();
    }

    /// Imports that a stop cut: nothing of them was taken.
    List<UUID> cut() {
        return sql.sql(
                        "update directory.edition set state = 'ECHEC', ended_at = :at, step = null where state = 'EN_COURS' returning id")
                .param("at", now())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
