-- The lists of a sheet. What is public is marked line by line or is public by nature (services, poles, shared functions);
-- staff, governance, agreements and documents not marked public are read by whoever is signed in to work here.
create function registry.at_work() returns boolean language sql stable
  as $$ select platform.networks() is not null or platform.agencies() is not null $$;

-- Poles of activity and antennas of a platform (guide DGOS 2012, fiche D2).
create table registry.part (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  kind         text not null check (kind in ('POLE','ANTENNE')),
  name         text not null,
  activities   text,
  commune_code text,
  address      text,
  phone        text,
  comes_from   uuid references registry.structure,   -- the network this pole was before
  since        date,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
-- Functions put in common: between the poles of a platform, or between structures (common core, SROS NPdC §3.3).
create table registry.shared_function (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  function     text not null check (function in ('DIRECTION','GESTION','COMPTABILITE','RH','QUALITE','LOCAUX','ACCUEIL','SECRETARIAT','NUMERO','SI','COMMUNICATION','PARCOURS','FORMATION','LOGISTIQUE','EQUIPEMENT')),
  shared_with  text,               -- null: between its own poles
  words        text,
  since        date,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
-- Catalogue of services.
create table registry.service (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  label        text not null,
  audience     text,
  pole         text,
  since        date,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
-- Statutes, convention constitutive (CSP D.6321-5), promoter file (D.6321-6), health project… : what it is, of which day,
-- where it is kept.
create table registry.document (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  kind         text not null check (kind in ('STATUTS','CONVENTION_CONSTITUTIVE','DOSSIER_PROMOTEUR','PROJET_SANTE','REGLEMENT','CHARTE','CPOM','RAPPORT_ACTIVITE','EVALUATION','AUTRE')),
  title        text not null,
  dated_on     date not null,
  valid_until  date check (valid_until >= dated_on),
  kept_at      text,
  link         text,
  public       boolean not null default false,
  version      int not null default 0
);
-- Staff by profession, in full-time equivalents: exact, at a day.
create table registry.staffing (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  profession   text not null,
  status       text not null check (status in ('SALARIE','LIBERAL','HOSPITALIER','MIS_A_DISPOSITION','BENEVOLE')),
  fte          numeric(6,2) not null check (fte > 0),
  since        date not null,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
-- Bodies, colleges and their seats, meetings: functions and numbers, no name (see body_member).
create table registry.body (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  kind         text not null check (kind in ('ASSEMBLEE','CONSEIL','BUREAU','DIRECTION','PILOTAGE','SCIENTIFIQUE','USAGERS','GROUPE_TRAVAIL','GROUPE_OPERATIONNEL')),
  name         text not null,
  mission      text,
  since        date,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
create table registry.college (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  body_id      uuid not null references registry.body on delete cascade,
  name         text not null,
  seats        int check (seats >= 0),     -- null: the document does not say
  of_users     boolean not null default false,
  rank         int not null default 0,
  version      int not null default 0
);
create table registry.body_meeting (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  body_id      uuid not null references registry.body on delete cascade,
  held_on      date not null,
  subject      text not null,
  attended     int check (attended >= 0),
  functions    text,               -- who took part, by function
  decided      text,
  version      int not null default 0
);
-- Who sits: names of persons, read and written inside the structure alone.
create table registry.body_member (
  network_id uuid not null default platform.acting() references network.network,
  id         uuid not null default uuidv7(),
  structure_id uuid not null references registry.structure,
  body_id    uuid not null references registry.body on delete cascade,
  college_id uuid references registry.college on delete set null,
  name       text not null,
  function   text,
  since      date not null,
  until      date check (until >= since),
  version    int not null default 0,
  primary key (network_id, id)
);
select platform.protect('registry.body_member');

-- Agreements between structures: relations with HAD, SSIAD, EMSP, EHPAD, MAIA (SROS NPdC, action 12), with the first line and
-- what it expects (action 13), division of roles on a territory (CPOM, annex 3), sharing of means.
create table registry.agreement (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  kind         text not null check (kind in ('ARTICULATION','PREMIER_RECOURS','ROLES','MOYENS','APPUI_REGIONAL','AUTRE')),
  title        text not null,
  partner_id   uuid references registry.structure,
  partner_name text,
  we_do        text not null,
  they_do      text not null,
  expected     text,               -- what the other side expects of the network
  signed_on    date not null,
  until        date check (until >= signed_on),
  public       boolean not null default false,
  version      int not null default 0,
  check (partner_id is not null or partner_name is not null)
);
create index on registry.agreement (partner_id);

-- What a structure did in a year: the figures stay with who made them, whoever takes over.
create table registry.figure (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  year         int not null check (year between 1990 and 2100),
  measure      text not null check (measure in ('FILE_ACTIVE','NOUVEAUX_PPS','SALARIES','ETP','ANTENNES','COMMUNES','REUNIONS')),
  value        numeric(12,2) not null check (value >= 0),
  note         text,
  source       text not null,
  version      int not null default 0,
  unique (structure_id, year, measure)
);

-- What the first line does besides care (HPST, articles 51 and 78).
create table registry.first_line (
  id            uuid primary key default uuidv7(),
  structure_id  uuid not null references registry.structure,
  part          text not null check (part in ('PERMANENCE','STAGES','COOPERATION','TELEMEDECINE')),
  takes_part    boolean not null,
  words         text,
  since         date,
  until         date check (until >= since),
  version       int not null default 0
);

-- The register the agency keeps -----------------------------------------------------------------------------------------
-- How a network is sorted (guide DGOS 2012, fiche O2), and the criteria of a reference centre for a very specialised one.
create table registry.classification (
  id                uuid primary key default uuidv7(),
  structure_id      uuid not null unique references registry.structure,
  guide_type        text not null check (guide_type in ('PROXIMITE','REGIONAL_CANCER_PERINATALITE','TRES_SPECIALISE','AUTRE')),
  includes_patients boolean,       -- null: the source does not say
  rare_expertise    boolean,
  complex_care      boolean,
  skills_exist      boolean,
  prevalence        numeric(9,3),  -- persons for 100 000; low under 50, that is 1 for 2 000
  rare_form         boolean,       -- rare manifestation of a frequent disease
  dedicated_plan    boolean,
  words             text,
  sorted_on         date not null,
  source            text,
  version           int not null default 0
);
create table registry.financing (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  year         int not null check (year between 1990 and 2100),
  fund         text not null check (fund in ('FAQSV','DRDR','FIQCS','FIR','MIGAC','COLLECTIVITE','ASSURANCE_MALADIE','AUTRE')),
  theme_code   text references network.theme,
  amount       numeric(14,2) not null,
  note         text,
  source       text not null,
  version      int not null default 0
);
-- A network that becomes part of a platform, two that merge, one that changes its form.
create table registry.transformation (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,       -- what it became
  former_id    uuid not null references registry.structure,       -- what was before
  kind         text not null check (kind in ('FUSION','INTEGRATION','TRANSFORMATION','SCISSION')),
  on_date      date not null,
  approximate  boolean not null default false,                    -- the source gives the month or the year
  words        text,
  source       text not null,
  version      int not null default 0,
  check (structure_id <> former_id),
  unique (structure_id, former_id)
);
create index on registry.transformation (former_id);

do $$ declare t text; begin
  foreach t in array array['part','shared_function','service','document','staffing','body','college','body_meeting','agreement','figure','first_line'] loop
    execute format('create index on registry.%I (structure_id)', t);
    perform registry.list_of_sheet(format('registry.%I', t)::regclass);
  end loop;
  foreach t in array array['staffing','body','college','body_meeting'] loop
    execute format('alter policy everybody_reads on registry.%I using (registry.at_work())', t);
  end loop;
  foreach t in array array['document','agreement'] loop
    execute format('alter policy everybody_reads on registry.%I using (public or registry.at_work())', t);
  end loop;
  foreach t in array array['classification','financing','transformation'] loop
    execute format('create index on registry.%I (structure_id)', t);
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy everybody_reads on registry.%I for select using (true)', t);
    execute format('create policy agency_adds on registry.%I for insert with check (registry.may_register(structure_id))', t);
    execute format('create policy agency_changes on registry.%I for update using (registry.may_register(structure_id)) with check (registry.may_register(structure_id))', t);
    execute format('create policy agency_removes on registry.%I for delete using (registry.may_register(structure_id))', t);
  end loop;
  alter policy everybody_reads on registry.financing using (registry.at_work());
end $$;

-- A territorial network asks a regional one: training, expertise, evaluation, good practice (guide DGOS 2012, fiche D4 §4-2).
-- No hierarchy: the two read it, nobody else; the asker writes the question and may take it back, the asked one answers. Where
-- the regional network does not work here, the asker notes the answer that came by another way.
create table registry.support_request (
  id           uuid primary key default uuidv7(),
  from_id      uuid not null references registry.structure,
  to_id        uuid not null references registry.structure,
  mission      text not null check (mission in ('FORMATION','EXPERTISE','EVALUATION','BONNES_PRATIQUES')),
  subject      text not null,
  words        text not null,
  wished_for   date,
  asked_on     date not null,
  asked_by     text not null,
  state        text not null default 'DEMANDEE' check (state in ('DEMANDEE','ACCEPTEE','REPONDUE','DECLINEE','RETIREE')),
  answer       text,
  answered_on  date,
  answered_by  text,
  version      int not null default 0,
  check (from_id <> to_id),
  check (state not in ('REPONDUE','DECLINEE') or answer is not null)
);
create index on registry.support_request (from_id);
create index on registry.support_request (to_id);
create function registry.holds(structure uuid) returns boolean language sql stable as $$
  select exists (select 1 from registry.structure s where s.id = $1 and s.owner_id = platform.acting())
$$;
create function registry.held_by_nobody(structure uuid) returns boolean language sql stable as $$
  select exists (select 1 from registry.structure s where s.id = $1 and s.owner_id is null)
$$;
alter table registry.support_request enable row level security;
alter table registry.support_request force row level security;
create policy both_read on registry.support_request for select using (registry.holds(from_id) or registry.holds(to_id));
create policy asker_asks on registry.support_request for insert with check (registry.holds(from_id) and state = 'DEMANDEE');
create policy both_change on registry.support_request for update using (registry.holds(from_id) or registry.holds(to_id))
  with check (registry.holds(to_id) or registry.holds(from_id) and (state in ('DEMANDEE','RETIREE') or registry.held_by_nobody(to_id)));

-- Published tables (reference) ------------------------------------------------------------------------------------------
create table registry.national_theme (
  year              int not null,
  rank              int not null,
  theme_code        text,          -- null: the total; no reference: a theme may be of one year alone
  label             text not null,
  networks          int,
  amount            numeric(14,2),
  share             int,           -- of the national amount, in hundredths, as printed
  patients_mean     int,
  patients_median   int,
  amount_a_patient  int,
  isq_mean          numeric(3,1),
  with_regional     boolean,
  note              text,
  source            text not null,
  primary key (year, rank)
);
create table registry.region_funding (
  year      int primary key,
  faqsv     numeric(14,2),
  drdr      numeric(14,2),
  fiqcs     numeric(14,2),
  total     numeric(14,2) not null,
  consumed  numeric(14,2) not null,
  rate      numeric(5,2) not null,   -- as printed
  note      text,
  source    text not null
);
create table registry.network_count (
  scope     text not null check (scope in ('FRANCE','NPDC')),
  year      int not null,
  rank      int not null,
  networks  text not null,           -- as printed: « plus de 40 »
  words     text,
  source    text not null,
  primary key (scope, rank)
);
do $$ declare t text; begin
  foreach t in array array['national_theme','region_funding','network_count'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy everybody_reads on registry.%I for select using (true)', t);
  end loop;
end $$;
