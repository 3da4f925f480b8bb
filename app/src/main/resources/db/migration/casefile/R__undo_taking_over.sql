-- See patient.undo_taking_over().
create or replace trigger append_only before update or delete on casefile.entitlement_step
  for each row when (current_user = session_user) execute function platform.refuse_change();

-- Removes what a takeover made of a person's file: the lines named, or everything when the person goes too.
create or replace function casefile.undo_taking_over(person uuid, made uuid[], whole boolean) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from casefile.entitlement_step s using casefile.entitlement e
   where s.network_id = platform.acting() and e.network_id = s.network_id and e.id = s.entitlement_id
     and e.patient_id = person and (whole or e.id = any (made));
  delete from casefile.entitlement where network_id = platform.acting() and patient_id = person and (whole or id = any (made));
  delete from casefile.care_team where network_id = platform.acting() and patient_id = person and (whole or id = any (made));
  delete from casefile.level_change where network_id = platform.acting() and patient_id = person and (whole or support_id = any (made));
  delete from casefile.support where network_id = platform.acting() and patient_id = person and (whole or id = any (made));
end $$;
