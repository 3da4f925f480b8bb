package fr.maillage.visit.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Visits and what was received of them, in SQL. A visit is its author's alone: everybody else
/// finds none.
@Repository
class VisitRepository {

    private final JdbcClient sql;
    private final Clock clock;

    VisitRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(
            UUID id,
            PatientId patient,
            UUID appointment,
            Instant until,
            @Nullable String directions,
            byte[] key) {
        sql.sql(
                        """
                        insert into visit.visit (id, patient_id, appointment_id, prepared_at, readable_until, directions, sealed_key)
                        values (:id, :patient, :appointment, :now, :until, :directions, :key)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("appointment", appointment)
                .param("now", now())
                .param("until", Timestamp.from(until))
                .param("directions", directions)
                .param("key", key)
                .update();
    }

    /// Throws `NotFound`, also for a colleague's.
    Kept get(UUID id) {
        return sql.sql(
                        """
                        select id, patient_id, appointment_id, prepared_at, readable_until, directions, sealed_key, kept_at, ended_at
                        from visit.visit where id = :id and account_id = platform.account()
                        """)
                .param("id", id)
                .query((row, _) -> {
                    var kept = row.getTimestamp("kept_at");
                    var ended = row.getTimestamp("ended_at");
                    return new Kept(
                            row.getObject("id", UUID.class),
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            row.getObject("appointment_id", UUID.class),
                            row.getTimestamp("prepared_at").toInstant(),
                            row.getTimestamp("readable_until").toInstant(),
                            row.getString("directions"),
                            row.getBytes("sealed_key"),
                            kept == null ? null : kept.toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .optional()
                .orElseThrow(() -> new NotFound("visite", id));
    }

    /// How to get there, as it was written for the last visit.
    Optional<String> lastDirections(PatientId patient) {
        return sql.sql(
                        """
                        select directions from visit.visit where patient_id = :patient and directions is not null
                        order by prepared_at desc limit 1
                        """)
                .param("patient", patient.value())
                .query((row, _) -> row.getString(1))
                .optional();
    }

    void take(UUID visit, UUID draft, int rank, boolean fresh) {
        sql.sql(
                        """
                        insert into visit.questionnaire (visit_id, draft_id, rank, fresh) values (:visit, :draft, :rank, :fresh)
                        on conflict do nothing
                        """)
                .param("visit", visit)
                .param("draft", draft)
                .param("rank", rank)
                .param("fresh", fresh)
                .update();
    }

    /// @param freshOnly those begun for this visit alone
    List<UUID> drafts(UUID visit, boolean freshOnly) {
        return sql.sql(
                        """
                        select draft_id from visit.questionnaire where visit_id = :visit and (fresh or not :fresh) order by rank
                        """)
                .param("visit", visit)
                .param("fresh", freshOnly)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void onTelephone(UUID id) {
        sql.sql("update visit.visit set kept_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /// Whether a telephone may still keep something of who is signed in.
    boolean anyOnTelephone() {
        return sql.sql(
                        """
                        select exists (select 1 from visit.visit where account_id = platform.account() and ended_at is null and kept_at is not null)
                        """)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// The visit is over, and its key forgotten.
    void end(UUID id, String reason) {
        sql.sql(
                        """
                        update visit.visit set ended_at = :now, end_reason = :reason, sealed_key = null where id = :id and ended_at is null
                        """)
                .param("now", now())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /// Forgets the keys of visits prepared before `before` that nobody ended. Returns how many.
    int forget(Instant before) {
        return sql.sql(
                        """
                        update visit.visit set ended_at = :now, end_reason = 'ANCIENNE', sealed_key = null
                        where ended_at is null and prepared_at < :before
                        """)
                .param("now", now())
                .param("before", Timestamp.from(before))
                .update();
    }

    /// An entry as it was received.
    record Received(byte[] digest, String sentence, @Nullable Integer version, Instant at) {}

    /// Takes the place of this identifier: a second sending of it waits here for the first. False
    /// when it was received already.
    boolean claim(UUID id, UUID visit, String kind, byte[] digest, Instant typed) {
        return sql.sql(
                                """
                                insert into visit.entry (id, visit_id, kind, digest, sentence, typed_at, received_at)
                                values (:id, :visit, :kind, :digest, '', :typed, :now) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("visit", visit)
                        .param("kind", kind)
                        .param("digest", digest)
                        .param("typed", Timestamp.from(typed))
                        .param("now", now())
                        .update()
                == 1;
    }

    Received received(UUID id, UUID visit) {
        return sql.sql(
                        "select digest, sentence, version, received_at from visit.entry where id = :id and visit_id = :visit")
                .param("id", id)
                .param("visit", visit)
                .query((row, _) ->
                        new Received(
                                row.getBytes("digest"),
                                row.getString("sentence"),
                                row.getObject("version", Integer.class),
                                row.getTimestamp("received_at").toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("saisie", id));
    }

    void accept(UUID id, byte[] digest, String sentence, @Nullable Integer version, Instant typed) {
        sql.sql(
                        """
                        update visit.entry set digest = :digest, sentence = :sentence, version = :version, typed_at = :typed, received_at = :now
                        where id = :id
                        """)
                .param("digest", digest)
                .param("sentence", sentence)
                .param("version", version)
                .param("typed", Timestamp.from(typed))
                .param("now", now())
                .param("id", id)
                .update();
    }

    /// What was received of a visit, in the order it was typed.
    record Line(String kind, Instant typed, Instant received) {}

    List<Line> lines(UUID visit) {
        return sql.sql(
                        "select kind, typed_at, received_at from visit.entry where visit_id = :visit order by typed_at, id")
                .param("visit", visit)
                .query((row, _) ->
                        new Line(
                                row.getString("kind"),
                                row.getTimestamp("typed_at").toInstant(),
                                row.getTimestamp("received_at").toInstant()))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
