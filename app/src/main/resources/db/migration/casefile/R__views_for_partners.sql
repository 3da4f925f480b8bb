-- With whom a structure works, whoever it is about: professionals and structures of the circles.
create or replace view casefile.around with (security_invoker = true) as
  select network_id, patient_id, kind, actor_group, name, profession, rpps, finess, since, until
    from casefile.care_team where kind in ('PROFESSIONNEL', 'STRUCTURE');
