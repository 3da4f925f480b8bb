-- Visits somebody asks for by hand, besides those the plans, the stays and the urgencies call for.
create table planning.asked (
  network_id     uuid not null default platform.acting(),
  id             uuid not null,
  patient_id     uuid not null,
  not_before     date not null,
  due_on         date not null check (due_on >= not_before),
  minutes        int check (minutes between 10 and 240),
  asked_by       text not null,
  asked_at       timestamptz not null,
  withdrawn_at   timestamptz,
  appointment_id uuid,                  -- once it is in the agenda
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, appointment_id) references agenda.appointment
);
create index on planning.asked (network_id, patient_id);
create index asked_waiting on planning.asked (network_id, due_on) where withdrawn_at is null and appointment_id is null;
select platform.protect('planning.asked');

-- A proposal of rounds: computed in the background, corrected by hand, accepted into the agenda.
create table planning.proposal (
  network_id   uuid not null default platform.acting(),
  id           uuid not null,
  first_day    date not null,
  last_day     date not null,
  members      uuid[] not null check (cardinality(members) > 0),
  state        text not null check (state in ('ATTENTE','CALCUL','PRETE','ACCEPTEE','ABANDONNEE','ECHEC')),
  asked_by     text not null,
  asked_at     timestamptz not null,
  started_at   timestamptz,
  solved_at    timestamptz,
  stop_asked   boolean not null default false,
  ended_at     timestamptz,
  ended_by     text,
  version      int not null default 0,
  -- what one would do by hand, and what is proposed: metres of all the days, days late, weighted
  hand_metres  int,
  hand_late    int,
  hand_placed  int,
  metres       int,
  late         int,
  primary key (network_id, id),
  check (last_day between first_day and first_day + 27),
  check ((state in ('ACCEPTEE','ABANDONNEE')) = (ended_at is not null))
);
create index on planning.proposal (network_id, asked_at desc);
select platform.protect('planning.proposal');

-- A visit of a proposal: what calls for it, and where it is put.
create table planning.stop (
  network_id     uuid not null default platform.acting(),
  id             uuid not null,
  proposal_id    uuid not null,
  patient_id     uuid not null,
  reasons        text[] not null check (cardinality(reasons) > 0),  -- SUIVI, REEVALUATION, RETOUR, URGENCE, DEMANDEE
  commune_code   text,
  minutes        int not null check (minutes > 0),
  not_before     date not null,
  due_on         date not null,
  latest         timestamptz,           -- a delay that is law
  weight         int not null,
  usual          uuid[] not null default '{}',   -- the référent and the binôme
  asked_ids      uuid[] not null default '{}',   -- lines of planning.asked it answers
  member_id      uuid,
  starts_at      timestamptz,
  metres         int,                   -- of the way there
  way_minutes    int,
  pinned         boolean not null default false,
  obstacle       text,                  -- why no day holds it
  appointment_id uuid,                  -- once accepted
  primary key (network_id, id),
  check ((member_id is null) = (starts_at is null)),
  check (not pinned or member_id is not null),
  foreign key (network_id, proposal_id) references planning.proposal on delete cascade,
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, member_id) references network.team_member,
  foreign key (network_id, appointment_id) references agenda.appointment
);
create index on planning.stop (network_id, proposal_id, member_id, starts_at);
create index on planning.stop (network_id, patient_id);
select platform.protect('planning.stop');
