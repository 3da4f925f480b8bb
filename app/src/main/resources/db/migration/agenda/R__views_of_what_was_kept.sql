-- What took place with the person, and what was said of it: a contact, and what it may show was done.
drop view if exists agenda.took_place;
create or replace view agenda.kept with (security_invoker = true) as
  select network_id, id, patient_id, kind, member_id, starts_at, title
    from agenda.appointment where outcome = 'HONORE' and patient_id is not null and agenda.with_the_person(kind);
