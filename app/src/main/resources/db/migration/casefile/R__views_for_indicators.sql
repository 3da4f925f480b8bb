-- What the evaluations advised of each accompaniment whenever a level was decided, read as the three classes of the guide.
-- The same reading as LevelAdvice.NeedClass.
create or replace view casefile.need_class with (security_invoker = true) as
  select network_id, patient_id, support_id, id, since,
         case when advised_intensity = 'INTENSIF' then 'GESTION_DE_CAS' when advised_level >= 2 then 'COORDINATION' else 'SOINS_PRIMAIRES' end as class
    from casefile.level_decision where advised_level is not null;
