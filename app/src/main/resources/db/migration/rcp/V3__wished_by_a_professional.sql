-- An RCP proposed by a professional of the circle (guide DGOS 2012, fiche O1 §3 II-B): accepted, it becomes a line of a
-- meeting; refused, it says why.
create table rcp.wish (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  patient_id    uuid not null,
  account_id    uuid not null,
  name          text not null,
  profession    text not null,
  rpps          text,
  line_id       uuid,                    -- of the circle
  question      text not null,
  why           text not null,
  dates         text,                    -- in their words
  wished_at     timestamptz not null,
  item_id       uuid,                    -- accepted
  refused_why   text,
  answered_at   timestamptz,
  answered_by   text,
  primary key (network_id, id),
  check ((answered_at is null) = (item_id is null and refused_why is null)),
  check (item_id is null or refused_why is null),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, item_id) references rcp.item
);
create index on rcp.wish (network_id, patient_id);
create index on rcp.wish (network_id, wished_at) where answered_at is null;
select platform.protect('rcp.wish');
