select u.network_id, u.referral_id, u.patient_id, coalesce(f.coordinator_id, r.assigned_to), coalesce(f.level, 0), false,
       'Première évaluation d’urgence avant ' || to_char(u.due24 at time zone 'Europe/Paris', 'DD/MM à HH24:MI') || coalesce(' · relais ' || u.relay24, ''),
       cast(u.due24 at time zone 'Europe/Paris' as date), u.opened_at at time zone 'Europe/Paris', {never}, {never}, 0, false
  from intake.open_urgency u
  join intake.outcome r on r.network_id = u.network_id and r.id = u.referral_id
  left join followed f on f.network_id = u.network_id and f.patient_id = u.patient_id
 where u.done24_at is null and u.done48_at is null and {who u.patient_id}
