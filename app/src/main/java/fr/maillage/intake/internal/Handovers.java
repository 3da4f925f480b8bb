package fr.maillage.intake.internal;

import fr.maillage.access.Trail;
import fr.maillage.intake.HandoverChanged;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of a hand-over once sent: acknowledged, or asked again.
@Service
@Transactional
class Handovers {

    private final JdbcClient sql;
    private final Clock clock;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Handovers(
            JdbcClient sql,
            Clock clock,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
    }

    record Handover(
            UUID id,
            @Nullable UUID referral,
            PatientId patient,
            String toKind,
            String toName,
            String content,
            Instant sentAt,
            @Nullable String sentBy,
            @Nullable Instant remindedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String acknowledgedNote) {

        static Handover of(ResultSet row, int line) throws SQLException {
            return new Handover(
                    row.getObject("id", UUID.class),
                    row.getObject("referral_id", UUID.class),
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    row.getString("to_kind"),
                    row.getString("to_name"),
                    row.getString("content"),
                    row.getTimestamp("sent_at").toInstant(),
                    row.getString("sent_by_name"),
                    ReferralRow.instant(row, "reminded_at"),
                    ReferralRow.instant(row, "acknowledged_at"),
                    row.getString("acknowledged_by"),
                    row.getString("acknowledged_note"));
        }
    }

    /// Of one request, latest first.
    List<Handover> of(UUID referral) {
        return sql.sql(
                        """
                        select id, referral_id, patient_id, to_kind, to_name, content, sent_at, sent_by_name, reminded_at, acknowledged_at,
                               acknowledged_by, acknowledged_note
                        from intake.handover where referral_id = :referral order by sent_at desc, id desc
                        """)
                .param("referral", referral)
                .query(Handover::of)
                .list();
    }

    /// Of the requests shown on the board: those nobody acknowledged.
    List<Handover> unacknowledged() {
        return sql.sql(
                        """
                        select id, referral_id, patient_id, to_kind, to_name, content, sent_at, sent_by_name, reminded_at, acknowledged_at,
                               acknowledged_by, acknowledged_note
                        from intake.handover where acknowledged_at is null order by sent_at, id
                        """)
                .query(Handover::of)
                .list();
    }

    /// The other structure has it. False when it was acknowledged already.
    boolean acknowledge(UUID referral, UUID id, String by, @Nullable String note) {
        var done =
                sql.sql(
                                        """
                                        update intake.handover set acknowledged_at = :now, acknowledged_by = :by, acknowledged_note = :note
                                        where id = :id and referral_id = :referral and acknowledged_at is null
                                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("by", by)
                                .param("note", note)
                                .param("id", id)
                                .param("referral", referral)
                                .update()
                        == 1;
        told(referral, id, done, "Relais\u00A0: accusé de réception", by);
        return done;
    }

    /// Asked again, by a new letter.
    boolean remind(UUID referral, UUID id) {
        var done =
                sql.sql(
                                        "update intake.handover set reminded_at = :now where id = :id and referral_id = :referral and acknowledged_at is null")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("id", id)
                                .param("referral", referral)
                                .update()
                        == 1;
        told(referral, id, done, "Relais\u00A0: relance", null);
        return done;
    }

    private void told(UUID referral, UUID id, boolean done, String title, @Nullable String detail) {
        var handover =
                of(referral).stream()
                        .filter(h -> h.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("relais", id));
        if (!done) return;
        trail.wrote(Trail.Action.UPDATE, handover.patient(), "relais", id);
        timeline.add(
                handover.patient(),
                Timeline.Kind.DEMANDE,
                title,
                detail,
                "/demandes/" + referral,
                false);
        events.publishEvent(
                new HandoverChanged(
                        ReferralService.network(), id, handover.patient(), clock.instant()));
    }
}
