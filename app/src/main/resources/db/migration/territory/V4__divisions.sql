-- Zones are redrawn: every link (a zone under another, a commune in a zone) has the days it holds. Last day included.
create table territory.zone_kind (code text primary key, label text not null, rank int not null);
insert into territory.zone_kind values
  ('REGION', 'Région', 0), ('DEPARTEMENT', 'Département', 1), ('TERRITOIRE', 'Territoire de santé', 2), ('BASSIN', 'Bassin', 3),
  ('ZONE', 'Zone de proximité', 4), ('SECTEUR', 'Secteur', 5), ('QUARTIER', 'Quartier', 6);
alter table territory.zone drop constraint zone_kind_check;
alter table territory.zone add foreign key (kind) references territory.zone_kind;

-- A way to cut a region. The main one is what the rest of the application reads (commune.zone_code).
create table territory.division (
  code        text primary key,
  label       text not null,
  region_code text not null references territory.zone,
  main        boolean not null default false,
  source      text not null
);
create unique index on territory.division (region_code) where main;
insert into territory.division values ('NPDC', 'Territoires de santé et zones de proximité du Nord–Pas-de-Calais', '32', true,
  'SROS Nord-Pas-de-Calais, annexe réseaux, §2.6 ; guide DGOS 2012, fiche D2 §1 ; zones approchées par les arrondissements');

-- Since 2006: the regional plan before this one lists the same fifteen zones.
alter table territory.zone add column division_code text references territory.division;
alter table territory.zone add column valid_from date not null default '2006-01-01';
alter table territory.zone add column valid_to date check (valid_to >= valid_from);
update territory.zone set division_code = 'NPDC' where kind <> 'REGION';
alter table territory.zone add unique (code, division_code);

create table territory.zone_parent (
  zone_code   text not null references territory.zone,
  parent_code text not null references territory.zone,
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  primary key (zone_code, valid_from),
  check (zone_code <> parent_code),
  constraint one_parent_at_a_day exclude using gist (zone_code with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index on territory.zone_parent (parent_code);
insert into territory.zone_parent select code, parent_code, '2006-01-01', null from territory.zone where parent_code is not null;

create table territory.commune_zone (
  commune_code  text not null references territory.commune,
  division_code text not null,
  zone_code     text not null,
  valid_from    date not null,
  valid_to      date check (valid_to >= valid_from),
  primary key (commune_code, division_code, valid_from),
  foreign key (zone_code, division_code) references territory.zone (code, division_code),
  constraint one_zone_at_a_day exclude using gist (commune_code with =, division_code with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index on territory.commune_zone (division_code, zone_code);
insert into territory.commune_zone select code, 'NPDC', zone_code, '2006-01-01', null from territory.commune where zone_code is not null;

-- What the rest of the application reads: the zone of a commune and the parent of a zone as they are on a day.
create function territory.settle(today date) returns void language sql as $$
  update territory.commune c set zone_code = n.zone_code
    from (select o.code, z.zone_code from territory.commune o
            left join (territory.commune_zone z join territory.division d on d.code = z.division_code and d.main)
              on z.commune_code = o.code and today between z.valid_from and coalesce(z.valid_to, 'infinity')) n
   where n.code = c.code and c.zone_code is distinct from n.zone_code;
  update territory.zone z set parent_code = n.parent_code
    from (select o.code, p.parent_code from territory.zone o
            left join territory.zone_parent p on p.zone_code = o.code and today between p.valid_from and coalesce(p.valid_to, 'infinity')) n
   where n.code = z.code and z.parent_code is distinct from n.parent_code;
$$;

create table territory.population (
  commune_code text not null references territory.commune,
  year         int not null check (year between 1800 and 2200),
  source       text not null,
  people       int not null check (people >= 0),
  primary key (commune_code, year, source)
);
insert into territory.population select code, edition, 'INSEE, populations légales en vigueur en 2026 (année de référence à vérifier)', population
  from territory.commune where population is not null;

-- Codes of communes that were merged, and the commune of today.
create table territory.commune_former (old_code text primary key, code text not null references territory.commune);

-- A redraw somebody prepared: lines code;libellé;type;parent;communes, looked at before they are applied.
create table territory.redraw (
  id            uuid primary key default uuidv7(),
  division_code text not null references territory.division,
  effective_on  date not null,
  whole         boolean not null,
  content       text not null,
  note          text not null,
  prepared_at   timestamptz not null,
  prepared_by   text not null,
  applied_at    timestamptz,
  applied_by    text,
  moved         int
);

-- Shapes of communes the operator loaded; without one, a commune is drawn as a cell around its centre.
create table territory.shape (
  commune_code text primary key references territory.commune,
  polygons     text not null,       -- coordinates of a MultiPolygon, GeoJSON
  load_id      uuid not null
);
create table territory.shape_load (
  id        uuid primary key default uuidv7(),
  loaded_at timestamptz not null,
  loaded_by text not null,
  source    text not null,
  features  int not null,
  kept      int not null,
  wrong     text not null
);
