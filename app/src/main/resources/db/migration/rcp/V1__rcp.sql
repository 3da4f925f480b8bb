-- Meetings about persons (RCP, réunion de synthèse), who takes part, what was said and decided, the time spent; and
-- expertise asked of a doctor of the team, an expert structure or a regional network.
create table rcp.meeting (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  kind           text not null check (kind in ('RCP','SYNTHESE')),
  status         text not null default 'PREVUE' check (status in ('PREVUE','TENUE','ANNULEE')),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  mode           text not null check (mode in ('SUR_PLACE','VISIO','TELEPHONE')),
  place          text,                 -- room and address, link, or number to call
  theme_code     text references network.theme,
  subject        text,
  chair_id       uuid,
  secretary_id   uuid,
  appointment_id uuid,                 -- in the agenda of the team
  cancelled_why  text,
  created_at     timestamptz not null,
  created_by     text not null,
  held_at        timestamptz,          -- when it was closed, and by whom
  held_by        text,
  version        int not null default 0,
  primary key (network_id, id),
  check (ends_at > starts_at),
  check ((status = 'TENUE') = (held_at is not null)),
  check ((status = 'ANNULEE') = (cancelled_why is not null)),
  foreign key (network_id, chair_id) references network.team_member,
  foreign key (network_id, secretary_id) references network.team_member
);
create index on rcp.meeting (network_id, status, starts_at);
select platform.protect('rcp.meeting');

-- A person on the agenda, with the question asked.
create table rcp.item (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  meeting_id  uuid not null,
  patient_id  uuid not null,
  rank        int not null,
  question    text not null,
  asked_by    uuid,
  asked_name  text not null,
  agreed_on   date,                    -- her agreement to be spoken of in front of participants of outside, and how it was given
  agreed_how  text check (agreed_how in ('ORAL','ECRIT','TELEPHONE','REPRESENTANT')),
  notes       text not null default '',
  notes_by    text,
  notes_at    timestamptz,
  seen        boolean,                 -- once held: whether her situation was looked at
  version     int not null default 0,
  primary key (network_id, id),
  check ((agreed_on is null) = (agreed_how is null)),
  foreign key (network_id, meeting_id) references rcp.meeting,
  foreign key (network_id, patient_id) references patient.patient
);
create index on rcp.item (network_id, meeting_id, rank);
create index on rcp.item (network_id, patient_id);
select platform.protect('rcp.item');

-- Who takes part: for the whole session, or for one person.
create table rcp.participant (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  meeting_id  uuid not null,
  item_id     uuid,
  kind        text not null check (kind in ('EQUIPE','CERCLE','EXTERIEUR')),
  member_id   uuid,
  line_id     uuid,                    -- of the circle
  account_id  uuid,
  rpps        text,
  name        text not null,
  profession  text not null,
  letter_id   uuid,
  invited_at  timestamptz,
  answer      text check (answer in ('SUR_PLACE','A_DISTANCE','AVIS_PAR_TELEPHONE','ABSENT')),
  answered_on date,
  present     boolean,
  minutes     int check (minutes between 0 and 600),
  paid        numeric(8,2) check (paid >= 0),   -- derogatory payment of a self-employed professional
  primary key (network_id, id),
  foreign key (network_id, meeting_id) references rcp.meeting,
  foreign key (network_id, item_id) references rcp.item on delete cascade,
  foreign key (network_id, member_id) references network.team_member,
  check ((kind = 'EQUIPE') = (member_id is not null)),
  check ((kind = 'CERCLE') = (line_id is not null and item_id is not null))
);
create index on rcp.participant (network_id, meeting_id);
create index on rcp.participant (network_id, account_id) where account_id is not null;
select platform.protect('rcp.participant');

-- What was decided about a person, and what became of it.
create table rcp.decision (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  item_id    uuid not null,
  patient_id uuid not null,
  text       text not null,
  part       text not null check (part in ('SOINS','EDUCATION','AIDE')),
  becomes    text not null check (becomes in ('OBJECTIF','INTERVENTION','TACHE','RIEN')),
  act_type   text,
  due_on     date,
  assigned_to uuid,
  decided_by text not null,
  decided_at timestamptz not null,
  pps_id     uuid,                     -- the draft it was carried into, and its line there
  line_id    uuid,
  task_id    uuid,
  primary key (network_id, id),
  foreign key (network_id, item_id) references rcp.item,
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, assigned_to) references network.team_member,
  check ((becomes = 'INTERVENTION') = (act_type is not null)),
  check (becomes not in ('TACHE','INTERVENTION') or due_on is not null)
);
create index on rcp.decision (network_id, item_id);
create index on rcp.decision (network_id, patient_id);
select platform.protect('rcp.decision');

-- Minutes that left: to whom, and not to whom with why.
create table rcp.sending (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  item_id    uuid not null,
  letter_id  uuid,                     -- null: not sent
  recipient  text not null,
  whole      boolean not null,         -- false: only the decisions of their part
  why_not    text,
  at         timestamptz not null,
  by_name    text not null,
  primary key (network_id, id),
  check ((letter_id is null) = (why_not is not null)),
  foreign key (network_id, item_id) references rcp.item
);
create index on rcp.sending (network_id, item_id);
select platform.protect('rcp.sending');
select platform.append_only('rcp.sending');

create table rcp.expertise (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  patient_id     uuid not null,
  addressee_kind text not null check (addressee_kind in ('MEDECIN_EQUIPE','STRUCTURE_EXPERTE','RESEAU_REGIONAL')),
  addressee      text not null,
  member_id      uuid,
  question       text not null,
  due_on         date not null,
  asked_at       timestamptz not null,
  asked_by       uuid not null,
  asked_name     text not null,
  status         text not null default 'EN_ATTENTE' check (status in ('EN_ATTENTE','RENDUE','SANS_SUITE')),
  opinion        text,
  opinion_by     text,
  opinion_on     date,
  noted_by       text,
  noted_at       timestamptz,
  closed_why     text,
  letter_id      uuid,
  version        int not null default 0,
  primary key (network_id, id),
  check ((addressee_kind = 'MEDECIN_EQUIPE') = (member_id is not null)),
  check ((status = 'RENDUE') = (opinion is not null and opinion_on is not null and opinion_by is not null)),
  check ((status = 'SANS_SUITE') = (closed_why is not null)),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, member_id) references network.team_member,
  foreign key (network_id, asked_by) references network.team_member
);
create index on rcp.expertise (network_id, patient_id);
create index on rcp.expertise (network_id, due_on) where status = 'EN_ATTENTE';
select platform.protect('rcp.expertise');

-- Expertise that waits, without its question: for the day of whoever asked, and of the doctor who is asked.
create view rcp.awaited_expertise with (security_invoker = true) as
  select network_id, id, patient_id, addressee, member_id, asked_by, due_on, asked_at from rcp.expertise where status = 'EN_ATTENTE';
