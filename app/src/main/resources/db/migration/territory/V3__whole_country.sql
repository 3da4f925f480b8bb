-- Communes of the whole country, by the edition of the official list (COG) they were read from. One that later editions
-- no longer have keeps its code: older files still bear it.
alter table territory.commune add column area_km2 numeric(9,2);
alter table territory.commune add column edition int not null default 2026;
create index on territory.commune (latitude, longitude);
