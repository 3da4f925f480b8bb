-- Actions that go to people: risks looked for with social partners among those far from care, and help to organised
-- screening by relays of the population (guide DGOS 2012, fiche D2 §3). Counts alone: nobody met is named here.
create table intake.relay (               -- somebody of a neighbourhood who passes the word on
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  name         text not null,
  organisation text,
  commune_name text not null,
  trained_on   date not null,
  left_on      date check (left_on >= trained_on),
  noted_by     text not null,
  primary key (network_id, id)
);
select platform.protect('intake.relay');

create table intake.outreach (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  kind         text not null check (kind in ('REPERAGE','DEPISTAGE_ORGANISE')),
  held_on      date not null,
  title        text not null,
  commune_name text not null,
  population   text not null check (population in ('VULNERABILITE','HEBERGEMENT','QUARTIER','RURAL','GENS_DU_VOYAGE','TRAVAILLEURS','TOUS')),
  partners     text,                     -- social partners, a line each
  relays       uuid[] not null default '{}',
  met          int not null check (met between 1 and 99999),
  noted_by     text not null,
  noted_at     timestamptz not null,
  primary key (network_id, id),
  check (kind <> 'REPERAGE' or partners is not null),
  check (kind <> 'DEPISTAGE_ORGANISE' or cardinality(relays) > 0)
);
create index on intake.outreach (network_id, held_on desc);
select platform.protect('intake.outreach');

create table intake.outreach_topic (
  network_id  uuid not null default platform.acting(),
  outreach_id uuid not null,
  topic       text not null check (topic in ('DIABETE','OBESITE','RISQUE_CARDIOVASCULAIRE','CANCER_SEIN','CANCER_COLORECTAL','CANCER_COL')),
  screened    int not null check (screened >= 0),
  found       int not null check (found between 0 and screened),
  oriented    int not null check (oriented between 0 and found),
  primary key (network_id, outreach_id, topic),
  foreign key (network_id, outreach_id) references intake.outreach
);
select platform.protect('intake.outreach_topic');
