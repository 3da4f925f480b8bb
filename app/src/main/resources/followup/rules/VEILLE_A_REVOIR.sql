select f.network_id, f.id, f.patient_id, f.coordinator_id, f.level, f.paused, 'Veille à revoir', w.due, cast(w.due as timestamp), {never}, {never}, 0, false
  from followed f
  {limit f.level f.patient_id}
  cross join lateral (select coalesce(f.watch_review_on, cast(f.opened_on + make_interval(months => {n}) as date)) as due) w
 where f.status = 'VEILLE'
