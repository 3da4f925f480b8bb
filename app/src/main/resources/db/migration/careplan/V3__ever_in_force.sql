-- Every coming into force of an intervention: the first one is when its follow-up began.
create view careplan.intervention_ever_in_force with (security_invoker = true) as
  select i.network_id, i.intervention_id, p.in_force_at
    from careplan.intervention i join careplan.pps p on p.network_id = i.network_id and p.id = i.pps_id
   where p.in_force_at is not null;
