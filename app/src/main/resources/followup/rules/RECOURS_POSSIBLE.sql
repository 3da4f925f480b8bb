select f.network_id, r.id, r.patient_id, coalesce(r.member, f.coordinator_id), f.level, false,
       r.label || ' refusé : recours possible jusqu’au ' || to_char(r.appeal_until, 'DD/MM/YYYY'), r.appeal_until,
       cast(r.appeal_until - {n} as timestamp), cast(r.appeal_until + 1 as timestamp), r.member_leaves, 0, false
  from rights r join followed f on f.network_id = r.network_id and f.patient_id = r.patient_id
  {limit -1 f.patient_id}
 where r.state = 'REFUSE'
