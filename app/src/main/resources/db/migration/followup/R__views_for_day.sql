-- Every task and call-back to do, about somebody or nobody.
create or replace view followup.open_task with (security_invoker = true) as
  select network_id, id, patient_id, kind, title, who, phone, due_on, due_at, assigned_to from followup.task where done_at is null;
