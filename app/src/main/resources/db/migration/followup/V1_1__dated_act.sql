-- Planned against done, for the pages that show a plan: one line a dated act.
create view followup.dated_act with (security_invoker = true) as
  select network_id, patient_id, intervention_id, pps_id, due_on, due_until, late_after, status, done_on, not_done_why
    from followup.occurrence;
