-- Agreements with psychologists: whom, between which days, for how much a session, how many sessions a person.
create or replace view partners.psychology_agreement with (security_invoker = true) as
  select network_id, id, ref, name, starts_on, coalesce(ended_on, ends_on) as last_on, amount, sessions from partners.agreement;
