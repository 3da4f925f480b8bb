-- Every appointment, for the day of a member of the team; one visit for several persons is one, with whom it is.
drop view if exists agenda.planned;
create view agenda.planned with (security_invoker = true) as
  select a.network_id, a.id, a.kind, a.patient_id, a.member_id, a.starts_at, a.ends_at, a.title, a.commune_name, a.outcome,
         array(select o.patient_id from agenda.appointment o
                where o.network_id = a.network_id and o.together = a.together and o.id > a.id order by o.id) as others,
         a.version, a.series_id
    from agenda.appointment a
   where a.together is null or not exists (select 1 from agenda.appointment o
           where o.network_id = a.network_id and o.together = a.together and o.id < a.id);
-- Who is taken by an appointment: who holds it, and colleagues who come too.
create or replace view agenda.engaged with (security_invoker = true) as
  select network_id, id as appointment_id, member_id from agenda.appointment
  union all
  select network_id, appointment_id, member_id from agenda.participant;
