package fr.maillage.planning.internal;

import fr.maillage.network.Setting;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What calls for a visit until a day: acts of plans that are home visits of the team, plans to
/// reassess, returns from hospital, urgent evaluations, visits asked by hand. Somebody who has a
/// visit to come in the agenda before the due date needs none.
@Component
class Needs {

    /// A visit is the team's when nobody else is named for it, or somebody of the team is, or
    /// somebody of the network (actor group RESEAU); it is at home when its title or its place says
    /// so. Proposition Maillage: plans say neither in a field of their own.
    private static final String STATEMENT =
            """
            with asked as (
              select cast(:first as date) as first, cast(:last as date) as last, cast(:now as timestamptz) as now
            ), followed as (
              select s.network_id, s.patient_id, s.level, s.coordinator_id,
                     array_remove(array[s.coordinator_id, (select p.partner_id from casefile.partner p
                       where p.network_id = s.network_id and p.patient_id = s.patient_id limit 1)], null) as usual
                from casefile.open_support s
            ), needs as (
              select o.network_id, o.patient_id, 'SUIVI' as reason, o.due_on as not_before, o.due_until as due, cast(null as timestamptz) as latest,
                     cast(null as int) as minutes, cast(null as uuid) as asked
                from followup.dated_act o
                join careplan.intervention_in_force i on i.network_id = o.network_id and i.pps_id = o.pps_id and i.intervention_id = o.intervention_id, asked a
               where o.status = 'PREVU' and o.due_on <= a.last and (i.title ~* 'visite|domicile' or i.place ~* 'domicile')
                 and (i.actor_group = 'RESEAU'
                      or i.actor_id is null and (i.actor_name is null or exists (select 1 from network.team_member m
                           where m.network_id = i.network_id and lower(i.actor_name) = lower(m.given_name || ' ' || m.family_name))))
              union all
              select p.network_id, p.patient_id, 'REEVALUATION', p.reassess_on - :ahead, p.reassess_on, null, null, null
                from careplan.current_pps p, asked a where p.reassess_on - :ahead <= a.last and p.reassess_on <= a.last + 7
              union all
              select h.network_id, h.patient_id, 'RETOUR', r.home, cast((r.until at time zone 'Europe/Paris') as date), r.until, null, null
                from casefile.hospital_stay h
                cross join lateral (select coalesce(h.discharged_on, h.expected_on) as home) d
                cross join lateral (select d.home, (d.home + time '12:00') at time zone 'Europe/Paris' + make_interval(hours => :return) as until) r, asked a
               where r.home between a.first - 14 and a.last
                 and not exists (select 1 from agenda.kept k where k.network_id = h.network_id and k.patient_id = h.patient_id and k.kind = 'VISITE'
                                    and k.starts_at >= r.home at time zone 'Europe/Paris')
                 and not exists (select 1 from casefile.hospital_stay n where n.network_id = h.network_id and n.patient_id = h.patient_id and n.admitted_on > h.admitted_on)
              union all
              select u.network_id, u.patient_id, 'URGENCE', cast(u.opened_at at time zone 'Europe/Paris' as date), cast(e.until at time zone 'Europe/Paris' as date), e.until, null, null
                from intake.open_urgency u
                cross join lateral (select case when u.done24_at is null then u.due24 else u.due48 end as until,
                                           case when u.done24_at is null then u.relay24 else u.relay48 end as relay) e
               where u.done48_at is null and e.relay is null
              union all
              select q.network_id, q.patient_id, 'DEMANDEE', q.not_before, q.due_on, null, q.minutes, q.id
                from planning.asked q, asked a where q.withdrawn_at is null and q.appointment_id is null and q.not_before <= a.last
            )
            select n.patient_id, n.reason, greatest(n.not_before, a.first) as not_before, n.due,
                   case when n.latest > a.now then n.latest end as latest, n.minutes, n.asked, i.commune_code,
                   coalesce(f.usual, '{}') as usual, 10 + 10 * coalesce(f.level, 0) + coalesce(l.urgency, 0) as weight
              from needs n join patient.identity i on i.network_id = n.network_id and i.id = n.patient_id and i.deceased_on is null
              left join followed f on f.network_id = n.network_id and f.patient_id = n.patient_id
              left join lateral (select least(max(o.urgency), 100) as urgency from followup.open_alert o
                                  where o.network_id = n.network_id and o.patient_id = n.patient_id and o.status = 'OUVERTE') l on true, asked a
             where (f.patient_id is not null or n.reason in ('URGENCE', 'DEMANDEE'))
               and not exists (select 1 from agenda.to_come t where t.network_id = n.network_id and t.patient_id = n.patient_id and t.kind = 'VISITE'
                                  and t.starts_at >= a.now
                                  and t.starts_at >= greatest(n.not_before, a.first) at time zone 'Europe/Paris'
                                  and t.starts_at < (greatest(n.due, a.first) + 1) at time zone 'Europe/Paris')
             order by n.patient_id, n.due, n.reason
            """;

    private final JdbcClient sql;
    private final RoundSettings settings;
    private final Clock clock;

    Needs(JdbcClient sql, RoundSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /// Visits needed from one day to another, one for each person and moment. Reads under the
    /// caller's transaction.
    List<Need> between(LocalDate first, LocalDate last) {
        var values = settings.read();
        return Need.merged(
                sql.sql(STATEMENT)
                        .param("first", first)
                        .param("last", last)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("ahead", values.of(Setting.VISIT_REASSESS_DAYS))
                        .param("return", values.of(Setting.DISCHARGE_VISIT_HOURS))
                        .query((row, _) -> need(row, values))
                        .list());
    }

    private static Need need(ResultSet row, RoundSettings.Values settings) throws SQLException {
        var reason = Reason.valueOf(row.getString("reason"));
        var minutes = row.getInt("minutes");
        if (row.wasNull()) minutes = settings.of(reason.minutes);
        var asked = row.getObject("asked", UUID.class);
        return new Need(
                row.getObject("patient_id", UUID.class),
                Set.of(reason),
                row.getString("commune_code"),
                minutes,
                row.getObject("not_before", LocalDate.class),
                row.getObject("due", LocalDate.class),
                instant(row, "latest"),
                row.getInt("weight"),
                List.of((UUID[]) row.getArray("usual").getArray()),
                asked == null ? List.of() : List.of(asked));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
