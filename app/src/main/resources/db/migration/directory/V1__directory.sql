-- Professionals and structures as the national files know them. Replaced by imports: nothing points here by foreign key.
create table directory.practitioner (
  rpps         text primary key,
  family_name  text not null,
  given_name   text not null,
  profession   text not null,           -- code: MEDECIN_GENERALISTE, INFIRMIER, MASSEUR_KINE…
  profession_label text not null,
  specialty    text,
  organization text,
  address      text,
  commune_code text,
  commune_name text,
  phone        text,
  mssante      text,
  search       text not null generated always as (platform.search_key(family_name || ' ' || given_name || ' ' || coalesce(commune_name, ''))) stored
);
create index on directory.practitioner using gin (search public.gin_trgm_ops);
create index on directory.practitioner (commune_code, profession);

create table directory.organization (
  finess       text primary key,
  name         text not null,
  kind         text not null,           -- HOPITAL, HAD, SSIAD, EHPAD, CLIC, MAIA, MDPH, SAD, RESEAU_REGIONAL, CSAPA…
  kind_label   text not null,
  address      text,
  commune_code text,
  commune_name text,
  phone        text,
  mssante      text,
  search       text not null generated always as (platform.search_key(name || ' ' || coalesce(commune_name, ''))) stored
);
create index on directory.organization using gin (search public.gin_trgm_ops);
create index on directory.organization (kind);
