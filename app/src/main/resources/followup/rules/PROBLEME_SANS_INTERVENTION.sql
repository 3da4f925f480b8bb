select f.network_id, p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
       'Problème sans intervention : ' || p.label, d.since + {n}, cast(d.since + {n} as timestamp), {never}, {never}, 0, false
  from assessment.retained_problem p
  join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
  {limit f.level f.patient_id}
  left join plan c on c.network_id = p.network_id and c.patient_id = p.patient_id
  cross join lateral (select greatest(p.since, f.included_on) as since) d
 where f.status = 'ACTIF' and {who p.patient_id}
   -- what was known when the plan came into force was judged then
   and (c.id is null or p.since > c.since)
   and not exists (select 1 from careplan.answered_problem g
                    where g.network_id = p.network_id and g.patient_id = p.patient_id and (g.problem_id = p.id or g.problem = p.label)
                      and {who g.patient_id} and g.pps_id = any (array(select v.id from plan v)))
