-- Appointments that took place with the person: a contact, as a call in the log is one. A meeting about them is not.
create or replace view agenda.kept with (security_invoker = true) as
  select network_id, id, patient_id, kind, member_id, starts_at
    from agenda.appointment where outcome = 'HONORE' and patient_id is not null and agenda.with_the_person(kind);
-- Permanences, with who answers: for what came in during each.
create or replace view agenda.permanence with (security_invoker = true) as
  select network_id, id, member_id, starts_at, ends_at, forward_to from agenda.on_call;
