select f.network_id, p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
       'Avis du médecin traitant attendu sur le PPS v' || p.number || ', reçu le ' || to_char(p.received_on, 'DD/MM/YYYY')
         || case when s.times > 1 then ' · ' || s.times || 'e délai passé' else '' end,
       p.sent + {n}, cast(p.sent + {n} as timestamp), {never},
       case when s.times < 4 then cast(p.sent + {n} * (s.times + 1) as timestamp) end, 15 * greatest(s.times - 1, 0), false
  from awaited p
  join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
  {limit f.level f.patient_id}
  cross join lateral (select least(({today} - p.sent) / greatest({n}, 1), 4) as times) s
 where p.received_on is not null
