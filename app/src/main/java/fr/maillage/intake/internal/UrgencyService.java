package fr.maillage.intake.internal;

import fr.maillage.access.Trail;
import fr.maillage.intake.UrgencyChanged;
import fr.maillage.intake.internal.Codes.Means;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The urgent circuit: opened, answered at once, evaluated twice, ended by a level.
@Service
@Transactional
class UrgencyService {

    private final JdbcClient sql;
    private final Clock clock;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    UrgencyService(
            JdbcClient sql,
            Clock clock,
            Networks networks,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
    }

    /// Opens the circuit now; nothing when it is open already.
    ///
    /// @param relay who evaluates on days the team does not work, when the structure names a relay;
    ///   null when not named yet
    void open(UUID referral, PatientId patient, @Nullable String relay) {
        var now = clock.instant();
        var first = deadline(now, Setting.URGENCY_FIRST_HOURS);
        var second = deadline(now, Setting.URGENCY_SECOND_HOURS);
        var opened =
                sql.sql(
                                        """
                                        insert into intake.urgency (referral_id, patient_id, opened_at, due24, relay24, due48, relay48, opened_by_name)
                                        values (:referral, :patient, :now, :due24, :relay24, :due48, :relay48, :by)
                                        on conflict do nothing
                                        """)
                                .param("referral", referral)
                                .param("patient", patient.value())
                                .param("now", Timestamp.from(now))
                                .param("due24", Timestamp.from(first.at()))
                                .param("relay24", relayOf(first, relay))
                                .param("due48", Timestamp.from(second.at()))
                                .param("relay48", relayOf(second, relay))
                                .param("by", ReferralService.author())
                                .update()
                        == 1;
        if (!opened) return;
        sql.sql(
                        "update intake.referral set urgency = 'URGENTE', version = version + 1 where id = :id")
                .param("id", referral)
                .update();
        changed(referral, patient, "Urgence ouverte", null);
    }

    private Deadline deadline(Instant opened, Setting hours) {
        return Deadline.after(opened, networks.setting(hours, null), WorkingDays.FRANCE);
    }

    /// The on-call person of the structure, the relay named, or nobody on a day the team works.
    private @Nullable String relayOf(Deadline deadline, @Nullable String named) {
        return switch (deadline.by(networks.setting(Setting.URGENCY_ON_CALL, null) == 1)) {
            case TEAM -> null;
            case ON_CALL -> {
                var network = networks.get(ReferralService.network());
                yield IntakeText.onCall(network.onCallPhone(), network.onCallHours());
            }
            case NAMED_RELAY -> named;
        };
    }

    /// Names who evaluates on the days the team does not work.
    void nameRelay(UUID referral, String relay) {
        var urgency = get(referral);
        sql.sql(
                        "update intake.urgency set relay24 = :relay24, relay48 = :relay48 where referral_id = :id and ended_at is null")
                .param(
                        "relay24",
                        works(urgency.state().due24()) ? urgency.state().relay24() : relay)
                .param(
                        "relay48",
                        works(urgency.state().due48()) ? urgency.state().relay48() : relay)
                .param("id", referral)
                .update();
        changed(referral, urgency.patient(), "Urgence\u00A0: relais nommé", relay);
    }

    private static boolean works(Instant at) {
        return Deadline.after(at, 0, WorkingDays.FRANCE).worked();
    }

    /// The immediate answer, by the partner who could be reached.
    void answer(UUID referral, String answer, String partner) {
        var urgency = get(referral);
        sql.sql(
                        """
                        update intake.urgency set answer = :answer, partner = :partner, answered_at = coalesce(answered_at, :now)
                        where referral_id = :id and ended_at is null
                        """)
                .param("answer", answer)
                .param("partner", partner)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", referral)
                .update();
        changed(referral, urgency.patient(), "Urgence\u00A0: réponse immédiate", null);
    }

    /// An evaluation was done. Returns false when it was already recorded, or the circuit ended.
    ///
    /// @param first the one at 24 h, else the one at 48 h
    boolean evaluated(
            UUID referral, boolean first, Instant at, Means how, String by, @Nullable String note) {
        var urgency = get(referral);
        var done =
                sql.sql(
                                        """
                                        update intake.urgency set
                                            done24_at = case when :first then :at else done24_at end, done24_how = case when :first then :how else done24_how end,
                                            done24_by = case when :first then :by else done24_by end, done24_note = case when :first then :note else done24_note end,
                                            done48_at = case when :first then done48_at else :at end, done48_how = case when :first then done48_how else :how end,
                                            done48_by = case when :first then done48_by else :by end, done48_note = case when :first then done48_note else :note end
                                        where referral_id = :id and ended_at is null and (case when :first then done24_at else done48_at end) is null
                                        """)
                                .param("first", first)
                                .param("at", Timestamp.from(at))
                                .param("how", how.name())
                                .param("by", by)
                                .param("note", note)
                                .param("id", referral)
                                .update()
                        == 1;
        if (done)
            changed(
                    referral,
                    urgency.patient(),
                    first
                            ? "Urgence\u00A0: évaluation à 24 h faite"
                            : "Urgence\u00A0: évaluation à 48 h faite",
                    by);
        return done;
    }

    /// Ends the circuit by the entry in a level; nothing is written when something stops it.
    List<UrgencyState.Obstacle> enterLevel(UUID referral, @Nullable Integer level) {
        var urgency = get(referral);
        var obstacles = urgency.state().obstaclesToLevel(level);
        if (!obstacles.isEmpty() || level == null) return obstacles;
        end(referral, level, "NIVEAU");
        sql.sql("update intake.referral set level = :level, version = version + 1 where id = :id")
                .param("level", level)
                .param("id", referral)
                .update();
        changed(
                referral,
                urgency.patient(),
                "Urgence terminée, entrée en niveau\u00A0" + level,
                null);
        return List.of();
    }

    /// Ends the circuit because the person died, or nothing more is to be done (`SANS_SUITE`, after
    /// an answer elsewhere).
    void stop(UUID referral, boolean death) {
        var urgency = get(referral);
        end(referral, null, death ? "DECES" : "SANS_SUITE");
        changed(
                referral,
                urgency.patient(),
                death ? "Urgence close, décès" : "Urgence close",
                null);
    }

    private void end(UUID referral, @Nullable Integer level, String why) {
        sql.sql(
                        "update intake.urgency set ended_at = :now, ended_level = :level, ended_why = :why where referral_id = :id and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("level", level)
                .param("why", why)
                .param("id", referral)
                .update();
    }

    /// Throws `NotFound`.
    Urgency get(UUID referral) {
        return find(referral).orElseThrow(() -> new NotFound("urgence", referral));
    }

    Optional<Urgency> find(UUID referral) {
        return sql.sql(
                        """
                        select patient_id, opened_at, opened_by_name, answer, partner, answered_at, due24, relay24, done24_at, done24_how, done24_by,
                               done24_note, due48, relay48, done48_at, done48_how, done48_by, done48_note, ended_at, ended_level, ended_why
                        from intake.urgency where referral_id = :id
                        """)
                .param("id", referral)
                .query(Urgency::of)
                .optional();
    }

    private void changed(UUID referral, PatientId patient, String title, @Nullable String detail) {
        trail.wrote(Trail.Action.UPDATE, patient, "urgence", referral);
        timeline.add(
                patient,
                Timeline.Kind.DEMANDE,
                title,
                detail,
                "/demandes/" + referral + "/urgence",
                false);
        events.publishEvent(
                new UrgencyChanged(ReferralService.network(), referral, patient, clock.instant()));
    }
}
