package fr.maillage.careplan.internal.cowriting;

import fr.maillage.careplan.internal.LineRef;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Comments on lines, as they are kept.
@Repository
class Remarks {

    private final JdbcClient sql;

    Remarks(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param resolvedBy who saw to it; null while it waits
    record Remark(
            UUID id,
            String words,
            String author,
            String quality,
            Instant at,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {}

    UUID add(PatientId patient, LineRef line, String words, Voice voice, Instant at) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into careplan.remark (id, patient_id, line, words, author_id, author_name, quality, at)
                        values (:id, :patient, :line, :words, :author, :name, :quality, :at)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("line", line.toString())
                .param("words", words)
                .param("author", voice.who().accountId())
                .param("name", voice.who().displayName())
                .param("quality", voice.quality())
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    /// The thread of a line, oldest first; its last 200 lines.
    List<Remark> of(PatientId patient, LineRef line) {
        return sql.sql(
                        """
                        select * from (select * from careplan.remark where patient_id = :patient and line = :line
                                        order by at desc, id desc limit 200) last order by at, id
                        """)
                .param("patient", patient.value())
                .param("line", line.toString())
                .query((row, _) -> {
                    var resolved = row.getTimestamp("resolved_at");
                    return new Remark(
                            row.getObject("id", UUID.class),
                            row.getString("words"),
                            row.getString("author_name"),
                            row.getString("quality"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("resolved_by"),
                            resolved == null ? null : resolved.toInstant());
                })
                .list();
    }

    /// How many comments wait, by line.
    Map<LineRef, Integer> waiting(PatientId patient) {
        return sql
                .sql(
                        """
                        select line, cast(count(*) as int) as n from careplan.remark
                         where patient_id = :patient and resolved_at is null group by line
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        Map.entry(
                                LineRef.parse(row.getString("line")).orElseThrow(),
                                row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Ends the thread of a line as it stands; how many comments waited.
    int resolve(PatientId patient, LineRef line, String by, Instant at) {
        return sql.sql(
                        """
                        update careplan.remark set resolved_at = :at, resolved_by = :by
                         where patient_id = :patient and line = :line and resolved_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("patient", patient.value())
                .param("line", line.toString())
                .update();
    }
}
