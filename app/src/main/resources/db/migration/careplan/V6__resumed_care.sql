-- Suivi repris: interventions that went on in another tool, followed here before any plan of ours. It is in force, so that
-- what is due is awaited; it is no PPS, nobody was asked an opinion on it, and it counts nowhere as one.
do $$
declare old text;
begin
  for old in select conname from pg_constraint
              where conrelid = 'careplan.pps'::regclass and contype = 'c'
                and (pg_get_constraintdef(oid) like '%AVIS%SILENCE%SANS_MT%' or pg_get_constraintdef(oid) like '%ATTENDU%SANS_OBJET%')
  loop
    execute format('alter table careplan.pps drop constraint %I', old);
  end loop;
end $$;
alter table careplan.pps add constraint pps_in_force_why_check check (in_force_why in ('AVIS','SILENCE','SANS_MT','REPRISE'));
alter table careplan.pps add constraint pps_opinion_check
  check (opinion in ('ATTENDU','VALIDE','VALIDE_APRES_AMENDEMENT','MODIFICATION_DEMANDEE','SANS_OBJET','NON_DEMANDE'));
alter table careplan.pps add constraint resumed_is_not_asked check ((opinion = 'NON_DEMANDE') = (in_force_why is not distinct from 'REPRISE'));
alter table careplan.pps drop constraint submitted_before_force;
alter table careplan.pps add constraint submitted_before_force
  check (status in ('BROUILLON','CLOS') or submitted_at is not null or in_force_why = 'REPRISE');

create or replace view careplan.current_pps with (security_invoker = true) as
  select p.network_id, p.id, p.patient_id, p.support_id, p.number, p.status, p.opinion, p.submitted_at, p.in_force_at,
         p.in_force_why, p.reassess_on, p.referent_id,
         p.in_force_why <> 'REPRISE' and
           exists (select 1 from careplan.intervention i where i.network_id = p.network_id and i.pps_id = p.id and i.volet in ('SOINS','AIDE')) as counts,
         p.opinion in ('VALIDE','VALIDE_APRES_AMENDEMENT') as validated
    from careplan.pps p where p.status = 'EN_VIGUEUR';
