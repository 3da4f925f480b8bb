select f.network_id, o.id, o.patient_id, f.coordinator_id, f.level, f.paused, o.title,
       o.due_until, cast(o.late_after + 1 + {n} as timestamp), {never}, {never}, 0, false
  from late o
  join followed f on f.network_id = o.network_id and f.patient_id = o.patient_id
  {limit f.level f.patient_id}
 where not o.consultation
-- next
-- of every act, a consultation or not: the day after its tolerance it is a cause, which gives the day it speaks
select o.patient_id, cast(min(o.late_after + 1) as timestamp)
  from followup.occurrence o
  join followed f on f.network_id = o.network_id and f.patient_id = o.patient_id
 where o.status = 'PREVU' and o.late_after >= {today} and {who o.patient_id}
 group by o.patient_id
