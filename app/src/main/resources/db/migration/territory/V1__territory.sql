-- Reference data, the same for every structure. Region → territoire de santé → zone de proximité → commune.
create table territory.zone (
  code        text primary key,
  label       text not null,
  kind        text not null check (kind in ('REGION','TERRITOIRE','ZONE')),
  parent_code text references territory.zone,
  rank        int not null default 0,
  source      text
);
create table territory.commune (
  code            text primary key,          -- INSEE
  name            text not null,
  postcodes       text[] not null default '{}',
  population      int,
  zone_code       text references territory.zone,
  arrondissement  text,
  latitude        numeric(8,5),
  longitude       numeric(8,5),
  search          text not null generated always as (platform.search_key(name)) stored
);
create index on territory.commune using gin (search public.gin_trgm_ops);
create index on territory.commune using gin (postcodes);
create index on territory.commune (zone_code);
