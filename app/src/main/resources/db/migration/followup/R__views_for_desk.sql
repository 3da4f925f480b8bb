-- Contacts about a person, and what is still to be done for them.
create or replace view followup.contact_about with (security_invoker = true) as
  select c.network_id, c.id, p.patient_id, c.at, c.channel, c.direction, c.who, c.who_quality, c.reached, c.reason, c.author_name
    from followup.contact_patient p join followup.contact c on c.network_id = p.network_id and c.id = p.contact_id;
create or replace view followup.task_to_do with (security_invoker = true) as
  select network_id, id, patient_id, kind, title, who, phone, due_on, due_at, assigned_to
    from followup.task where done_at is null and patient_id is not null;
-- The last time anything was exchanged with a person: a line of the log, or an appointment that took place.
create or replace view followup.last_contact with (security_invoker = true) as
  select network_id, patient_id, max(at) as at
    from (select network_id, patient_id, at from followup.contact_patient
          union all select network_id, patient_id, starts_at from agenda.kept) c
   group by network_id, patient_id;
