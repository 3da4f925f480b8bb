package fr.maillage.assessment.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person and those around can rely on, in the team's words. Each writing is kept; the last
/// one counts.
@Component
class Strengths {

    static final int MAX = 2000;

    private final JdbcClient sql;
    private final Clock clock;

    Strengths(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Written(UUID id, String words, String writtenBy, Instant writtenAt) {
        @Override
        public String toString() {
            return "Written[" + id + "]";
        }
    }

    /// What was written last, empty words included.
    @Transactional(readOnly = true)
    public Optional<Written> of(PatientId patient) {
        return sql.sql(
                        "select id, words, written_by, written_at from assessment.strengths where patient_id = :patient order by written_at desc, id desc limit 1")
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Written.class))
                .optional();
    }

    /// Writes in place of what was shown. Throws `OptimisticLockingFailureException` when somebody
    /// wrote meanwhile. The caller has opened the file to write.
    ///
    /// @param seen the id that was shown, "" for none
    @Transactional
    public UUID write(PatientId patient, String words, String seen, String by) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('strengths ' || :patient, 0))")
                .param("patient", patient.toString())
                .query((_, _) -> 0)
                .list();
        if (!of(patient).map(w -> w.id().toString()).orElse("").equals(seen))
            throw new OptimisticLockingFailureException("strengths");
        var id = Ids.next();
        sql.sql(
                        """
                        insert into assessment.strengths (id, patient_id, words, written_by, written_at) values (:id, :patient, :words, :by, :at)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("words", words)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }
}
