-- Persons with a programme of therapeutic education, and its days; neither its title nor what it found.
create or replace view careplan.education_followed with (security_invoker = true) as
  select network_id, id, patient_id, proposed_on, agreed_on, ended_on from careplan.programme;
-- Where each aid of the plan in force stands since which day; those that follow a right of the file stand there.
create or replace view careplan.aid_standing with (security_invoker = true) as
  select a.network_id, p.patient_id, a.pps_id, a.aid_id, a.title, coalesce(s.state, 'A_DEMANDER') as state,
         coalesce(s.on_date, (p.in_force_at at time zone 'Europe/Paris')::date) as since
    from careplan.aid a join careplan.pps p on p.network_id = a.network_id and p.id = a.pps_id and p.status = 'EN_VIGUEUR'
    left join lateral (select t.state, t.on_date from careplan.aid_step t where t.network_id = a.network_id and t.aid_id = a.aid_id
                        order by t.on_date desc, t.at desc limit 1) s on true
   where a.right_id is null;
