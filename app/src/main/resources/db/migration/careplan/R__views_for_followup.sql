-- A plan being written, that nobody was asked about yet.
create or replace view careplan.drafted_pps with (security_invoker = true) as
  select network_id, id, patient_id, number, created_at from careplan.pps where status = 'BROUILLON';
-- Problems the plan in force answers by at least one intervention; by their line, or by their words when they were typed.
create or replace view careplan.answered_problem with (security_invoker = true) as
  select g.network_id, p.patient_id, g.problem_id, g.problem
    from careplan.goal g join careplan.pps p on p.network_id = g.network_id and p.id = g.pps_id and p.status = 'EN_VIGUEUR'
   where exists (select 1 from careplan.intervention i
                  where i.network_id = g.network_id and i.pps_id = g.pps_id and i.goal_id = g.goal_id);
-- What kind of act each intervention of each version is.
create or replace view careplan.intervention_kind with (security_invoker = true) as
  select network_id, pps_id, intervention_id, type, volet from careplan.intervention;
