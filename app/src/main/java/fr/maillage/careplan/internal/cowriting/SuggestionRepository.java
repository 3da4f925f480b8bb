package fr.maillage.careplan.internal.cowriting;

import fr.maillage.careplan.internal.LineRef;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FieldMerge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Suggestions as they are kept: what was proposed never changes, what was decided is written once.
@Repository
class SuggestionRepository {

    private final JdbcClient sql;

    SuggestionRepository(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Suggestion s) {
        sql.sql(
                        """
                        insert into careplan.suggestion (id, patient_id, deed, kind, line, part, title, was, wanted, why, author_id, author_name, quality, at)
                        values (:id, :patient, :deed, :kind, :line, :part, :title, cast(:was as jsonb), cast(:wanted as jsonb), :why, :author, :name, :quality, :at)
                        """)
                .param("id", s.id())
                .param("patient", s.patient().value())
                .param("deed", s.deed().name())
                .param("kind", s.kind().name())
                .param("line", s.line() == null ? null : s.line().toString(), Types.VARCHAR)
                .param("part", s.part())
                .param("title", s.title())
                .param("was", FieldMerge.seen(s.was()))
                .param("wanted", FieldMerge.seen(s.wanted()))
                .param("why", s.why())
                .param("author", s.authorId())
                .param("name", s.author())
                .param("quality", s.quality())
                .param("at", Timestamp.from(s.at()))
                .update();
    }

    /// Throws `NotFound`, for that of another person too.
    Suggestion get(PatientId patient, UUID id) {
        return sql.sql("select * from careplan.suggestion where id = :id and patient_id = :patient")
                .param("id", id)
                .param("patient", patient.value())
                .query(SuggestionRepository::suggestion)
                .optional()
                .orElseThrow(() -> new NotFound("proposition", id));
    }

    /// Those of a person: what waits first, then the latest; 200 at most.
    List<Suggestion> of(PatientId patient) {
        return sql.sql(
                        """
                        select * from careplan.suggestion where patient_id = :patient
                         order by state <> 'ATTEND', coalesce(decided_at, at) desc, id desc limit 200
                        """)
                .param("patient", patient.value())
                .query(SuggestionRepository::suggestion)
                .list();
    }

    /// The one this author has waiting on a line.
    Optional<UUID> waiting(PatientId patient, LineRef line, UUID author) {
        return sql.sql(
                        """
                        select id from careplan.suggestion
                         where patient_id = :patient and line = :line and author_id = :author and state = 'ATTEND' limit 1
                        """)
                .param("patient", patient.value())
                .param("line", line.toString())
                .param("author", author)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /// Writes what was decided. Throws `OptimisticLockingFailureException` when it was decided
    /// already.
    ///
    /// @param line of a new line that was accepted
    void decide(
            UUID id,
            State state,
            @Nullable LineRef line,
            @Nullable String answer,
            @Nullable UUID pps,
            String by,
            Instant at) {
        var done =
                sql.sql(
                                """
                                update careplan.suggestion set state = :state, line = coalesce(line, :line), answer = :answer, pps_id = :pps,
                                       decided_by = :by, decided_at = :at
                                 where id = :id and state = 'ATTEND'
                                """)
                        .param("state", state.name())
                        .param("line", line == null ? null : line.toString(), Types.VARCHAR)
                        .param("answer", answer, Types.VARCHAR)
                        .param("pps", pps, Types.OTHER)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("proposition " + id);
    }

    private static Suggestion suggestion(ResultSet row, int ignored) throws SQLException {
        var line = row.getString("line");
        var decided = row.getTimestamp("decided_at");
        return new Suggestion(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Deed.valueOf(row.getString("deed")),
                LineRef.Kind.valueOf(row.getString("kind")),
                line == null ? null : LineRef.parse(line).orElseThrow(),
                row.getString("part"),
                row.getString("title"),
                FieldMerge.read(row.getString("was")),
                FieldMerge.read(row.getString("wanted")),
                row.getString("why"),
                row.getObject("author_id", UUID.class),
                row.getString("author_name"),
                row.getString("quality"),
                row.getTimestamp("at").toInstant(),
                State.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("answer"),
                row.getObject("pps_id", UUID.class));
    }
}
