-- What an accompaniment is for: its themes, home or return home, and its days.
create or replace view casefile.support_aims with (security_invoker = true) as
  select network_id, id, patient_id, theme_code, other_themes, goal, status, opened_on, included_on, closed_on, coordinator_id from casefile.support;
