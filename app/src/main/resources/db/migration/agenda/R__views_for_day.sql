-- Every appointment, for the day of a member of the team.
create or replace view agenda.planned with (security_invoker = true) as
  select network_id, id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name, outcome from agenda.appointment;
