-- What a structure chose of a rule of alerts, for who says beforehand whom it will tell. Absent: on, and to the référent.
create or replace view followup.rule_chosen with (security_invoker = true) as
  select network_id, rule, active, goes_to, member_id from followup.rule_choice;
