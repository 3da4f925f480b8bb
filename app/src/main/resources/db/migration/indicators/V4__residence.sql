-- A publication also says from which communes those followed in the year come, by theme (SROS Nord-Pas-de-Calais, annexe réseaux,
-- §4.1.1: the real zone of coverage is read from the commune of residence of the persons included), and how many coordinators
-- the structure has on each zone. Masked under eleven as the rest, margins included.
alter table indicators.published_count drop constraint published_count_dimension_check;
alter table indicators.published_count add constraint published_count_dimension_check
  check (dimension in ('TOTAL','THEME','NIVEAU','COMMUNE','ZONE','BESOIN','COMMUNE_THEME'));

create table indicators.published_sector (
  network_id     uuid not null default platform.acting(),
  publication_id uuid not null,
  zone_code      text not null references territory.zone,
  coordinators   int not null check (coordinators > 0),   -- members of the team: no count of persons followed
  primary key (network_id, publication_id, zone_code),
  foreign key (network_id, publication_id) references indicators.publication
);
alter table indicators.published_sector enable row level security;
alter table indicators.published_sector force row level security;
create policy structure on indicators.published_sector using (network_id = any (platform.networks())) with check (network_id = platform.acting());
create policy agency on indicators.published_sector for select using (exists (select 1 from indicators.publication p
  where p.network_id = published_sector.network_id and p.id = published_sector.publication_id));
create trigger keep_signed before insert or update or delete on indicators.published_sector for each row execute function indicators.keep_signed();

-- The latest signed publication of a structure in a year: what other modules read of it. Each sees what its policies let it.
create view indicators.published_year with (security_invoker = true) as
  select distinct on (p.network_id, extract(year from p.as_of)) p.network_id, p.id as publication_id, p.network_name, p.region_code,
         extract(year from p.as_of)::int as year, p.as_of
    from indicators.publication p where p.signed_at is not null
   order by p.network_id, extract(year from p.as_of), p.as_of desc;
-- Persons followed in the year by commune of residence; theme null: whatever the theme. AUTRES: communes too small to be named.
create view indicators.published_residence with (security_invoker = true) as
  select y.network_id, y.year, split_part(c.code, '/', 1) as commune_code, nullif(split_part(c.code, '/', 2), '') as theme_code, c.value, c.withheld
    from indicators.published_year y join indicators.published_count c on c.network_id = y.network_id and c.publication_id = y.publication_id
   where c.measure = 'FILE_ACTIVE' and c.dimension in ('COMMUNE', 'COMMUNE_THEME');
create view indicators.published_theme with (security_invoker = true) as
  select y.network_id, y.year, c.code as theme_code, c.value, c.withheld
    from indicators.published_year y join indicators.published_count c on c.network_id = y.network_id and c.publication_id = y.publication_id
   where c.measure = 'FILE_ACTIVE' and c.dimension in ('THEME', 'TOTAL');
create view indicators.published_coordinators with (security_invoker = true) as
  select y.network_id, y.network_name, y.year, y.as_of, s.zone_code, s.coordinators
    from indicators.published_year y join indicators.published_sector s on s.network_id = y.network_id and s.publication_id = y.publication_id;
