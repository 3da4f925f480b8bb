-- Who is taken, when, and by what: appointments that hold or took place, and permanences whose calls stay in the office.
create or replace view agenda.busy with (security_invoker = true) as
  select a.network_id, e.member_id, a.id, a.kind, a.patient_id, a.starts_at, a.ends_at
    from agenda.appointment a join agenda.engaged e on e.network_id = a.network_id and e.appointment_id = a.id
   where a.outcome is null or a.outcome = 'HONORE'
  union all
  select network_id, member_id, id, 'PERMANENCE', null, starts_at, ends_at from agenda.on_call where forward_to is null;
