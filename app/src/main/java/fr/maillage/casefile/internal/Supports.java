package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.LevelAdvice.Advice;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accompaniments, as the services of the module read and change them. Joins the caller's
/// transaction.
@Component
class Supports {

    private final JdbcClient sql;

    Supports(JdbcClient sql) {
        this.sql = sql;
    }

    /// The open one.
    Optional<Row> open(PatientId patient) {
        return sql.sql(
                        """
                        select id, referral_id, theme_code, status, opened_on, included_on, level, intensity, coordinator_id, unit_id, goal,
                               watch_review_on, paused_from, paused_until, pause_reason, version
                        from casefile.support where patient_id = :patient and status <> 'CLOS'
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(Row.class))
                .optional();
    }

    /// The open one. Throws `NotFound` when there is none: the page offers no act then.
    Row required(PatientId patient) {
        return open(patient).orElseThrow(() -> new NotFound("accompagnement", patient.value()));
    }

    /// The day the last accompaniment of this person ended; empty when none did.
    Optional<LocalDate> lastExit(PatientId patient) {
        return sql.sql(
                        "select max(closed_on) from casefile.support where patient_id = :patient and status = 'CLOS' having max(closed_on) is not null")
                .param("patient", patient.value())
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /// Takes the right to change this version. Throws when a colleague changed it since it was
    /// read: the statement also makes two who save at once wait for each other.
    void take(Row support, int version) {
        var taken =
                sql.sql(
                                "update casefile.support set version = version + 1 where id = :id and version = :version and status <> 'CLOS'")
                        .param("id", support.id())
                        .param("version", version)
                        .update();
        if (taken == 0) throw new OptimisticLockingFailureException("support changed");
    }

    /// A new line of the history of levels.
    UUID levelSince(UUID support, PatientId patient, int level, LocalDate since, String reason) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into casefile.level_change (id, support_id, patient_id, level, since, reason, changed_by)
                        values (:id, :support, :patient, :level, :since, :reason, :by)
                        """)
                .param("id", id)
                .param("support", support)
                .param("patient", patient.value())
                .param("level", level)
                .param("since", since)
                .param("reason", reason)
                .param("by", SignedIn.find().map(SignedIn::displayName).orElse(null))
                .update();
        return id;
    }

    /// What was decided about level and intensity, with what the findings advised.
    ///
    /// @param change the line of the history when the level changed, or null
    void decided(
            Row support,
            PatientId patient,
            @Nullable UUID change,
            String intensity,
            LocalDate since,
            String reason,
            Optional<Advice> advice) {
        sql.sql(
                        """
                        with kept as (update casefile.support set intensity = :intensity where id = :support)
                        insert into casefile.level_decision (support_id, patient_id, change_id, intensity, since, reason, advised_level, advised_intensity, advised_why, decided_by)
                        values (:support, :patient, :change, :intensity, :since, :reason, :advisedLevel, :advisedIntensity, :why, :by)
                        """)
                .param("support", support.id())
                .param("patient", patient.value())
                .param("change", change, Types.OTHER)
                .param("intensity", intensity)
                .param("since", since)
                .param("reason", reason)
                .param("advisedLevel", advice.map(Advice::level).orElse(null), Types.SMALLINT)
                .param(
                        "advisedIntensity",
                        advice.map(Advice::intensity).orElse(null),
                        Types.VARCHAR)
                .param("why", advice.map(Advice::why).orElse(null), Types.VARCHAR)
                .param("by", SignedIn.current().displayName())
                .update();
    }

    /// History of levels and intensities over every accompaniment of the person, latest first.
    List<LevelLine> levels(PatientId patient) {
        return sql.sql(
                        """
                        select c.level, d.intensity, c.since, c.reason, c.changed_by, c.support_id, d.advised_level, d.advised_intensity, c.id
                          from casefile.level_change c left join casefile.level_decision d on d.network_id = c.network_id and d.change_id = c.id
                         where c.patient_id = :patient
                        union all
                        select null, intensity, since, reason, decided_by, support_id, advised_level, advised_intensity, id
                          from casefile.level_decision where patient_id = :patient and change_id is null
                         order by since desc, id desc
                        """)
                .param("patient", patient.value())
                .query(DataClassRowMapper.newInstance(LevelLine.class))
                .list();
    }

    /// A line of the history.
    ///
    /// @param level null when the intensity alone changed
    /// @param since day from which it holds
    record LevelLine(
            @Nullable Integer level,
            @Nullable String intensity,
            LocalDate since,
            String reason,
            @Nullable String changedBy,
            UUID supportId,
            @Nullable Integer advisedLevel,
            @Nullable String advisedIntensity) {}

    /// An open accompaniment.
    record Row(
            UUID id,
            @Nullable UUID referralId,
            String themeCode,
            String status,
            LocalDate openedOn,
            @Nullable LocalDate includedOn,
            int level,
            String intensity,
            @Nullable UUID coordinatorId,
            @Nullable UUID unitId,
            @Nullable String goal,
            @Nullable LocalDate watchReviewOn,
            @Nullable LocalDate pausedFrom,
            @Nullable LocalDate pausedUntil,
            @Nullable String pauseReason,
            int version) {

        boolean active() {
            return status.equals("ACTIF");
        }
    }
}
