-- What the page of a person says of the plan in force.
create or replace view careplan.plan_in_force with (security_invoker = true) as
  select network_id, id, patient_id, number, opinion, in_force_at, reassess_on, life_project, preferences_person
    from careplan.pps where status = 'EN_VIGUEUR';
create or replace view careplan.goal_in_force with (security_invoker = true) as
  select g.network_id, g.pps_id, p.patient_id, g.goal_id, g.problem, g.domain, g.title, g.indicator, g.target, g.due_on, g.result, g.result_why, g.rank
    from careplan.goal g join careplan.pps p on p.network_id = g.network_id and p.id = g.pps_id
   where p.status = 'EN_VIGUEUR';
create or replace view careplan.pathology_in_force with (security_invoker = true) as
  select y.network_id, p.patient_id, y.label, y.severity, y.main, y.rank
    from careplan.pathology y join careplan.pps p on p.network_id = y.network_id and p.id = y.pps_id
   where p.status = 'EN_VIGUEUR';
create or replace view careplan.work_in_force with (security_invoker = true) as
  select i.network_id, p.patient_id, i.pps_id, i.intervention_id, i.volet, i.title, i.actor_id, i.actor_name, i.actor_profession, i.every_n, i.every_unit,
         i.starts_on, i.ends_on, i.rank
    from careplan.intervention i join careplan.pps p on p.network_id = i.network_id and p.id = i.pps_id
   where p.status = 'EN_VIGUEUR';
