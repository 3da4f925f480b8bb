-- Protocols that a plan in force has borne, person by person, for figures.
create or replace view careplan.protocol_ever_in_force with (security_invoker = true) as
  select distinct o.network_id, o.protocol_id, o.protocol_title, p.patient_id
    from careplan.origin o join careplan.pps p on p.network_id = o.network_id and p.id = o.pps_id
   where p.in_force_at is not null;
