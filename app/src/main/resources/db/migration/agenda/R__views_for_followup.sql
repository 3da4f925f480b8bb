-- Permanences, with who answers: for what came in during each.
create or replace view agenda.permanence with (security_invoker = true) as
  select network_id, id, member_id, starts_at, ends_at, forward_to from agenda.on_call;
