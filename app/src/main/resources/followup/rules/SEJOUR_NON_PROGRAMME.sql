select f.network_id, h.id, h.patient_id, f.coordinator_id, f.level, f.paused,
       'Hospitalisation non programmée le ' || to_char(h.admitted_on, 'DD/MM/YYYY') || ' · ' || h.hospital
         || coalesce(' · rentrée le ' || to_char(h.discharged_on, 'DD/MM'), ''),
       h.admitted_on, cast(h.admitted_on as timestamp), cast(h.discharged_on + {n} + 1 as timestamp), {never}, 0, false
  from casefile.hospital_stay h
  join followed f on f.network_id = h.network_id and f.patient_id = h.patient_id
  {limit f.level f.patient_id}
 where h.kind = 'NON_PROGRAMME' and {who h.patient_id}
