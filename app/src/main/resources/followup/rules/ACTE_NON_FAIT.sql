select f.network_id, o.id, o.patient_id, f.coordinator_id, f.level, f.paused,
       case when i.type = 'CONSULTATION' then 'Consultation recommandée : ' else '' end || o.title || coalesce(' · ' || o.actor_name, ''),
       o.due_until, cast(o.late_after + 1 + {n} as timestamp), {never}, {never}, 0, false
  from followup.occurrence o
  join followed f on f.network_id = o.network_id and f.patient_id = o.patient_id
  {limit f.level f.patient_id}
  left join careplan.intervention_in_force i
    on i.network_id = o.network_id and i.pps_id = o.pps_id and i.intervention_id = o.intervention_id
 where o.status = 'PREVU' and o.late_after < {today} and {who o.patient_id}
-- next
select o.patient_id, cast(min(o.late_after + 1 + {n}) as timestamp)
  from followup.occurrence o
  join followed f on f.network_id = o.network_id and f.patient_id = o.patient_id
  {limit f.level f.patient_id}
 where o.status = 'PREVU' and o.late_after >= {today} and {who o.patient_id}
 group by o.patient_id
