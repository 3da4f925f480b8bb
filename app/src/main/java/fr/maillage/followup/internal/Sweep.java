package fr.maillage.followup.internal;

import fr.maillage.followup.AlertRule;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Setting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Looks for what did not happen. One statement finds every cause of an alert, then raises those
/// that have none, brings the others up to date (urgency, pause) and resolves those whose cause is
/// gone. Run twice, the second changes nothing.
///
/// Nothing that fell due before the resumption date of the structure, or of the takeover a person
/// came by, raises, nor anything of a file in pause, urgent evaluations and the dates of rights
/// excepted: an administration does not wait. What a person closed stays closed until the day they
/// chose, or until its due date changes. Runs under one structure only: see [Jobs] and
/// [SweepWhenSomethingChanges].
@Component
@Transactional
class Sweep implements CatchUp {

    private static final String STATEMENT =
            """
            with asked as (
              select cast(:today as date) as today, cast(:now as timestamptz) as now, cast(:patient as uuid) as patient,
                     cast(:fromCause as boolean) as from_cause
            ), threshold as (
              select k.key, l.level, cast(coalesce(own.value, base.value, k.value) as int) as value
                from jsonb_to_recordset(cast(:settings as jsonb)) as k(key text, value text)
                cross join generate_series(-1, 3) as l(level)
                left join network.setting own on own.key = k.key and own.level = l.level
                left join network.setting base on base.key = k.key and base.level = -1
            ), followed as (
              select s.network_id, s.id, s.patient_id, s.status, s.level, s.coordinator_id, s.opened_on, s.included_on, s.watch_review_on, s.resumed_on,
                     coalesce(s.paused_from <= a.today and (s.paused_until is null or s.paused_until >= a.today), false) as paused
                from casefile.open_support s, asked a
               where a.patient is null or s.patient_id = a.patient
            ), rights as materialized (
              select r.network_id, r.id, r.patient_id, r.label, r.state, r.ends_on, r.warn_on, r.appeal_until, r.followed_by, r.next_on, r.next_what,
                     r.renewal_state, r.renewal_asked_on, a.today
                from casefile.open_right r
                join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id and i.deceased_on is null, asked a
               where a.patient is null or r.patient_id = a.patient
            ), causes as materialized (
              select f.network_id, 'ACTE_NON_FAIT' as rule, o.id as subject_id, o.patient_id, f.coordinator_id, f.level, f.paused,
                     o.title || coalesce(' · ' || o.actor_name, '') as title, o.due_until as due_on,
                     cast(o.late_after + 1 as timestamp) as since
                from followup.occurrence o join followed f on f.network_id = o.network_id and f.patient_id = o.patient_id, asked a
               where o.status = 'PREVU' and o.late_after < a.today
              union all
              select f.network_id, 'MT_SILENCIEUX', p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
                     'Avis du médecin traitant attendu sur le PPS v' || p.number,
                     cast(p.submitted_at at time zone 'Europe/Paris' as date) + t.value, null
                from careplan.awaited_opinion p join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
                join threshold t on t.key = 'SILENCE_DAYS' and t.level = f.level, asked a
               where cast(p.submitted_at at time zone 'Europe/Paris' as date) + t.value <= a.today
              union all
              select f.network_id, 'REEVALUATION', p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
                     'PPS v' || p.number || case when p.reassess_on < a.today then ' : réévaluation dépassée' else ' à réévaluer' end, p.reassess_on,
                     cast(p.reassess_on - t.value as timestamp)
                from careplan.current_pps p join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
                join threshold t on t.key = 'REASSESS_NOTICE_DAYS' and t.level = f.level, asked a
               where p.reassess_on - t.value <= a.today
              union all
              select u.network_id, 'URGENCE_24H', u.referral_id, u.patient_id, coalesce(f.coordinator_id, r.assigned_to), coalesce(f.level, 0), false,
                     'Première évaluation d’urgence avant ' || to_char(u.due24 at time zone 'Europe/Paris', 'DD/MM à HH24:MI')
                       || coalesce(' · relais ' || u.relay24, ''),
                     cast(u.due24 at time zone 'Europe/Paris' as date), u.opened_at at time zone 'Europe/Paris'
                from intake.open_urgency u join intake.outcome r on r.network_id = u.network_id and r.id = u.referral_id
                left join followed f on f.network_id = u.network_id and f.patient_id = u.patient_id, asked a
               where u.done24_at is null and u.done48_at is null and (a.patient is null or u.patient_id = a.patient)
              union all
              select u.network_id, 'URGENCE_48H', u.referral_id, u.patient_id, coalesce(f.coordinator_id, r.assigned_to), coalesce(f.level, 0), false,
                     'Seconde évaluation d’urgence avant ' || to_char(u.due48 at time zone 'Europe/Paris', 'DD/MM à HH24:MI')
                       || coalesce(' · relais ' || u.relay48, ''),
                     cast(u.due48 at time zone 'Europe/Paris' as date),
                     least(u.done24_at, u.due24) at time zone 'Europe/Paris'
                from intake.open_urgency u join intake.outcome r on r.network_id = u.network_id and r.id = u.referral_id
                left join followed f on f.network_id = u.network_id and f.patient_id = u.patient_id, asked a
               where u.done48_at is null and (u.done24_at is not null or u.due24 <= a.now) and (a.patient is null or u.patient_id = a.patient)
              union all
              select f.network_id, 'SANS_CONTACT', f.id, f.patient_id, f.coordinator_id, f.level, f.paused,
                     'Aucun échange noté depuis ' || t.value || ' jours', c.last + t.value, null
                from followed f
                join threshold t on t.key = 'NO_CONTACT_DAYS' and t.level = f.level
                left join lateral (
                  select greatest(f.included_on, cast(max(p.at) at time zone 'Europe/Paris' as date)) as last
                    from (select p.at from followup.contact_patient p where p.network_id = f.network_id and p.patient_id = f.patient_id
                          union all
                          select k.starts_at from agenda.kept k, asked a
                           where k.network_id = f.network_id and k.patient_id = f.patient_id and k.starts_at <= a.now) p) c on true, asked a
               where f.status = 'ACTIF' and c.last + t.value <= a.today
              union all
              select f.network_id, 'SANS_ACTEUR', i.intervention_id, i.patient_id, f.coordinator_id, f.level, f.paused,
                     'Intervenant à trouver : ' || i.title, cast(p.in_force_at at time zone 'Europe/Paris' as date) + t.value, null
                from careplan.intervention_in_force i
                join careplan.current_pps p on p.network_id = i.network_id and p.id = i.pps_id
                join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
                join threshold t on t.key = 'NO_ACTOR_DAYS' and t.level = f.level, asked a
               where i.actor_id is null and i.actor_name is null
                 and cast(p.in_force_at at time zone 'Europe/Paris' as date) + t.value <= a.today
                 and exists (select 1 from followup.occurrence o where o.network_id = i.network_id and o.intervention_id = i.intervention_id and o.status = 'PREVU')
              union all
              select h.network_id, 'RELAIS_SANS_ACCUSE', h.id, h.patient_id, s.coordinator_id, coalesce(s.level, 0), false,
                     'Passage de relais sans accusé de réception · ' || h.to_name,
                     cast(coalesce(h.reminded_at, h.sent_at) at time zone 'Europe/Paris' as date) + t.value, null
                from intake.pending_handover h
                join patient.identity i on i.network_id = h.network_id and i.id = h.patient_id and i.deceased_on is null
                left join lateral (select y.coordinator_id, y.level, y.exit_reason from casefile.any_support y
                                    where y.network_id = h.network_id and y.patient_id = h.patient_id order by y.opened_on desc, y.id desc limit 1) s on true
                join threshold t on t.key = 'HANDOVER_DAYS' and t.level = coalesce(s.level, -1), asked a
               where cast(coalesce(h.reminded_at, h.sent_at) at time zone 'Europe/Paris' as date) + t.value <= a.today
                 and s.exit_reason is distinct from 'DECES' and (a.patient is null or h.patient_id = a.patient)
              union all
              select f.network_id, 'NIVEAU_3_SANS_RCP', f.id, f.patient_id, f.coordinator_id, f.level, f.paused,
                     'Niveau 3 depuis le ' || to_char(l.since, 'DD/MM/YYYY') || ' : aucune RCP tenue', l.since + t.value, null
                from followed f
                join threshold t on t.key = 'RCP_DAYS' and t.level = f.level
                cross join lateral (select coalesce(max(h.since), f.included_on, f.opened_on) as since from casefile.level_history h
                                     where h.network_id = f.network_id and h.support_id = f.id and h.level = 3) l, asked a
               where f.status = 'ACTIF' and f.level = 3 and l.since + t.value <= a.today
                 and not exists (select 1 from followup.concertation c
                                  where c.network_id = f.network_id and c.patient_id = f.patient_id and c.kind = 'RCP' and c.held_on >= l.since - t.value)
              union all
              select f.network_id, 'VEILLE_A_REVOIR', f.id, f.patient_id, f.coordinator_id, f.level, f.paused, 'Veille à revoir', w.due, null
                from followed f
                join threshold t on t.key = 'WATCH_MONTHS' and t.level = f.level
                cross join lateral (select coalesce(f.watch_review_on, cast(f.opened_on + make_interval(months => t.value) as date)) as due) w, asked a
               where f.status = 'VEILLE' and w.due <= a.today
              union all
              select f.network_id, 'DROIT_QUI_SE_TERMINE', r.id, r.patient_id, coalesce(m.id, f.coordinator_id), f.level, false,
                     r.label || case when r.ends_on < a.today then ' : échéance passée le ' else ' : échéance le ' end || to_char(r.ends_on, 'DD/MM/YYYY')
                       || case r.renewal_state when 'A_DEMANDER' then ', renouvellement à demander'
                                               when 'DEMANDE' then ', renouvellement demandé le ' || to_char(r.renewal_asked_on, 'DD/MM')
                                               when 'REFUSE' then ', renouvellement refusé' when 'RECOURS' then ', recours en cours' else '' end,
                     r.ends_on, cast(r.warn_on as timestamp)
                from rights r join followed f on f.network_id = r.network_id and f.patient_id = r.patient_id
                left join network.team_member m on m.network_id = r.network_id and m.id = r.followed_by and (m.until is null or m.until >= r.today), asked a
               where r.state = 'ACCORDE' and r.warn_on <= a.today
              union all
              select f.network_id, 'RECOURS_POSSIBLE', r.id, r.patient_id, coalesce(m.id, f.coordinator_id), f.level, false,
                     r.label || ' refusé : recours possible jusqu’au ' || to_char(r.appeal_until, 'DD/MM/YYYY'), r.appeal_until,
                     cast(r.appeal_until - t.value as timestamp)
                from rights r join followed f on f.network_id = r.network_id and f.patient_id = r.patient_id
                join threshold t on t.key = 'APPEAL_NOTICE_DAYS' and t.level = -1
                left join network.team_member m on m.network_id = r.network_id and m.id = r.followed_by and (m.until is null or m.until >= r.today), asked a
               where r.state = 'REFUSE' and r.appeal_until - t.value <= a.today and r.appeal_until >= a.today
              union all
              select f.network_id, 'DEMARCHE_A_FAIRE', r.id, r.patient_id, coalesce(m.id, f.coordinator_id), f.level, false,
                     r.label || ' : ' || r.next_what, r.next_on, null
                from rights r join followed f on f.network_id = r.network_id and f.patient_id = r.patient_id
                left join network.team_member m on m.network_id = r.network_id and m.id = r.followed_by and (m.until is null or m.until >= r.today), asked a
               where r.next_on <= a.today
            ), weighed as materialized (
              select c.network_id, c.rule, c.subject_id, c.patient_id, c.coordinator_id, c.paused, c.title, c.due_on,
                     coalesce(c.since, cast(c.due_on as timestamp)) at time zone 'Europe/Paris' as since,
                     r.weight + least(greatest(a.today - c.due_on, 0), :mostDays) + :perLevel * c.level as urgency
                from causes c join jsonb_to_recordset(cast(:rules as jsonb)) as r(rule text, weight int) on r.rule = c.rule, asked a
            ), raised as (
              insert into followup.alert (rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency)
              select w.rule, w.subject_id, w.patient_id, w.coordinator_id, w.title, case when a.from_cause then least(w.since, a.now) else a.now end,
                     w.due_on, w.urgency
                from weighed w
                left join followed f on f.network_id = w.network_id and f.patient_id = w.patient_id, asked a
               where not w.paused
                 and w.due_on >= coalesce(greatest((select n.resumption_date from network.network n where n.id = platform.acting()), f.resumed_on), w.due_on)
                 and not exists (
                   select 1 from followup.alert l
                    where l.network_id = w.network_id and l.patient_id = w.patient_id and l.rule = w.rule and l.subject_id = w.subject_id
                      and (l.status in ('OUVERTE', 'EN_PAUSE')
                           or (l.status = 'CLOSE' and l.outcome <> 'SORTIE' and l.due_on >= w.due_on
                               and (l.snoozed_until is null or l.snoozed_until > a.today))))
              on conflict (network_id, rule, subject_id) where status in ('OUVERTE','EN_PAUSE') do nothing
              returning 1
            ), refreshed as (
              update followup.alert l
                 set urgency = w.urgency, due_on = w.due_on, title = w.title, coordinator_id = w.coordinator_id,
                     status = case when w.paused then 'EN_PAUSE' else 'OUVERTE' end
                from weighed w
               where l.network_id = w.network_id and l.rule = w.rule and l.subject_id = w.subject_id and l.status in ('OUVERTE', 'EN_PAUSE')
                 and (l.urgency, l.due_on, l.title, l.coordinator_id, l.status = 'EN_PAUSE')
                     is distinct from (w.urgency, w.due_on, w.title, w.coordinator_id, w.paused)
              returning 1
            ), resolved as (
              update followup.alert l
                 set status = 'RESOLUE', outcome = 'CAUSE_DISPARUE', closed_at = a.now, closed_by = 'Maillage'
                from asked a
               where l.status in ('OUVERTE', 'EN_PAUSE') and (a.patient is null or l.patient_id = a.patient)
                 and not exists (select 1 from weighed w where w.network_id = l.network_id and w.rule = l.rule and w.subject_id = l.subject_id)
              returning 1
            )
            select (select count(*) from raised) as raised, (select count(*) from refreshed) as refreshed, (select count(*) from resolved) as resolved
            """;

