-- A caseload taken over by mistake goes away again, as long as nobody worked on it: then, and then only, what only grows
-- loses the lines of those persons. Inside a function that runs as its owner the current user is another than the one of
-- the session; the pool's role is in that case nowhere else, and neither is the owner who migrates.
create or replace trigger append_only before update or delete on patient.consent
  for each row when (current_user = session_user) execute function patient.refuse_change_but_of_file();

-- Removes a person of the acting structure whom nothing else mentions any more.
create or replace function patient.undo_taking_over(person uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from patient.consent where network_id = platform.acting() and patient_id = person;
  delete from patient.timeline_entry where network_id = platform.acting() and patient_id = person;
  delete from patient.name_word where network_id = platform.acting() and patient_id = person;
  delete from patient.patient where network_id = platform.acting() and id = person;
end $$;
