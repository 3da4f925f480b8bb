select f.network_id, i.intervention_id, i.patient_id, f.coordinator_id, f.level, f.paused,
       'Intervenant à trouver : ' || i.title, p.since + {n}, cast(p.since + {n} as timestamp), {never}, {never}, 0, false
  from careplan.intervention_in_force i
  join plan p on p.network_id = i.network_id and p.id = i.pps_id
  join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
  {limit f.level f.patient_id}
 where i.actor_id is null and i.actor_name is null and {who i.patient_id}
   and exists (select 1 from followup.occurrence o
                where o.network_id = i.network_id and o.intervention_id = i.intervention_id and o.status = 'PREVU'
                  and {who o.patient_id})
