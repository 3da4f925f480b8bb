-- The home liaison notebook: what those around a person write for one another. A line is of one part of the plan, and read
-- by those who were given it; the person and their relatives read it unless the writer kept it from them.
create table followup.liaison_entry (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  patient_id     uuid not null,
  at             timestamptz not null,
  kind           text not null check (kind in ('TRANSMISSION','QUESTION','REPONSE')),
  answers        uuid,
  part           text not null check (part in ('SOINS','MEDICAL','PSYCHOLOGIQUE','SOCIAL','EDUCATION','AIDE','TACHES')),
  for_person     boolean not null default true,
  words          text not null,
  significant    boolean not null default false,   -- carried to the attending doctor
  author_id      uuid default platform.account(),
  author_name    text not null,
  author_quality text not null,
  primary key (network_id, id),
  check ((kind = 'REPONSE') = (answers is not null)),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, answers) references followup.liaison_entry
);
create index on followup.liaison_entry (network_id, patient_id, at desc);
create index on followup.liaison_entry (network_id, answers) where answers is not null;
select platform.protect('followup.liaison_entry');

create table followup.liaison_read (
  network_id  uuid not null default platform.acting(),
  entry_id    uuid not null,
  account_id  uuid not null,
  reader_name text not null,
  at          timestamptz not null,
  primary key (network_id, entry_id, account_id),
  foreign key (network_id, entry_id) references followup.liaison_entry
);
select platform.protect('followup.liaison_read');

-- A point de coordination about one person: short, in person or by telephone. A meeting with an agenda is an RCP.
create table followup.coordination_point (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  held_at     timestamptz not null,
  mode        text not null check (mode in ('PRESENCE','TELEPHONE','VISIO')),
  subject     text not null,
  said        text,
  minutes     int check (minutes between 1 and 1440),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on followup.coordination_point (network_id, patient_id, held_at desc);
create index on followup.coordination_point (network_id, held_at);
select platform.protect('followup.coordination_point');

create table followup.coordination_participant (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  point_id   uuid not null,
  name       text not null,
  quality    text not null default '',
  primary key (network_id, id),
  foreign key (network_id, point_id) references followup.coordination_point
);
create index on followup.coordination_participant (network_id, point_id);
select platform.protect('followup.coordination_participant');

create table followup.coordination_decision (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  point_id   uuid not null,
  rank       int not null,
  words      text not null,
  task_id    uuid,                         -- null: noted, nothing to do
  primary key (network_id, id),
  foreign key (network_id, point_id) references followup.coordination_point,
  foreign key (network_id, task_id) references followup.task
);
create index on followup.coordination_decision (network_id, point_id, rank);
select platform.protect('followup.coordination_decision');