    private final JdbcClient sql;
    private final Occurrences occurrences;
    private final Clock clock;
    private final String rules;
    private final String settings;

    Sweep(JdbcClient sql, JsonMapper json, Occurrences occurrences, Clock clock) {
        this.sql = sql;
        this.occurrences = occurrences;
        this.clock = clock;
        rules =
                json.writeValueAsString(
                        Arrays.stream(AlertRule.values())
                                .map(r -> new Weight(r.name(), r.weight()))
                                .toList());
        settings =
                json.writeValueAsString(
                        List.of(
                                        Setting.SILENCE_DAYS,
                                        Setting.REASSESS_NOTICE_DAYS,
                                        Setting.NO_CONTACT_DAYS,
                                        Setting.NO_ACTOR_DAYS,
                                        Setting.RCP_DAYS,
                                        Setting.HANDOVER_DAYS,
                                        Setting.WATCH_MONTHS,
                                        Setting.APPEAL_NOTICE_DAYS)
                                .stream()
                                .map(s -> new Default(s.name(), String.valueOf(s.byDefault())))
                                .toList());
    }

    private record Weight(String rule, int weight) {}

    private record Default(String key, String value) {}

    /// What a sweep changed.
    record Swept(int raised, int refreshed, int resolved) {}

    /// One person, after something happened to them.
    Swept person(PatientId patient) {
        return sweep(patient, false);
    }

