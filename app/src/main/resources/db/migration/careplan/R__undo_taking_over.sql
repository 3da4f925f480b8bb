-- A plan in force never changes; it goes only with a takeover that is undone (see patient.undo_taking_over()).
create or replace trigger keep_in_force before insert or update or delete on careplan.intervention
  for each row when (current_user = session_user) execute function careplan.keep_in_force();
create or replace trigger keep_in_force before insert or update or delete on careplan.actor
  for each row when (current_user = session_user) execute function careplan.keep_in_force();

create or replace function careplan.undo_taking_over(person uuid, made uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from careplan.intervention i using careplan.pps p
   where i.network_id = platform.acting() and p.network_id = i.network_id and p.id = i.pps_id
     and p.patient_id = person and p.id = any (made) and p.in_force_why = 'REPRISE';
  delete from careplan.actor a using careplan.pps p
   where a.network_id = platform.acting() and p.network_id = a.network_id and p.id = a.pps_id
     and p.patient_id = person and p.id = any (made) and p.in_force_why = 'REPRISE';
  delete from careplan.pps where network_id = platform.acting() and patient_id = person and id = any (made) and in_force_why = 'REPRISE';
end $$;
