package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was set aside for persons, as kept.
@Repository
class SetAsides {

    private final JdbcClient sql;
    private final Clock clock;

    SetAsides(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// All of a person's, latest first.
    List<SetAside> of(PatientId patient) {
        return sql.sql(
                        """
                        select id, protocol_id, version_id, line_key, reason, words, because, facts, at, by_name, reconsidered_at, reconsidered_by
                          from protocol.set_aside where patient_id = :patient order by at desc, id desc limit 500
                        """)
                .param("patient", patient.value())
                .query(SetAsides::setAside)
                .list();
    }

    private static SetAside setAside(ResultSet row, int ignored) throws SQLException {
        var again = row.getTimestamp("reconsidered_at");
        return new SetAside(
                row.getObject("id", UUID.class),
                row.getObject("protocol_id", UUID.class),
                row.getObject("version_id", UUID.class),
                row.getString("line_key"),
                SetAside.Reason.valueOf(row.getString("reason")),
                row.getString("words"),
                row.getString("because"),
                row.getString("facts"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                again == null ? null : again.toInstant(),
                row.getString("reconsidered_by"));
    }

    /// Keeps that a line was set aside now, by whoever is signed in. Returns its id.
    UUID add(
            PatientId patient,
            UUID protocol,
            UUID version,
            String lineKey,
            SetAside.Reason reason,
            @Nullable String words,
            String because,
            String facts) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into protocol.set_aside (id, patient_id, protocol_id, version_id, line_key, reason, words, because, facts, at, by_name)
                        values (:id, :patient, :protocol, :version, :line, :reason, :words, :because, :facts, :at, :by)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("protocol", protocol)
                .param("version", version)
                .param("line", lineKey)
                .param("reason", reason.name())
                .param("words", words, Types.VARCHAR)
                .param("because", because)
                .param("facts", facts)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
    }

    /// Proposes it again from now on; false when it is not there, or somebody did already.
    boolean reconsider(PatientId patient, UUID id) {
        return sql.sql(
                                """
                                update protocol.set_aside set reconsidered_at = :at, reconsidered_by = :by
                                 where id = :id and patient_id = :patient and reconsidered_at is null
                                """)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("id", id)
                        .param("patient", patient.value())
                        .update()
                == 1;
    }
}
