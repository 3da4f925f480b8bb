-- Goals of the plan in force with how each was judged.
create or replace view careplan.goal_judged with (security_invoker = true) as
  select g.network_id, p.patient_id, g.kind, g.title, g.result, g.result_why, g.rank
    from careplan.goal g join careplan.pps p on p.network_id = g.network_id and p.id = g.pps_id
   where p.status = 'EN_VIGUEUR';
