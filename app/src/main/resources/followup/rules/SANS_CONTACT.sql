select f.network_id, f.id, f.patient_id, f.coordinator_id, f.level, f.paused,
       'Aucun échange noté depuis ' || {n} || ' jours', c.last + {n}, cast(c.last + {n} as timestamp), {never}, {never}, 0, false
  from followed f
  {limit f.level f.patient_id}
  -- the last one of each, by the end of its index
  cross join lateral (select greatest((select max(p.at) from followup.contact_patient p where p.patient_id = f.patient_id),
                                      (select max(k.starts_at) from agenda.kept k where k.patient_id = f.patient_id and k.starts_at <= {now})) as at) k
  cross join lateral (select greatest(f.included_on, cast(k.at at time zone 'Europe/Paris' as date)) as last) c
 where f.status = 'ACTIF'
