package fr.maillage.followup.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Turns the plan in force into dated acts, over a rolling year. Delivered twice, it changes
/// nothing the second time.
@Component
@Transactional
class Occurrences {

    /// How far acts are dated.
    static final int HORIZON_MONTHS = 12;

    private static final String ASKED =
            """
            select i.patient_id, i.intervention_id, i.pps_id, i.title, i.actor_id, i.actor_name, i.starts_on, i.ends_on, i.every_n,
                   i.every_unit, i.times, i.weekdays, i.window_days, i.tolerance_days, p.in_force_at, s.coordinator_id,
                   i.after_n, i.after_unit, i.after_what, i.after_act,
                   case i.after_what
                     when 'SORTIE' then (select array_agg(h.discharged_on) from casefile.hospital_stay h
                                          where h.network_id = i.network_id and h.patient_id = i.patient_id and h.discharged_on >= i.starts_on)
                     when 'ACTE' then (select array_agg(d.done_on) from followup.occurrence d
                                        where d.network_id = i.network_id and d.intervention_id = i.after_act and d.done_on >= i.starts_on)
                   end as happened,
                   (select min(e.in_force_at) from careplan.intervention_ever_in_force e
                     where e.network_id = i.network_id and e.intervention_id = i.intervention_id) as followed_from
            from careplan.intervention_in_force i
            join careplan.current_pps p on p.network_id = i.network_id and p.id = i.pps_id
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final TaskService tasks;
    private final Clock clock;

    Occurrences(JdbcClient sql, JsonMapper json, TaskService tasks, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.tasks = tasks;
        this.clock = clock;
    }

    private record Intervention(
            UUID patient,
            UUID id,
            UUID pps,
            String title,
            @Nullable UUID actor,
            @Nullable String actorName,
            @Nullable UUID coordinator,
            LocalDate inForce,
            LocalDate followedFrom,
            Schedule schedule) {}

    /// A line to be, as PostgreSQL reads it.
    private record Line(
            String patient_id,
            String intervention_id,
            String pps_id,
            String title,
            @Nullable String actor_id,
            @Nullable String actor_name,
            String due_on,
            String due_until,
            String late_after) {}

    /// Sets the acts of a person's plan in force. What was marked stays; acts to come that the plan
    /// no longer asks for go.
    void follow(PatientId patient) {
        var asked = interventions(patient);
        var lines = lines(asked);
        var from =
                asked.stream().map(Intervention::inForce).findFirst().orElse(LocalDate.now(clock));
        sql.sql(
                        """
                        delete from followup.occurrence o
                        where o.patient_id = :patient and o.status = 'PREVU' and o.due_until >= :from
                          and not exists (select 1 from jsonb_to_recordset(cast(:lines as jsonb)) as l(intervention_id uuid, due_on date)
                                          where l.intervention_id = o.intervention_id and l.due_on = o.due_on)
                        """)
                .param("patient", patient.value())
                .param("from", from)
                .param("lines", lines)
                .update();
        save(lines);
        pauses(patient);
    }

    /// After an act was marked: dates what waits for it.
    void followAfter(PatientId patient, UUID act) {
        var waits =
                sql.sql(
                                """
                                select exists (select 1 from careplan.intervention_in_force i join followup.occurrence o
                                                 on o.network_id = i.network_id and o.intervention_id = i.after_act
                                                where i.patient_id = :patient and o.id = :act)
                                """)
                        .param("patient", patient.value())
                        .param("act", act)
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (waits) follow(patient);
    }

    /// Suspends what falls due during the pause of an accompaniment, and awaits again what no pause
    /// covers any more. Of one person, or of the whole structure when null. A session of a series
    /// that fell in the pause stays suspended, it was not missed; an act asked for once is still to
    /// be done, and awaited again once the pause is over.
    void pauses(@Nullable PatientId patient) {
        var one = patient == null ? null : patient.value();
        sql.sql(
                        """
                        update followup.occurrence o set status = 'SUSPENDU'
                          from casefile.open_support s
                         where s.network_id = o.network_id and s.patient_id = o.patient_id and o.status = 'PREVU'
                           and o.due_until >= s.paused_from and (s.paused_until is null or o.due_until <= s.paused_until)
                           and (s.paused_until is null or s.paused_until >= :today
                                or exists (select 1 from careplan.intervention_in_force i
                                            where i.network_id = o.network_id and i.intervention_id = o.intervention_id and i.every_n is not null))
                           and (cast(:patient as uuid) is null or o.patient_id = :patient)
                        """)
                .param("today", LocalDate.now(clock))
                .param("patient", one, java.sql.Types.OTHER)
                .update();
        sql.sql(
                        """
                        update followup.occurrence o set status = 'PREVU'
                          from casefile.open_support s, careplan.intervention_in_force i
                         where s.network_id = o.network_id and s.patient_id = o.patient_id and o.status = 'SUSPENDU'
                           and i.network_id = o.network_id and i.intervention_id = o.intervention_id
                           and (i.every_n is null or o.due_until >= :today)
                           and (s.paused_from is null or o.due_until < s.paused_from or o.due_until > s.paused_until
                                or (i.every_n is null and s.paused_until < :today))
                           and (cast(:patient as uuid) is null or o.patient_id = :patient)
                        """)
                .param("today", LocalDate.now(clock))
                .param("patient", one, java.sql.Types.OTHER)
                .update();
    }

    /// Dates what a year ahead did not reach yet, for every plan of the structure. Returns how many
    /// acts were added.
    int extend() {
        var added =
                save(
                        lines(
                                sql.sql(
                                                ASKED
                                                        + """
                                                        join casefile.open_support s on s.network_id = i.network_id and s.patient_id = i.patient_id
                                                        left join lateral (select max(o.due_on) as last from followup.occurrence o
                                                                           where o.network_id = i.network_id and o.intervention_id = i.intervention_id) o on true
                                                        where o.last is null or i.after_what is not null or (i.every_n is not null and o.last >= :edge and (i.ends_on is null or i.ends_on > o.last))
                                                        """)
                                        // only what runs over the edge of the last night's year can
                                        // lack a
                                        // date
                                        .param(
                                                "edge",
                                                LocalDate.now(clock)
                                                        .plusMonths(HORIZON_MONTHS)
                                                        .minusDays(400))
                                        .query((row, _) -> intervention(row))
                                        .list()));
        pauses(null);
        return added;
    }

    private List<Intervention> interventions(PatientId patient) {
        return sql.sql(
                        ASKED
                                + """
                                left join casefile.open_support s on s.network_id = i.network_id and s.patient_id = i.patient_id
                                where i.patient_id = :patient
                                """)
                .param("patient", patient.value())
                .query((row, _) -> intervention(row))
                .list();
    }

    private static Intervention intervention(ResultSet row) throws SQLException {
        return new Intervention(
                row.getObject("patient_id", UUID.class),
                row.getObject("intervention_id", UUID.class),
                row.getObject("pps_id", UUID.class),
                row.getString("title"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getObject("coordinator_id", UUID.class),
                LocalDate.ofInstant(row.getTimestamp("in_force_at").toInstant(), FrenchDates.PARIS),
                LocalDate.ofInstant(
                        row.getTimestamp("followed_from").toInstant(), FrenchDates.PARIS),
                new Schedule(
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("every_n", Integer.class),
                        row.getString("every_unit"),
                        row.getObject("times", Integer.class),
                        weekdays(row.getArray("weekdays")),
                        row.getInt("window_days"),
                        row.getInt("tolerance_days"),
                        after(row),
                        happened(row.getArray("happened"))));
    }

    private static Recurrence.@Nullable After after(ResultSet row) throws SQLException {
        var what = row.getString("after_what");
        return what == null
                ? null
                : new Recurrence.After(
                        row.getInt("after_n"),
                        row.getString("after_unit"),
                        Recurrence.What.valueOf(what),
                        row.getObject("after_act", UUID.class),
                        null);
    }

    private static List<LocalDate> happened(@Nullable Array days) throws SQLException {
        return days == null
                ? List.of()
                : Arrays.stream((java.sql.Date[]) days.getArray())
                        .map(java.sql.Date::toLocalDate)
                        .toList();
    }

    private static Set<Integer> weekdays(Array days) throws SQLException {
        return Set.of((Integer[]) days.getArray());
    }

    private String lines(List<Intervention> interventions) {
        var horizon = LocalDate.now(clock).plusMonths(HORIZON_MONTHS);
        var lines = new ArrayList<Line>();
        for (var i : interventions) {
            switch (i.schedule().followedFrom(i.followedFrom()).acts(i.inForce(), horizon)) {
                case Schedule.Outcome.Acts(var acts) ->
                        acts.forEach(act ->
                                lines.add(
                                        new Line(
                                                i.patient().toString(),
                                                i.id().toString(),
                                                i.pps().toString(),
                                                i.title(),
                                                i.actor() == null ? null : i.actor().toString(),
                                                i.actorName(),
                                                act.on().toString(),
                                                act.until().toString(),
                                                act.late().toString())));
                // the plan is in force and never changes: the coordinator is asked for its next
                // version
                case Schedule.Outcome.Endless _, Schedule.Outcome.TooMany _ -> askForAnEnd(i);
            }
        }
        return json.writeValueAsString(lines);
    }

    private void askForAnEnd(Intervention i) {
        var title = FollowUpText.tooMany(i.title());
        var asked =
                sql.sql(
                                "select count(*) from followup.task where patient_id = :patient and title = :title")
                        .param("patient", i.patient())
                        .param("title", title)
                        .query((row, _) -> row.getInt(1))
                        .single();
        if (asked > 0) return;
        tasks.remind(
                new TaskService.NewTask(
                        new PatientId(i.patient()),
                        "TACHE",
                        title,
                        null,
                        null,
                        LocalDate.now(clock),
                        null,
                        i.coordinator(),
                        null));
    }

    private int save(String lines) {
        return sql.sql(
                        """
                        insert into followup.occurrence as o (patient_id, intervention_id, pps_id, title, actor_id, actor_name, due_on, due_until, late_after)
                        select l.patient_id, l.intervention_id, l.pps_id, l.title, l.actor_id, l.actor_name, l.due_on, l.due_until, l.late_after
                        from jsonb_to_recordset(cast(:lines as jsonb)) as l(patient_id uuid, intervention_id uuid, pps_id uuid, title text,
                             actor_id uuid, actor_name text, due_on date, due_until date, late_after date)
                        on conflict (network_id, intervention_id, due_on) do update
                          set pps_id = excluded.pps_id, title = excluded.title, actor_id = excluded.actor_id, actor_name = excluded.actor_name,
                              due_until = excluded.due_until, late_after = excluded.late_after
                          where o.status = 'PREVU'
                            and (o.pps_id, o.title, o.actor_id, o.actor_name, o.due_until, o.late_after)
                                is distinct from (excluded.pps_id, excluded.title, excluded.actor_id, excluded.actor_name, excluded.due_until, excluded.late_after)
                        """)
                .param("lines", lines)
                .update();
    }
}
