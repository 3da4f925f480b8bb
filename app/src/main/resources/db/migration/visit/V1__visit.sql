-- A home visit made ready for a telephone without a network. The key opens what the telephone keeps; sealed with the key of
-- the installation, it is given to its author alone, and forgotten when the visit is over.
create table visit.visit (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  patient_id     uuid not null,
  appointment_id uuid not null,
  account_id     uuid not null default platform.account(),
  prepared_at    timestamptz not null,
  readable_until timestamptz not null check (readable_until > prepared_at),
  directions     text,            -- floor, code of the door, dog
  sealed_key     bytea,
  kept_at        timestamptz,     -- put on a telephone
  ended_at       timestamptz,
  end_reason     text check (end_reason in ('ENVOYEE','EFFACEE','ANCIENNE')),
  primary key (network_id, id),
  check ((ended_at is null) = (end_reason is null)),
  check (ended_at is null or sealed_key is null),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, appointment_id) references agenda.appointment
);
create index on visit.visit (network_id, account_id, prepared_at) where ended_at is null;
create index on visit.visit (network_id, patient_id, prepared_at);
select platform.protect('visit.visit');

-- Questionnaires taken along: drafts of evaluations.
create table visit.questionnaire (
  network_id uuid not null default platform.acting(),
  visit_id   uuid not null,
  draft_id   uuid not null,
  rank       int not null,
  fresh      boolean not null,    -- begun for this visit: abandoned with it when nobody wrote in it
  primary key (network_id, visit_id, draft_id),
  foreign key (network_id, visit_id) references visit.visit
);
select platform.protect('visit.questionnaire');

-- What was typed without a network and received. The identifier is made on the telephone: a second sending finds the first.
create table visit.entry (
  network_id  uuid not null default platform.acting(),
  id          uuid not null,
  visit_id    uuid not null,
  kind        text not null check (kind in ('ISSUE','ACTE','CONTACT','EVALUATION')),
  digest      bytea not null,     -- of what was sent, so that other words under the same identifier are noticed
  sentence    text not null,      -- what the telephone was answered
  version     int,                -- of the draft, for an evaluation
  typed_at    timestamptz not null,
  received_at timestamptz not null,
  account_id  uuid not null default platform.account(),
  primary key (network_id, id),
  check (received_at >= typed_at),
  foreign key (network_id, visit_id) references visit.visit
);
create index on visit.entry (network_id, visit_id);
select platform.protect('visit.entry');
