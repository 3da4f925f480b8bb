-- What an export gives back of a file: those around the person, and the rights that live (neither closed nor renewed).
create or replace view casefile.whole_circle with (security_invoker = true) as
  select network_id, id, patient_id, role, name, profession, relation, rpps, phone, email, since, until, standing, parts from casefile.care_team;
create or replace view casefile.whole_right with (security_invoker = true) as
  select e.network_id, e.id, e.patient_id, e.kind, e.name, e.state, e.asked_on, e.decided_on, e.starts_on, e.ends_on, e.reference, e.detail,
         e.appeal_until, e.appealed_on
    from casefile.entitlement e
   where e.state <> 'CLOS'
     and not exists (select 1 from casefile.entitlement r
                      where r.network_id = e.network_id and r.renews = e.id and r.state = 'ACCORDE');
