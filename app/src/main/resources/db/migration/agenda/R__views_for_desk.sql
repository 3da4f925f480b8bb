-- Appointments about a person that have not been held, cancelled or put off.
create or replace view agenda.to_come with (security_invoker = true) as
  select network_id, id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name,
         agenda.with_the_person(kind) as with_the_person
    from agenda.appointment where outcome is null and patient_id is not null;
