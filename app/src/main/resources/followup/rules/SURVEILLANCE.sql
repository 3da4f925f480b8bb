select distinct on (w.line_id) f.network_id, w.line_id, w.patient_id, f.coordinator_id, f.level, f.paused,
       w.title || ' · protocole ' || w.protocol_title, w.due, cast(w.due as timestamp), {never}, {never},
       case w.severity when 'ROUGE' then 30 when 'ORANGE' then 15 else 0 end, false
  from (select o.network_id, o.line_id, o.patient_id, o.protocol_title, w.title, w.severity, w.days,
               coalesce((select max(d.done_on) from followup.occurrence d
                          where d.network_id = o.network_id and d.intervention_id = o.line_id and d.done_on is not null),
                        (select cast(min(e.in_force_at) at time zone 'Europe/Paris' as date) from careplan.intervention_ever_in_force e
                          where e.network_id = o.network_id and e.intervention_id = o.line_id)) + w.days as due
          from careplan.line_origin o
          join protocol.watch w on w.network_id = o.network_id and w.protocol_id = o.protocol_id and w.version_id = o.version_id and w.act_key = o.line_key
         where o.pps_status = 'EN_VIGUEUR' and {who o.patient_id}) w
  join followed f on f.network_id = w.network_id and f.patient_id = w.patient_id
 order by w.line_id, w.due, w.severity desc, w.title
