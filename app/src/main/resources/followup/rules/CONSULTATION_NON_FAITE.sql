select f.network_id, o.id, o.patient_id, f.coordinator_id, f.level, f.paused, 'Consultation recommandée, sans nouvelle : ' || o.title,
       o.due_until, cast(o.late_after + 1 + {n} as timestamp), {never}, {never}, 0, false
  from late o
  join followed f on f.network_id = o.network_id and f.patient_id = o.patient_id
  {limit f.level f.patient_id}
 where o.consultation
