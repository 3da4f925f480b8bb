-- What the file says of the missions, to be confirmed. It reads other modules' views, so it is made anew with them.
create or replace view help.proposed_mission with (security_invoker = true) as
  select s.network_id, s.id as support_id, s.patient_id, x.mission
    from casefile.support_aims s
   cross join lateral (values
     ('MAINTIEN_A_DOMICILE', s.goal is not null),
     ('ETP', exists (select 1 from careplan.education_followed e where e.network_id = s.network_id and e.patient_id = s.patient_id
                        and e.proposed_on >= s.opened_on and (s.closed_on is null or e.proposed_on <= s.closed_on))),
     ('SOINS_PALLIATIFS', 'SOINS_PALLIATIFS' = any (s.other_themes || s.theme_code)),
     ('ADDICTOLOGIE', 'ADDICTOLOGIE' = any (s.other_themes || s.theme_code))) as x (mission, fits)
   where x.fits;
