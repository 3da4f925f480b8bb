-- What a structure knows of those it works with, on top of the national directory: by the national number (RPPS, FINESS,
-- identifier of an offer of the ROR), or by an identifier of ours for somebody no file knows. An import never writes here.
-- The joining and leaving of professionals is network.affiliation.

-- A professional the national directory does not know: added here, joined with their national line once it has one.
create table partners.person (
  network_id   uuid not null default platform.acting(),
  id           uuid not null,
  family_name  text not null,
  given_name   text not null default '',
  search       text not null generated always as (platform.search_key(family_name || ' ' || given_name)) stored,
  profession   text not null,              -- directory.profession
  specialty    text,
  organization text,
  address      text,
  commune_code text,
  commune_name text,
  phone        text,
  email        text,
  mssante      text,
  joined_to    text,                       -- RPPS of the national line
  joined_at    timestamptz,
  joined_by    text,
  added_at     timestamptz not null,
  added_by     text not null,
  primary key (network_id, id),
  check ((joined_to is null) = (joined_at is null))
);
create index on partners.person using gin (search public.gin_trgm_ops);
create unique index on partners.person (network_id, joined_to) where joined_to is not null;
select platform.protect('partners.person');

-- How one works with them: one line each.
create table partners.knowledge (
  network_id   uuid not null default platform.acting(),
  ref          text not null,
  kind         text not null check (kind in ('PROFESSIONNEL','STRUCTURE','OFFRE')),
  hours        text,
  languages    text[] not null default '{}',
  home_visits  boolean,                    -- null: nobody asked
  fee_sector   text check (fee_sector in ('1','2','OPTAM','NON_CONVENTIONNE')),
  call_by      text,                       -- « préfère être appelé par… »
  call_when    text,
  skills       text,                       -- what they do well, in words: choosing the most competent
  sector       text check (sector in ('SANITAIRE','MEDICO_SOCIAL','SOCIAL')),
  partner_since date,                      -- a structure that is a regular partner
  partner_until date,
  agreement_on date,                       -- convention signed
  changed_at   timestamptz not null,
  changed_by   text not null,
  version      int not null default 1,     -- 0: nothing was there
  primary key (network_id, kind, ref),
  check (partner_until is null or partner_since is not null and partner_until >= partner_since),
  check (partner_since is null or kind = 'STRUCTURE' and sector is not null)
);
select platform.protect('partners.knowledge');

-- Persons to reach there.
create table partners.contact (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  ref        text not null,
  kind       text not null,
  name       text not null,
  function   text,
  phone      text,
  email      text,
  noted_by   text not null,
  noted_at   timestamptz not null,
  removed_at timestamptz,
  primary key (network_id, id)
);
create index on partners.contact (network_id, kind, ref) where removed_at is null;
select platform.protect('partners.contact');

-- Notes, with who may read them: the team, or members of circles too.
create table partners.note (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  ref        text not null,
  kind       text not null,
  audience   text not null check (audience in ('EQUIPE','CERCLES')),
  words      text not null,
  noted_by   text not null,
  noted_at   timestamptz not null,
  removed_at timestamptz,
  primary key (network_id, id)
);
create index on partners.note (network_id, kind, ref) where removed_at is null;
select platform.protect('partners.note');

-- Availability as somebody saw it, on a day. Only grows: the last one counts.
create table partners.availability (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  ref        text not null,
  kind       text not null,
  state      text not null check (state in ('DISPONIBLE','ATTENTE','COMPLET')),
  wait_weeks int check (wait_weeks between 1 and 104),
  seen_on    date not null,
  words      text,
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  check (wait_weeks is null or state = 'ATTENTE')
);
create index on partners.availability (network_id, kind, ref, seen_on desc, noted_at desc);
select platform.protect('partners.availability');
select platform.append_only('partners.availability');

-- Agreements with self-employed psychologists the structure pays (practice of ARESPA, guide DGOS 2012, fiche D1 §3).
create table partners.agreement (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  ref        text not null,                -- RPPS or ADELI, or partners.person
  name       text not null,
  signed_on  date not null,
  starts_on  date not null,
  ends_on    date,
  amount     numeric(8,2) not null check (amount > 0),   -- euros a session
  sessions   int check (sessions between 1 and 200),     -- at most for one person
  scope      text,
  ended_on   date,
  ended_why  text,
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  check (ends_on is null or ends_on >= starts_on),
  check ((ended_on is null) = (ended_why is null)),
  check (ended_on is null or ended_on >= starts_on),
  exclude using gist (network_id with =, ref with =, daterange(starts_on, coalesce(ended_on, ends_on), '[]') with &&)
);
select platform.protect('partners.agreement');

-- National data found wrong, to be told to who holds them.
create table partners.mistake (
  network_id   uuid not null default platform.acting(),
  id           uuid not null,
  ref          text not null,
  kind         text not null check (kind in ('PROFESSIONNEL','STRUCTURE','OFFRE')),
  name         text not null,
  field        text not null check (field in ('NOM','ADRESSE','COMMUNE','TELEPHONE','MESSAGERIE','PROFESSION','SPECIALITE','STRUCTURE','CESSATION','AUTRE')),
  national     text,                       -- what the directory said that day
  right_value  text not null,
  state        text not null default 'A_SIGNALER' check (state in ('A_SIGNALER','SIGNALEE','CORRIGEE','SANS_SUITE')),
  found_at     timestamptz not null,
  found_by     text not null,
  changed_at   timestamptz,
  changed_by   text,
  primary key (network_id, id)
);
create unique index on partners.mistake (network_id, kind, ref, field) where state in ('A_SIGNALER','SIGNALEE');
select platform.protect('partners.mistake');
