-- A file taken over from another tool: nothing that fell due before this day raises an alert about this person. Each
-- takeover has its own day: a second list must not silence the persons of the first.
alter table casefile.support add column resumed_on date;

create or replace view casefile.open_support with (security_invoker = true) as
  select network_id, id, patient_id, theme_code, status, level, intensity, coordinator_id, unit_id, opened_on, included_on,
         commune_code, watch_review_on, paused_from, paused_until, resumed_on
    from casefile.support where status <> 'CLOS';
