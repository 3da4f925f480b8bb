select f.network_id, h.id, h.patient_id, f.coordinator_id, f.level, f.paused,
       'Rentrée à domicile le ' || to_char(h.discharged_on, 'DD/MM/YYYY') || ' : aucune visite en ' || {n} || ' h',
       d.due, cast(d.due + 1 as timestamp), cast(h.discharged_on + 31 as timestamp), {never}, 0, false
  from (select distinct on (h.network_id, h.patient_id) h.* from casefile.hospital_stay h where {who h.patient_id}
         order by h.network_id, h.patient_id, h.admitted_on desc, h.id desc) h
  join followed f on f.network_id = h.network_id and f.patient_id = h.patient_id
  {limit f.level f.patient_id}
  cross join lateral (select h.discharged_on + cast(ceil({n} / 24.0) as int) as due) d
 where h.discharged_on >= {today} - 31 and f.status = 'ACTIF'  -- it ends by then
   and not exists (select 1 from agenda.kept k
                    where k.network_id = h.network_id and k.patient_id = h.patient_id and {who k.patient_id} and k.kind = 'VISITE'
                      and cast(k.starts_at at time zone 'Europe/Paris' as date) >= h.discharged_on)
   -- person by person: the structure's calls of a month would be read for the few who came home
   and not coalesce((select bool_or((select c.channel from followup.contact c where c.id = p.contact_id) = 'VISITE') from followup.contact_patient p
                      where p.patient_id = h.patient_id and p.at >= cast(h.discharged_on as timestamp) at time zone 'Europe/Paris'), false)
