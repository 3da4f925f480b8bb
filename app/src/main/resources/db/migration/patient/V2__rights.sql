-- An opposition to one professional points to their line of the circle, so that the file stays shut to them.
alter table patient.consent add column opposed_to_id uuid;

-- The last state of each act; a partial opposition is one line a professional.
create view patient.current_consent with (security_invoker = true) as
  select distinct on (network_id, patient_id, act, opposed_to)
         network_id, id, patient_id, act, state, given_on, form, given_by, representative, scope, opposed_to, opposed_to_id, reason
    from patient.consent order by network_id, patient_id, act, opposed_to, recorded_at desc, id desc;

-- Sharing the person opposes today: as a whole, or with one professional until a later line about the same one.
create view patient.opposition with (security_invoker = true) as
  select c.network_id, c.patient_id, c.state = 'OPPOSITION' as whole, c.opposed_to, c.opposed_to_id, c.given_on
    from patient.current_consent c
   where c.act = 'PARTAGE_EQUIPE'
     and (c.state = 'OPPOSITION_PARTIELLE'
          or c.state = 'OPPOSITION' and c.opposed_to is null);

-- What the line of life shows; other modules write through the door.
create view patient.line_of_life with (security_invoker = true) as
  select network_id, id, patient_id, at, kind, title, detail, author, link, clinical from patient.timeline_entry;
