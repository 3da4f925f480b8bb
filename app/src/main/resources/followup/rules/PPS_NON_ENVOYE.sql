select f.network_id, p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
       'PPS v' || p.number || ' en préparation, pas encore soumis', c.day + {n}, cast(c.day + {n} as timestamp), {never}, {never}, 0, false
  from careplan.drafted_pps p
  join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
  {limit f.level f.patient_id}
  cross join lateral (select cast(p.created_at at time zone 'Europe/Paris' as date) as day) c
 where f.status = 'ACTIF' and {who p.patient_id}
