with known as (
  select k.rule, k.setting, k.value, k.weight, k.may_wait
    from jsonb_to_recordset(cast(:rules as jsonb)) as k(rule text, setting text, value int, weight int, may_wait boolean)
), rule as (
  select k.rule, coalesce(c.weight, k.weight) as weight, coalesce(c.active, true) or not k.may_wait as active, k.may_wait,
         coalesce(c.goes_to, 'REFERENT') as goes_to, c.member_id
    from known k left join followup.rule_choice c on c.rule = k.rule
), threshold as (
  select k.rule, l.level, coalesce(cast(own.value as int), cast(base.value as int), k.value) as value
    from known k cross join generate_series(-1, 3) as l(level)
    left join network.setting own on own.key = k.setting and own.level = l.level
    left join network.setting base on base.key = k.setting and base.level = -1
   where k.setting is not null
), adjusted as materialized (
  select distinct on (x.patient_id, x.rule) x.patient_id, x.rule, x.threshold as value, x.threshold is null as off, x.until
    from followup.rule_override x
   where x.ended_at is null and (x.until is null or x.until >= {today}) and {who x.patient_id}
   order by x.patient_id, x.rule, x.set_at desc, x.id desc
), followed as (
  select s.network_id, s.id, s.patient_id, s.status, s.level, s.coordinator_id, s.opened_on, s.included_on, s.watch_review_on, s.resumed_on,
         s.paused_from, s.paused_until,
         coalesce(s.paused_from <= {today} and (s.paused_until is null or s.paused_until >= {today}), false) as paused
    from casefile.open_support s where {who s.patient_id}
), plan as materialized (
  select p.network_id, p.id, p.patient_id, p.number, p.reassess_on, p.in_force_at,
         cast(p.in_force_at at time zone 'Europe/Paris' as date) as since
    from careplan.current_pps p where {who p.patient_id}
), awaited as materialized (
  select p.network_id, p.id, p.patient_id, p.number, p.received_on,
         cast(p.submitted_at at time zone 'Europe/Paris' as date) as sent
    from careplan.awaited_opinion p where {who p.patient_id}
), rights as materialized (
  select r.network_id, r.id, r.patient_id, r.label, r.state, r.ends_on, r.warn_on, r.appeal_until, r.next_on, r.next_what,
         r.renewal_state, r.renewal_asked_on, m.id as member, cast(m.until + 1 as timestamp) as member_leaves
    from casefile.open_right r
    join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id and i.deceased_on is null and {who i.id}
    left join network.team_member m on m.network_id = r.network_id and m.id = r.followed_by and (m.until is null or m.until >= {today})
   where {who r.patient_id}
), late as materialized (
  -- acts past their tolerance that nobody marked; the type by the version that asks for the act, found by its key
  select o.network_id, o.id, o.patient_id, o.title || coalesce(' · ' || o.actor_name, '') as title, o.due_until, o.late_after,
         coalesce(k.type = 'CONSULTATION', false) as consultation
    from followup.occurrence o
    left join careplan.intervention_kind k on k.network_id = o.network_id and k.pps_id = o.pps_id and k.intervention_id = o.intervention_id
                                         and {who k.patient_id}
   where o.status = 'PREVU' and o.late_after < {today} and {who o.patient_id}
), candidate as materialized (
{causes}
), weighed as materialized (
  select c.network_id, c.rule, c.subject_id, c.patient_id, c.paused, c.title, c.due_on, c.starts_at at time zone 'Europe/Paris' as since,
         c.forced, c.extra, r.weight, r.may_wait,
         case r.goes_to when 'EQUIPE' then null when 'MEMBRE' then r.member_id else c.coordinator_id end as coordinator_id,
         r.weight + c.extra + :perLevel * greatest(c.level, 0) as urgency
    from candidate c join rule r on r.rule = c.rule
   where c.starts_at <= {local} and (c.ends_at is null or c.ends_at > {local})
     and (c.forced or r.active and not exists (select 1 from adjusted x where x.rule = c.rule and x.patient_id = c.patient_id and x.off and r.may_wait))
), raised as (
  insert into followup.alert (rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency, weight, extra, forced, changed_at)
  select w.rule, w.subject_id, w.patient_id, w.coordinator_id, w.title, case when :fromCause then least(w.since, {now}) else {now} end,
         w.due_on, w.urgency, w.weight, w.extra, w.forced, {now}
    from weighed w
    left join followed f on f.network_id = w.network_id and f.patient_id = w.patient_id
   where not w.paused
     and w.due_on >= coalesce(greatest((select n.resumption_date from network.network n where n.id = platform.acting()), f.resumed_on), w.due_on)
     and not exists (
       select 1 from followup.alert l
        where l.network_id = w.network_id and l.patient_id = w.patient_id and l.rule = w.rule and l.subject_id = w.subject_id
          and {who l.patient_id}
          and (l.status in ('OUVERTE', 'EN_PAUSE')
               or (l.status = 'CLOSE' and l.outcome <> 'SORTIE' and l.due_on >= w.due_on
                   and case when w.forced then l.snoozed_until > {today} and l.snoozed_until <= cast(l.closed_at as date) + 8
                            else l.snoozed_until is null or l.snoozed_until > {today} end)))
  on conflict (network_id, rule, subject_id) where status in ('OUVERTE','EN_PAUSE') do nothing
  returning 1
), refreshed as (
  update followup.alert l
     set urgency = w.urgency, weight = w.weight, extra = w.extra, forced = w.forced, due_on = w.due_on, title = w.title,
         coordinator_id = w.coordinator_id,
         status = case when w.paused or l.paused_until >= {today} then 'EN_PAUSE' else 'OUVERTE' end,
         paused_until = case when l.paused_until >= {today} then l.paused_until end,
         pause_reason = case when l.paused_until >= {today} then l.pause_reason end,
         paused_by = case when l.paused_until >= {today} then l.paused_by end,
         changed_at = {now}
    from weighed w
   where l.network_id = w.network_id and l.rule = w.rule and l.subject_id = w.subject_id and l.status in ('OUVERTE', 'EN_PAUSE')
     and {who l.patient_id}
     and (l.urgency, l.weight, l.extra, l.forced, l.due_on, l.title, l.coordinator_id, l.status = 'EN_PAUSE', coalesce(l.paused_until < {today}, false))
         is distinct from (w.urgency, w.weight, w.extra, w.forced, w.due_on, w.title, w.coordinator_id,
                           w.paused or coalesce(l.paused_until >= {today}, false), false)
  returning 1
), resolved as (
  update followup.alert l
     set status = 'RESOLUE', outcome = 'CAUSE_DISPARUE', closed_at = {now}, closed_by = 'Maillage', changed_at = {now},
         paused_until = null, pause_reason = null, paused_by = null
   where l.status in ('OUVERTE', 'EN_PAUSE') and {who l.patient_id}
     and not exists (select 1 from weighed w where w.network_id = l.network_id and w.rule = l.rule and w.subject_id = l.subject_id)
  returning 1
), moment as (
  select m.patient_id, min(m.at) as at from (
    select c.patient_id, least(case when c.starts_at > {local} then c.starts_at end, case when c.ends_at > {local} then c.ends_at end,
                               case when c.turns_at > {local} then c.turns_at end) as at from candidate c
    union all
    select f.patient_id, case when f.paused_from > {today} then cast(f.paused_from as timestamp)
                              when f.paused_until >= {today} then cast(f.paused_until + 1 as timestamp) end from followed f
    union all
    select x.patient_id, cast(x.until + 1 as timestamp) from adjusted x
    union all
    select l.patient_id, cast(l.snoozed_until as timestamp) from followup.alert l
     where l.status = 'CLOSE' and l.snoozed_until > {today} and {who l.patient_id}
    union all
    select l.patient_id, cast(l.paused_until + 1 as timestamp) from followup.alert l
     where l.status in ('OUVERTE', 'EN_PAUSE') and l.paused_until >= {today} and {who l.patient_id}
    union all
{next}
  ) as m(patient_id, at) where m.at is not null group by m.patient_id
), noted as (
  insert into followup.next_look as k (patient_id, at) select m.patient_id, m.at from moment m
  on conflict (network_id, patient_id) do update set at = excluded.at where k.at <> excluded.at
), gone as (
  delete from followup.next_look k where {who k.patient_id} and not exists (select 1 from moment m where m.patient_id = k.patient_id)
)
select (select count(*) from raised) as raised, (select count(*) from refreshed) as refreshed, (select count(*) from resolved) as resolved
