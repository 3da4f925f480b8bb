-- What was said of an appointment that took place with the person, for what it may show was done.
create or replace view agenda.took_place with (security_invoker = true) as
  select network_id, id, patient_id, kind, member_id, starts_at, title
    from agenda.appointment where outcome = 'HONORE' and patient_id is not null and agenda.with_the_person(kind);
