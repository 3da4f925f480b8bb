-- Two people may edit the same line of a circle.
alter table casefile.care_team add column version int not null default 0;
-- Where somebody stands in the list of R.1110-2: SOIGNANT, LISTE (social and medico-social professionals listed) or HORS_LISTE
-- (home help paid by CESU, volunteer): the last see their tasks and nothing else.
alter table casefile.care_team add column standing text check (standing in ('SOIGNANT','LISTE','HORS_LISTE'));
alter table casefile.care_team add constraint tasks_only check (standing is distinct from 'HORS_LISTE' or (parts <@ '{TACHES}' and not in_care_team));
-- A person designates one person of trust (CSP L.1111-6).
alter table casefile.care_team add constraint one_person_of_trust exclude using gist
  (network_id with =, patient_id with =, daterange(since, until, '[]') with &&) where (role = 'PERSONNE_DE_CONFIANCE');

create view casefile.hospital_stay with (security_invoker = true) as
  select network_id, id, patient_id, kind, hospital, admitted_on, expected_on, discharged_on from casefile.stay;
