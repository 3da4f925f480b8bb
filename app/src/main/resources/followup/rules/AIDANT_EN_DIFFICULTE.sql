select f.network_id, f.id, f.patient_id, f.coordinator_id, f.level, f.paused,
       'Aidant en difficulté : mini-Zarit ' || replace(cast(trim_scale(s.value) as text), '.', ',') || ' sur 7',
       s.on_date, cast(s.on_date as timestamp), {never}, {never}, 0, false
  from assessment.last_score s
  join followed f on f.network_id = s.network_id and f.patient_id = s.patient_id
  {limit f.level f.patient_id}
 where s.code = 'minizarit' and s.value >= {n} and f.status = 'ACTIF' and {who s.patient_id}
