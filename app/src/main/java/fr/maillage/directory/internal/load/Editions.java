package fr.maillage.directory.internal.load;

import java.util.concurrent.ConcurrentHashMap;
import java.util.Set;
import java.time.Duration;
import fr.maillage.directory.Source;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.kernel.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
public class Editions {

    /// Without a sign of life for so long, an import is over.
    static final Duration SILENCE = Duration.ofSeconds(90);

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    Editions(JdbcClient sql, JdbcTemplate jdbc, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Where an import stands.
    public enum Step {
        READING,
        COMPARING,
        TAKING_CHANGES,
        INDEXING,
        SWITCHING
    }

    /// What is known of one.
    ///
    /// @param done bytes read in this step, of `bytes`; 0 when unknown
    /// @param held lines in use once it was taken; null when it was not, or did not say
    /// @param why code of the refusal ([Unusable.Why]) with its `detail`, or of what stopped it
    ///   ([Stop])
    public record Edition(
            UUID id,
            Source source,
            String fileName,
            String author,
            String state,
            @Nullable Step step,
            Instant begunAt,
            @Nullable Instant endedAt,
            long done,
            long bytes,
            long lines,
            long before,
            long wrong,
            long warned,
            long added,
            long removed,
            long changed,
            @Nullable Long held,
            @Nullable String why,
            @Nullable String detail) {

        boolean running() {
            return state.equals("EN_COURS");
        }
    }

    static final String COLUMNS =
            """
            select id, source, file_name, author, state, step, begun_at, ended_at, done, bytes, lines, before, wrong, warned, added, removed, changed, held,
                   why, why_detail as detail from directory.edition
            """;

    Edition get(UUID id) {
        return sql.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(Edition.class))
                .single();
    }

    /// The last one taken of each source, even if it changed nothing.
    @Transactional(readOnly = true)
    public List<Edition> taken() {
        return sql.sql(
                        COLUMNS
                                + " e where id = (select x.id from directory.edition x where x.source = e.source and x.state in ('FAITE', 'IDENTIQUE') order by x.begun_at desc limit 1)")
                .query(DataClassRowMapper.newInstance(Edition.class))
                .list();
    }

    /// Begins one.
    ///
    /// @param bytes of text, 0 when unknown
    public UUID begin(Source source, String file, String author, long bytes) {
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
        running.add(id);
        return id;
    }

    /// Tells where this one stands.
    Progress progress(UUID id) {
        return new Progress() {
            @Override
            public void opened(long bytes) {
                sql.sql("update directory.edition set bytes = :bytes where id = :id")
                        .param("bytes", Math.max(0, bytes))
                        .param("id", id)
                        .update();
            }

            @Override
            public void at(Step step, long bytes, long lines) {
                progress(id, step, bytes, lines);
            }
        };
    }

    /// Where it stands.
    public void progress(UUID id, Step step, long done, long lines) {
        sql.sql(
                        "update directory.edition set step = :step, done = :done, lines = :lines where id = :id")
                .param("step", step.name())
                .param("done", done)
                .param("lines", lines)
                .param("id", id)
                .update();
    }

    /// The file cannot be taken.
    public void refused(UUID id, Unusable why, Remarks remarks) {
        end(id, "REFUSEE", why.why().name(), why.detail());
        remarks(id, remarks);
    }

    /// It was taken, said in the transaction that takes it; `IDENTIQUE` when it changed nothing.
    public void ended(
            Connection connection, UUID id, long lines, long before, long added, long removed)
            throws SQLException {
        ended(connection, id, new Import.Done(lines, before, added, removed, 0));
    }

    void ended(Connection connection, UUID id, Import.Done done) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        update directory.edition set state = ?, ended_at = ?, step = null, why = null, lines = ?, before = ?, added = ?, removed = ?, changed = ?,
                               held = case when source = 'ANNUAIRE_FHIR' then (select count(*) from directory.activity)
                                           when source in ('ROR', 'ROR_FHIR') then (select count(*) from directory.offer)
                                           else ? end
                         where id = ?
                        """)) {
            statement.setString(1, done.nothing() ? "IDENTIQUE" : "FAITE");
            statement.setTimestamp(2, now());
            statement.setLong(3, done.lines());
            statement.setLong(4, done.before());
            statement.setLong(5, done.added());
            statement.setLong(6, done.removed());
            statement.setLong(7, done.changed());
            statement.setLong(8, done.before() + done.added() - done.removed());
            statement.setObject(9, id);
            statement.executeUpdate();
        }
        running.remove(id);
    }

    /// Something stopped it that is not the file.
    public void failed(UUID id, Stop why) {
        end(id, "ECHEC", why.name(), null);
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
        running.remove(id);
    }

    /// The lines left out, and those taken with a remark.
    public void remarks(UUID id, Remarks remarks) {
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

    /// Says that those of this node are alive, and that those nobody speaks for any more were cut:
    /// nothing of them was taken. By the clock of the database, which all nodes share.
    void beat() {
        sql.sql(
                        "update directory.edition set alive_at = clock_timestamp() where state = 'EN_COURS' and id = any (:ids)")
                .param("ids", running.toArray(UUID[]::new))
                .update();
        sql.sql(
                        """
                        update directory.edition set state = 'ECHEC', why = :why, ended_at = :at, step = null
                         where state = 'EN_COURS' and alive_at < clock_timestamp() - make_interval(secs => :silence)
                        """)
                .param("why", Stop.APPLICATION.name())
                .param("at", now())
                .param("silence", SILENCE.toSeconds())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
