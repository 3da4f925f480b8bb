-- What became of each dated act, for what proposes a break in care.
create or replace view followup.act_told with (security_invoker = true) as
  select network_id, id, patient_id, intervention_id, title, due_on, due_until, late_after, status, not_done_why
    from followup.occurrence;
