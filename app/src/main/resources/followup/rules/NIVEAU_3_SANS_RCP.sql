select f.network_id, f.id, f.patient_id, f.coordinator_id, f.level, f.paused,
       'Niveau 3 depuis le ' || to_char(l.since, 'DD/MM/YYYY') || ' : aucune RCP tenue', l.since + {n}, cast(l.since + {n} as timestamp), {never}, {never}, 0, false
  from followed f
  {limit f.level f.patient_id}
  cross join lateral (select coalesce(max(h.since), f.included_on, f.opened_on) as since from casefile.level_history h
                       where h.patient_id = f.patient_id and h.support_id = f.id and h.level = 3) l
 where f.status = 'ACTIF' and f.level = 3
   and not exists (select 1 from followup.concertation c
                    where c.network_id = f.network_id and c.patient_id = f.patient_id and {who c.patient_id} and c.kind = 'RCP' and c.held_on >= l.since - {n})
