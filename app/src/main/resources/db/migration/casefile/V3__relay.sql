-- Persons whose accompaniment is over, and until when the professionals of the circle may still read the file, for the
-- relay (CSP L.1110-4: whoever takes part in the care). 30 days unless the structure set RELAY_READ_DAYS.
create view casefile.relay with (security_invoker = true) as
  select s.network_id, s.patient_id, max(s.closed_on) as closed_on,
         max(s.closed_on) + coalesce((select o.value from network.own_setting o
                                       where o.network_id = s.network_id and o.key = 'RELAY_READ_DAYS'), 30) as read_until
    from casefile.support s
   group by s.network_id, s.patient_id
  having bool_and(s.status = 'CLOS');
