-- Registry of the structures of coordination and of group practice (CSP L.6321-1, D.6321-1 to D.6321-7; HPST 2009): who
-- they are, what they declare to cover, what they do. About structures and never about a person: the same for everybody,
-- so not a tenant's. What nobody may do is write a sheet that is not theirs: the structure that holds it (`owner_id`), or
-- the agency of its region where no structure of the installation does. The policies say so, whatever the application forgets.
create table registry.structure_type (
  code              text primary key,
  label             text not null,
  acronym           text,
  family            text not null check (family in ('COORDINATION','SOINS','PARTENAIRE','EXPERTISE','FEDERATION')),
  legal_forms       text,
  staff_status      text,
  missions          text,
  financing         text,
  territory         text,
  counted           text,             -- how many, where and when, as a document prints it
  source            text not null,
  rank              int not null
);

create table registry.structure (
  id             uuid primary key default uuidv7(),
  owner_id       uuid references network.network,   -- the structure of this installation whose sheet it is
  type_code      text not null references registry.structure_type,
  level          text check (level in ('REGIONAL','TERRITORIAL','INFRA')),   -- as the SROS sorts networks
  name           text not null,
  short_name     text,
  region_code    text not null,
  legal_form     text check (legal_form in ('ASSOCIATION','GCS','GCSMS','GIE','GIP','SISA','SCM','SCP','SEL','SCI','FONDATION','ETABLISSEMENT','COLLECTIVITE','SANS')),
  vehicle        text,              -- the legal person that carries it, when it is another
  object         text,              -- object, means, geographic area: CSP D.6321-2
  means          text,
  area_words     text,
  address        text,
  commune_code   text,
  phone          text,
  email          text,
  website        text,
  entrance       boolean not null default false,    -- answers people and professionals: may be an answer of the one counter
  any_theme      boolean not null default false,    -- takes every situation, whatever the theme
  does           text,              -- what it does, in words for everybody
  hours_note     text,
  opened_on      date,
  closed_on      date check (closed_on >= opened_on),
  provenance     text not null check (provenance in ('DECLAREE','DOCUMENT','FICTIVE')),
  source         text,
  search         text not null generated always as (platform.search_key(name || ' ' || coalesce(short_name, ''))) stored,
  version        int not null default 0,
  changed_at     timestamptz not null default now(),
  check (provenance <> 'DOCUMENT' or source is not null),
  check (not entrance or (phone is not null and does is not null))
);
create index on registry.structure (type_code);
create index on registry.structure (owner_id) where owner_id is not null;

-- Themes it follows, by the national codes; the ages it receives, both ends included, none being no limit.
create table registry.structure_theme (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  theme_code   text not null references network.theme,
  age_from     int check (age_from between 0 and 120),
  age_to       int check (age_to between 0 and 120),
  priority     text,                -- who comes first, in words
  since        date not null,
  until        date check (until >= since),
  version      int not null default 0,
  check (age_to >= age_from)
);
create index on registry.structure_theme (structure_id);

-- What it declares to cover: a commune or a zone (of any size), for one theme or for all it follows, in these days.
create table registry.declared_area (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  theme_code   text references network.theme,
  zone_code    text references territory.zone,
  commune_code text,
  status       text not null default 'COUVERT' check (status in ('COUVERT','EMERGENT','ILLISIBLE')),
  certainty    text not null default 'CERTAIN' check (certainty in ('CERTAIN','PROBABLE','INCERTAIN')),
  since        date not null,
  until        date check (until >= since),
  note         text,
  source       text,
  version      int not null default 0,
  check (num_nonnulls(zone_code, commune_code) = 1)
);
create index on registry.declared_area (structure_id);
create index on registry.declared_area (zone_code);
create index on registry.declared_area (commune_code);

-- What a document says of a zone and a theme where it names no structure: nobody, or a cell that cannot be read.
create table registry.area_reading (
  id         uuid primary key default uuidv7(),
  theme_code text not null references network.theme,
  zone_code  text references territory.zone,       -- null: somewhere in the region
  territory  text references territory.zone,       -- known when the zone is not
  status     text not null check (status in ('AUCUN','ILLISIBLE')),
  networks   int,                   -- how many the prose counts there, when it does
  certainty  text not null check (certainty in ('CERTAIN','PROBABLE','INCERTAIN')),
  since      date not null,
  until      date not null,
  note       text not null,
  source     text not null
);

-- Opening hours, one line a stretch of a weekday (1 Monday to 7 Sunday).
create table registry.opening (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  weekday      int not null check (weekday between 1 and 7),
  from_time    time not null,
  to_time      time not null check (to_time > from_time),
  version      int not null default 0
);
create index on registry.opening (structure_id);

-- Who may write a sheet: the structure that holds it, or the agency of its region when none does.
create function registry.may_edit(structure uuid) returns boolean language sql stable as $$
  select exists (select 1 from registry.structure s where s.id = $1
                    and (s.owner_id = platform.acting() or s.owner_id is null and s.region_code = any (platform.agencies())))
$$;
-- Who keeps the register: the agency of the region, for every structure of it.
create function registry.may_register(structure uuid) returns boolean language sql stable as $$
  select exists (select 1 from registry.structure s where s.id = $1 and s.region_code = any (platform.agencies()))
$$;

-- A list of a sheet: everybody reads, who may edit the sheet writes.
create function registry.list_of_sheet(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy everybody_reads on %s for select using (true)', t);
  execute format('create policy editor_adds on %s for insert with check (registry.may_edit(structure_id))', t);
  execute format('create policy editor_changes on %s for update using (registry.may_edit(structure_id)) with check (registry.may_edit(structure_id))', t);
  execute format('create policy editor_removes on %s for delete using (registry.may_edit(structure_id))', t);
end $$;

alter table registry.structure enable row level security;
alter table registry.structure force row level security;
create policy everybody_reads on registry.structure for select using (true);
-- A head makes the sheet of their own structure; an agency that of a structure nobody here holds.
create policy own_or_agency_adds on registry.structure for insert
  with check (owner_id = platform.acting() or owner_id is null and region_code = any (platform.agencies()));
-- The agency may hand a sheet over to the structure it is about; it never takes one back.
create policy own_or_agency_changes on registry.structure for update
  using (owner_id = platform.acting() or owner_id is null and region_code = any (platform.agencies()))
  with check (owner_id = platform.acting() or region_code = any (platform.agencies()));
select registry.list_of_sheet('registry.structure_theme');
select registry.list_of_sheet('registry.declared_area');
select registry.list_of_sheet('registry.opening');
-- Reference: shipped, never written by the application.
alter table registry.structure_type enable row level security;
alter table registry.structure_type force row level security;
create policy everybody_reads on registry.structure_type for select using (true);
alter table registry.area_reading enable row level security;
alter table registry.area_reading force row level security;
create policy everybody_reads on registry.area_reading for select using (true);
