-- Éducation thérapeutique. Programmes the structure offers, or that others run around it; those of each person; sessions,
-- individual or workshops, with those enrolled and who came. It is not part of a version of the plan: it goes on beside it.
create table careplan.programme_model (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  title         text not null,
  diseases      text[] not null check (cardinality(diseases) > 0),   -- several: common to several chronic diseases
  level         text not null check (level in ('PREMIER_RECOURS','COMPLEXE')),
  designed_with text,                     -- the regional network it was designed with
  run_by        text not null check (run_by in ('STRUCTURE','HORS')),
  run_by_name   text,
  since         date not null,
  retired_on    date,
  primary key (network_id, id),
  check (level = 'COMPLEXE' or run_by = 'HORS'),
  check (run_by = 'STRUCTURE' or run_by_name is not null)
);
select platform.protect('careplan.programme_model');

create table careplan.programme (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  patient_id   uuid not null,
  model_id     uuid,
  title        text not null,
  level        text not null check (level in ('PREMIER_RECOURS','COMPLEXE')),
  run_by       text not null check (run_by in ('STRUCTURE','HORS')),
  run_by_name  text,
  proposed_by  text not null,             -- the prescribing doctor (CSP L.1161-1)
  proposed_on  date not null,
  asked_on     date,                      -- when the attending doctor asked the structure for it
  agreed_on    date,                      -- the person's agreement
  diagnosis_on date,                      -- diagnostic éducatif
  diagnosis_by text,
  diagnosis    text,
  status       text not null default 'EN_COURS' check (status in ('EN_COURS','TERMINE','ARRETE')),
  ended_on     date,
  evaluation   text,                      -- what was acquired, or why it stopped
  created_at   timestamptz not null,
  created_by   text not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, model_id) references careplan.programme_model,
  check (level = 'COMPLEXE' or run_by = 'HORS'),
  check (run_by = 'STRUCTURE' or run_by_name is not null),
  check ((status = 'EN_COURS') = (ended_on is null)),
  check (status = 'EN_COURS' or evaluation is not null),
  check ((diagnosis_on is null) = (diagnosis is null))
);
create index on careplan.programme (network_id, patient_id);
create index on careplan.programme (network_id, status);
select platform.protect('careplan.programme');

create table careplan.competence (       -- what the person wants to know or to be able to do
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  programme_id uuid not null,
  family       text not null check (family in ('APA','ALIMENTATION','MALADIE')),
  words        text not null,
  before       text not null check (before in ('NON_ACQUIS','EN_COURS','ACQUIS')),
  after        text check (after in ('NON_ACQUIS','EN_COURS','ACQUIS')),
  evaluated_on date,
  rank         int not null,
  primary key (network_id, id),
  foreign key (network_id, programme_id) references careplan.programme on delete cascade,
  check ((after is null) = (evaluated_on is null))
);
create index on careplan.competence (network_id, programme_id);
select platform.protect('careplan.competence');

create table careplan.session (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  kind        text not null check (kind in ('INDIVIDUELLE','ATELIER')),
  family      text not null check (family in ('APA','ALIMENTATION','MALADIE')),
  title       text not null,
  held_on     date not null,
  starts_at   time,
  minutes     int check (minutes between 5 and 600),
  place       text,
  animator    text not null,
  capacity    int not null check (capacity between 1 and 60),
  run_by      text not null check (run_by in ('STRUCTURE','HORS')),
  run_by_name text,
  called_off  text,                       -- why it does not take place
  created_at  timestamptz not null,
  created_by  text not null,
  primary key (network_id, id),
  check (kind = 'ATELIER' or capacity = 1),
  check (run_by = 'STRUCTURE' or run_by_name is not null)
);
create index on careplan.session (network_id, held_on);
select platform.protect('careplan.session');

create table careplan.enrolment (
  network_id   uuid not null default platform.acting(),
  session_id   uuid not null,
  programme_id uuid not null,
  patient_id   uuid not null,
  state        text not null default 'INSCRIT' check (state in ('INSCRIT','PRESENT','ABSENT','EXCUSE')),
  enrolled_at  timestamptz not null,
  enrolled_by  text not null,
  marked_at    timestamptz,
  marked_by    text,
  primary key (network_id, session_id, programme_id),
  foreign key (network_id, session_id) references careplan.session on delete cascade,
  foreign key (network_id, programme_id) references careplan.programme on delete cascade,
  foreign key (network_id, patient_id) references patient.patient
);
create index on careplan.enrolment (network_id, programme_id);
create index on careplan.enrolment (network_id, patient_id);
select platform.protect('careplan.enrolment');
