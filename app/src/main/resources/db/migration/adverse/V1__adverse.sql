-- Adverse events (guide DGOS 2012, fiche L1 §2: recensement, analyse et suivi): what happened, why, what is done about it
-- and whether that helped. Apart from the files: who reads one is said by the module.
create table adverse.event (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  year          smallint not null,        -- number of the register: 2026-004
  rank          int not null,
  type          text not null check (type in ('HOSPITALISATION','RUPTURE','SORTIE_PATIENT','SORTIE_PROFESSIONNEL','INCIDENT','ACCIDENT')),
  gravity       text check (gravity in ('MINEURE','SIGNIFICATIVE','MAJEURE','CRITIQUE','CATASTROPHIQUE')), -- null: to be rated
  consequence   text check (consequence in ('DECES','PRONOSTIC_VITAL','DEFICIT_PERMANENT')),
  unexpected    boolean not null default false, -- unexpected in view of the person's state, and associated with care (CSP R.1413-67)
  eigs          boolean generated always as (consequence is not null and unexpected) stored,
  happened_on   date not null,
  patient_id    uuid,
  professional  text,                     -- who left
  circumstances text not null default '',
  immediate     text,                     -- what was done at once
  declared_at   timestamptz not null,
  declared_by   uuid,                     -- account; null: the declarer chose not to be named, and nothing says who it was
  declarer      text,
  readers       uuid[] not null default '{}', -- accounts of those concerned
  families      text[] not null default '{}' check (families <@ array['PERSONNE','TACHES','PROFESSIONNEL','EQUIPE','CONDITIONS','ORGANISATION','CONTEXTE']),
  causes        text,
  method        text check (method in ('CREX','RMM','REMED','GRILLE','ENTRETIEN')),
  analysed_on   date,
  analysed_by   text,
  ars_on        date,                     -- first part of the declaration to the ARS, its number, and the second
  ars_number    text,
  ars_part2_on  date check (ars_part2_on >= ars_on),
  closed_at     timestamptz,
  closed_by     text,
  closed_words  text,
  version       int not null default 0,
  primary key (network_id, id),
  unique (network_id, year, rank),
  check ((declared_by is null) = (declarer is null)),
  check ((closed_at is null) = (closed_by is null)),
  check (analysed_on is null or analysed_by is not null and method is not null and causes is not null),
  foreign key (network_id, patient_id) references patient.patient
);
create index on adverse.event (network_id, happened_on);
create index on adverse.event (network_id, patient_id) where patient_id is not null;
select platform.protect('adverse.event');

create table adverse.action (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  event_id     uuid not null,
  title        text not null,
  owner_id     uuid not null,
  due_on       date not null,
  state        text not null default 'A_FAIRE' check (state in ('A_FAIRE','FAITE','ABANDONNEE')),
  task_id      uuid not null,
  ended_on     date,
  ended_by     text,
  ended_words  text,
  effect       text check (effect in ('EFFICACE','EN_PARTIE','SANS_EFFET')),
  evaluated_on date,
  evaluated_by text,
  evaluation   text,
  primary key (network_id, id),
  check ((state = 'A_FAIRE') = (ended_on is null)),
  check ((effect is null) = (evaluated_on is null)),
  check (effect is null or state = 'FAITE'),
  foreign key (network_id, event_id) references adverse.event,
  foreign key (network_id, owner_id) references network.team_member
);
create index on adverse.action (network_id, event_id);
create index on adverse.action (network_id, owner_id) where state = 'A_FAIRE';
select platform.protect('adverse.action');

-- What the application finds by itself, each cause once: declared, or set aside with why.
create table adverse.proposal (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  cause        text not null check (cause in ('SEJOUR','ACTES_MANQUES','DEPART_SANS_RELAIS','SORTIE_PERSONNE','SORTIE_PROFESSIONNEL')),
  source_id    uuid not null,             -- the stay, first missed act, line of the circle, accompaniment or affiliation
  patient_id   uuid,
  professional text,
  happened_on  date not null,
  words        text not null,
  found_at     timestamptz not null,
  event_id     uuid,
  set_aside    text,
  decided_at   timestamptz,
  decided_by   text,
  primary key (network_id, id),
  unique (network_id, cause, source_id),
  check ((decided_at is null) = (event_id is null and set_aside is null)),
  check (event_id is null or set_aside is null),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, event_id) references adverse.event
);
create index on adverse.proposal (network_id, happened_on) where decided_at is null;
create index on adverse.proposal (network_id, patient_id) where patient_id is not null;
select platform.protect('adverse.proposal');

-- Those who keep the register besides the head of the structure.
create table adverse.quality_manager (
  network_id uuid not null default platform.acting(),
  member_id  uuid not null,
  primary key (network_id, member_id),
  foreign key (network_id, member_id) references network.team_member
);
select platform.protect('adverse.quality_manager');
