-- What the team brings to a person and to those around her, apart from the plan: helps given, arrangements of access that
-- last, psychological support paid for, what the attending doctor asks for, and care a professional is asked to look at again.

-- One help. One that lasts (an interpreter at each appointment) is looked at again on a day, until it ends.
create table help.given (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  patient_id    uuid not null,
  on_date       date not null,
  kind          text not null,
  for_whom      text not null check (for_whom in ('PERSONNE','PROCHE')),
  relative_id   uuid,                       -- casefile.care_team, when they are in the circle
  relative_name text,
  partner       text,                       -- who was called on: a service, an interpreter, a fund
  words         text not null,
  result        text not null check (result in ('OBTENU','EN_ATTENTE','NON_OBTENU')),
  result_why    text,
  minutes       int check (minutes between 1 and 600),
  doctor        text check (doctor in ('INFORME','A_INFORMER','SANS')), -- the attending doctor's part
  doctor_words  text,
  review_on     date,                       -- null: it does not last
  ended_on      date,
  ended_why     text,
  noted_by      text not null,
  noted_member  uuid,
  noted_at      timestamptz not null,
  version       int not null default 0,
  primary key (network_id, id),
  check ((for_whom = 'PROCHE') = (relative_name is not null)),
  check (relative_id is null or for_whom = 'PROCHE'),
  check (result <> 'NON_OBTENU' or result_why is not null),
  check (doctor is distinct from 'SANS' or doctor_words is not null),
  check ((ended_on is null) = (ended_why is null)),
  check (ended_on is null or review_on is not null),
  check (ended_on >= on_date),
  foreign key (network_id, patient_id) references patient.patient
);
create index on help.given (network_id, patient_id, on_date desc);
create index on help.given (network_id, on_date);
select platform.protect('help.given');

-- Each time one that lasts was looked at again.
create table help.review (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  given_id    uuid not null,
  on_date     date not null,
  words       text not null,
  next_on     date not null check (next_on > on_date),
  author_name text not null,
  at          timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, given_id) references help.given
);
create index on help.review (network_id, given_id, on_date);
select platform.protect('help.review');
select platform.append_only('help.review');

-- Sessions of a self-employed psychologist, granted to a person or a relative and paid by the structure under the agreement
-- in force (guide DGOS 2012, fiche D1 §3). What is said in them is not here.
create table help.psychology (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  patient_id    uuid not null,
  for_whom      text not null check (for_whom in ('PERSONNE','PROCHE')),
  relative_id   uuid,
  relative_name text,
  ref           text not null,              -- partners.agreement, whatever its renewals
  psychologist  text not null,
  granted       int not null check (granted between 1 and 200),
  starts_on     date not null,
  reason        text,
  ended_on      date check (ended_on >= starts_on),
  ended_why     text,
  opened_by     text not null,
  opened_at     timestamptz not null,
  version       int not null default 0,
  primary key (network_id, id),
  check ((for_whom = 'PROCHE') = (relative_name is not null)),
  check ((ended_on is null) = (ended_why is null)),
  foreign key (network_id, patient_id) references patient.patient
);
create index on help.psychology (network_id, patient_id);
select platform.protect('help.psychology');

create table help.session (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  course_id  uuid not null,
  on_date    date not null,
  place      text not null check (place in ('DOMICILE','CABINET','VISIO','TELEPHONE')),
  state      text not null check (state in ('FAITE','ABSENCE','ANNULEE')),
  amount     numeric(8,2) not null check (amount >= 0),  -- of the agreement that day; 0 when it is not paid
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  unique (network_id, course_id, on_date),
  foreign key (network_id, course_id) references help.psychology
);
create index on help.session (network_id, on_date);
select platform.protect('help.session');

-- « Appui fonctionnel »: what an attending doctor asks of the team, out of the five things the HCAAM names (guide DGOS 2012,
-- partie 1 §1 A).
create table help.asked (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  asked_on   date not null,
  asked_by   text not null,
  words      text,
  due_on     date not null check (due_on >= asked_on),
  noted_by   text not null,
  noted_at   timestamptz not null,
  told_at    timestamptz,                   -- when everything asked was answered to the doctor
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on help.asked (network_id, patient_id, asked_on desc);
select platform.protect('help.asked');

create table help.asked_item (
  network_id   uuid not null default platform.acting(),
  asked_id     uuid not null,
  item         text not null check (item in ('LOGEMENT','HOSPITALISATION','AIDE_DOMICILE','SUIVI_GLOBAL','PROCHES')),
  conclusion   text,
  concluded_on date,
  concluded_by text,                        -- who made the diagnosis or gave the opinion
  noted_by     text,
  primary key (network_id, asked_id, item),
  check ((conclusion is null) = (concluded_on is null) and (conclusion is null) = (concluded_by is null)),
  foreign key (network_id, asked_id) references help.asked on delete cascade
);
create index asked_item_open on help.asked_item (network_id, asked_id) where conclusion is null;
select platform.protect('help.asked_item');

-- A professional is asked to look again at a care of the plan in force, and answers: by themselves or with the team.
create table help.renewal (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  patient_id      uuid not null,
  intervention_id uuid not null,            -- stable across versions of the plan
  title           text not null,
  actor_id        uuid not null,            -- casefile.care_team
  actor_name      text not null,
  question        text,
  asked_on        date not null,
  due_on          date not null check (due_on >= asked_on),
  asked_by        text not null,
  asked_member    uuid,
  state           text not null default 'EN_ATTENTE' check (state in ('EN_ATTENTE','RENDUE','SANS_SUITE')),
  verdict         text check (verdict in ('MAINTENIR','ADAPTER','ARRETER','AUTRE_SOIN')),
  words           text,
  made            text check (made in ('SEUL','AVEC_EQUIPE')),
  given_on        date check (given_on >= asked_on),
  given_by        text,
  noted_by        text,
  noted_at        timestamptz,
  version         int not null default 0,
  primary key (network_id, id),
  check ((state = 'RENDUE') = (verdict is not null)),
  check (state <> 'RENDUE' or (made is not null and given_on is not null and given_by is not null)),
  check (verdict is null or verdict = 'MAINTENIR' or words is not null),
  check (state <> 'SANS_SUITE' or words is not null),
  foreign key (network_id, patient_id) references patient.patient
);
create index on help.renewal (network_id, patient_id);
create index on help.renewal (network_id, due_on) where state = 'EN_ATTENTE';
create unique index renewal_once on help.renewal (network_id, patient_id, intervention_id) where state = 'EN_ATTENTE';
select platform.protect('help.renewal');

-- The four missions the agency gave to the territorial networks of Lorraine (guide DGOS 2012, fiche D4 §4-1), as an
-- accompaniment takes part in them: none, one or several.
create table help.mission (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  support_id uuid not null,
  mission    text not null check (mission in ('MAINTIEN_A_DOMICILE','ETP','SOINS_PALLIATIFS','ADDICTOLOGIE')),
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  unique (network_id, support_id, mission),
  foreign key (network_id, patient_id) references patient.patient
);
create index on help.mission (network_id, patient_id);
select platform.protect('help.mission');
