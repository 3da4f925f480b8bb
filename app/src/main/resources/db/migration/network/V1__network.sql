-- The legal structure that holds the files is the tenant. Who it is, is public; what it holds is not.
create table network.network (
  id              uuid primary key default uuidv7(),
  name            text not null,
  short_name      text not null,
  kind            text not null check (kind in ('RESEAU','PLATEFORME','DAC')),
  legal_form      text not null,
  finess          text,
  region_code     text not null references territory.zone,
  address         text,
  commune_code    text,
  commune_name    text,
  phone           text not null,
  email           text,
  opening_hours   text not null,
  on_call_phone   text,
  on_call_hours   text,
  ethics          text,
  resumption_date date,       -- no alert looks further back than this day
  created_at      timestamptz not null default now()
);
-- Everybody may read who the structures are; only the structure itself changes its line.
alter table network.network enable row level security;
alter table network.network force row level security;
create policy everybody_reads on network.network for select using (true);
create policy itself_writes on network.network for all using (id = platform.acting()) with check (id = platform.acting());

create table network.theme (       -- national list of themes (activity report 2010) and their figures
  code             text primary key,
  label            text not null,
  priority         boolean not null default false,
  patients_mean    numeric,
  patients_median  numeric,
  first_line_agreement boolean not null default false,  -- inclusion asks the agreement of the first-line professionals
  minimum_age      int,
  rank             int not null
);

create table network.network_theme (
  network_id uuid not null default platform.acting() references network.network,
  theme_code text not null references network.theme,
  since      date not null,
  until      date check (until >= since),
  primary key (network_id, theme_code)
);
select platform.protect('network.network_theme');

create table network.unit (        -- poles and antennas of a platform
  network_id   uuid not null default platform.acting() references network.network,
  id           uuid not null default uuidv7(),
  kind         text not null check (kind in ('POLE','ANTENNE')),
  name         text not null,
  commune_code text,
  commune_name text,
  address      text,
  phone        text,
  primary key (network_id, id)
);
select platform.protect('network.unit');

create table network.team_member (
  network_id  uuid not null default platform.acting() references network.network,
  id          uuid not null default uuidv7(),
  account_id  uuid,
  family_name text not null,
  given_name  text not null,
  function    text not null check (function in ('COORDINATOR','INSTITUTIONAL_COORDINATOR','DOCTOR','SECRETARY','HEAD','PROXIMITY_NURSE','PSYCHOLOGIST','SOCIAL_WORKER')),
  profile     text,                 -- nurse, social worker…
  experience_years int,
  training    text,
  phone       text,
  email       text,
  unit_id     uuid,
  fte         numeric(3,2) not null default 1 check (fte > 0 and fte <= 1),
  sectors     text[] not null default '{}',   -- zone or commune codes
  since       date not null,
  until       date check (until >= since),
  primary key (network_id, id),
  foreign key (network_id, unit_id) references network.unit
);
select platform.protect('network.team_member');
create index on network.team_member (network_id, function);

create table network.setting (     -- thresholds; absent means the default written in the code beside its source
  network_id uuid not null default platform.acting() references network.network,
  key        text not null,
  level      smallint not null default -1 check (level between -1 and 3), -- -1: whatever the level
  value      text not null,
  changed_at timestamptz not null default now(),
  changed_by uuid default platform.account(),
  primary key (network_id, key, level)
);
select platform.protect('network.setting');

create table network.criterion (   -- inclusion and exit criteria of the structure (CPOM, annex 2)
  network_id uuid not null default platform.acting() references network.network,
  id         uuid not null default uuidv7(),
  kind       text not null check (kind in ('INCLUSION','EXIT')),
  theme_code text references network.theme,
  label      text not null,
  required   boolean not null default false,
  rank       int not null default 0,
  active     boolean not null default true,
  primary key (network_id, id)
);
select platform.protect('network.criterion');

create table network.level_grid (  -- « proposition Maillage » : no document gives a scoring grid; each structure edits its own
  network_id uuid not null default platform.acting() references network.network,
  code       text not null,
  dimension  text not null check (dimension in ('PERSONNE','ENTOURAGE','PATHOLOGIES','RESSOURCES_SANTE','ENVIRONNEMENT_SOCIAL')),
  label      text not null,
  points     int not null check (points between 0 and 20),
  long_term  boolean not null default false,  -- tips a complex situation from level 2 to level 3
  rank       int not null default 0,
  active     boolean not null default true,
  primary key (network_id, code)
);
select platform.protect('network.level_grid');
