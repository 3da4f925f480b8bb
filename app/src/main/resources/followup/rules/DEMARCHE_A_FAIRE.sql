select f.network_id, r.id, r.patient_id, coalesce(r.member, f.coordinator_id), f.level, false,
       r.label || ' : ' || r.next_what, r.next_on, cast(r.next_on as timestamp), {never}, r.member_leaves, 0, false
  from rights r join followed f on f.network_id = r.network_id and f.patient_id = r.patient_id
