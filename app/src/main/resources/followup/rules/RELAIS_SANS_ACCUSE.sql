select h.network_id, h.id, h.patient_id, s.coordinator_id, coalesce(s.level, 0), false,
       'Passage de relais sans accusé de réception · ' || h.to_name, d.sent + {n}, cast(d.sent + {n} as timestamp), {never}, {never}, 0, false
  from intake.pending_handover h
  join patient.identity i on i.network_id = h.network_id and i.id = h.patient_id and i.deceased_on is null and {who i.id}
  left join lateral (select y.coordinator_id, y.level, y.exit_reason from casefile.any_support y
                      where y.network_id = h.network_id and y.patient_id = h.patient_id order by y.opened_on desc, y.id desc limit 1) s on true
  {limit coalesce(s.level,-1) h.patient_id}
  cross join lateral (select cast(coalesce(h.reminded_at, h.sent_at) at time zone 'Europe/Paris' as date) as sent) d
 where s.exit_reason is distinct from 'DECES' and {who h.patient_id}