    /// The whole acting structure.
    Swept network() {
        return sweep(null, false);
    }

    @Override
    public int raise() {
        return sweep(null, true).raised();
    }

    @Override
    public int follow() {
        occurrences.extend();
        return raise();
    }

    @Override
    public void forget(PatientId patient, Collection<UUID> plans, boolean whole) {
        sql.sql(
                        """
                        delete from followup.alert a where a.patient_id = :patient
                          and (:whole or a.subject_id = any (:plans)
                               or exists (select 1 from followup.occurrence o
                                           where o.network_id = a.network_id and o.pps_id = any (:plans) and a.subject_id in (o.id, o.intervention_id)))
                        """)
                .param("patient", patient.value())
                .param("plans", plans.toArray(UUID[]::new))
                .param("whole", whole)
                .update();
        sql.sql(
                        "delete from followup.occurrence where patient_id = :patient and pps_id = any (:plans)")
                .param("patient", patient.value())
                .param("plans", plans.toArray(UUID[]::new))
                .update();
        // « donnez une fin à… » of the plan that goes
        if (whole)
            sql.sql("delete from followup.task where patient_id = :patient and done_at is null")
                    .param("patient", patient.value())
                    .update();
    }

    private Swept sweep(@Nullable PatientId patient, boolean fromCause) {
        // one at a time in a structure: two would wait for each other's lines in different orders
        sql.sql("select pg_advisory_xact_lock(hashtextextended('sweep:' || platform.acting(), 0))")
                .query((_, _) -> 0)
                .list();
        return sql.sql(STATEMENT)
                .param("today", LocalDate.now(clock))
                .param("now", Timestamp.from(clock.instant()))
                .param("patient", patient == null ? null : patient.value())
                .param("fromCause", fromCause)
                .param("settings", settings)
                .param("rules", rules)
                .param("mostDays", AlertRule.MOST_DAYS)
                .param("perLevel", AlertRule.PER_LEVEL)
                .query((row, _) ->
                        new Swept(
                                row.getInt("raised"),
                                row.getInt("refreshed"),
                                row.getInt("resolved")))
                .single();
    }
}
