select f.network_id, f.id, f.patient_id, f.coordinator_id, f.level, f.paused,
       'Aucun échange noté depuis ' || {n} || ' jours', c.last + {n}, cast(c.last + {n} as timestamp), {never}, {never}, 0, false
  from followed f
  {limit f.level f.patient_id}
  left join (select p.network_id, p.patient_id, max(p.at) as at
               from (select p.network_id, p.patient_id, p.at from followup.contact_patient p where {who p.patient_id}
                     union all
                     select k.network_id, k.patient_id, k.starts_at from agenda.kept k where k.starts_at <= {now} and {who k.patient_id}) p
              group by p.network_id, p.patient_id) k on k.network_id = f.network_id and k.patient_id = f.patient_id
  cross join lateral (select greatest(f.included_on, cast(k.at at time zone 'Europe/Paris' as date)) as last) c
 where f.status = 'ACTIF'
