-- A plan being written, that nobody was asked about yet.
create or replace view careplan.drafted_pps with (security_invoker = true) as
  select network_id, id, patient_id, number, created_at from careplan.pps where status = 'BROUILLON';
-- Problems a version of a plan answers, one line an intervention; by their line, or by their words when they were typed.
-- The person is the intervention's, so that a few persons are found by its index.
create or replace view careplan.answered_problem with (security_invoker = true) as
  select g.network_id, i.patient_id, g.problem_id, g.problem, g.pps_id
    from careplan.intervention i
    join careplan.goal g on g.network_id = i.network_id and g.pps_id = i.pps_id and g.goal_id = i.goal_id;
-- What kind of act each intervention of each version is.
create or replace view careplan.intervention_kind with (security_invoker = true) as
  select network_id, pps_id, intervention_id, type, volet, patient_id from careplan.intervention;
