select f.network_id, p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
       'Avis du médecin traitant attendu sur le PPS v' || p.number || ', reçu le ' || to_char(p.received_on, 'DD/MM/YYYY')
         || case when s.times > 1 then ' · ' || s.times || 'e délai passé' else '' end,
       s.sent + {n}, cast(s.sent + {n} as timestamp), {never},
       case when s.times < 4 then cast(s.sent + {n} * (s.times + 1) as timestamp) end, 15 * greatest(s.times - 1, 0), false
  from careplan.awaited_opinion p
  join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
  {limit f.level f.patient_id}
  cross join lateral (select cast(p.submitted_at at time zone 'Europe/Paris' as date) as sent,
         least(({today} - cast(p.submitted_at at time zone 'Europe/Paris' as date)) / greatest({n}, 1), 4) as times) s
 where p.received_on is not null and {who p.patient_id}
