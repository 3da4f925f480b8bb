-- Relatives as the pages of the person and the carer name them: whose account is whose, and what they are to the person.
create or replace view casefile.relative with (security_invoker = true) as
  select network_id, id, patient_id, name, relation, account_id from casefile.care_team where kind = 'PROCHE';
