select f.network_id, h.id, h.patient_id, f.coordinator_id, f.level, f.paused,
       'Deux hospitalisations non programmées en ' || (h.admitted_on - h.before) || ' jours : revoir le plan',
       h.admitted_on, cast(h.admitted_on as timestamp), cast(h.admitted_on + {n} + 1 as timestamp), {never}, 0, false
  from (select distinct on (h.network_id, h.patient_id) h.network_id, h.id, h.patient_id, h.admitted_on,
               lag(h.admitted_on) over (partition by h.network_id, h.patient_id order by h.admitted_on, h.id) as before
          from casefile.hospital_stay h where h.kind = 'NON_PROGRAMME' and {who h.patient_id}
         order by h.network_id, h.patient_id, h.admitted_on desc, h.id desc) h
  join followed f on f.network_id = h.network_id and f.patient_id = h.patient_id
  {limit f.level f.patient_id}
 where h.before >= h.admitted_on - {n}
