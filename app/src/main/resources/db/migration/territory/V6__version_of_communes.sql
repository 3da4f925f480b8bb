-- How many times the list of communes changed: what is kept of it in memory is read again when this moves. A row, not a
-- sequence: whoever reads before the change is committed must see the version before it.
create table territory.commune_version (single boolean primary key default true check (single), version bigint not null);
insert into territory.commune_version (version) values (1);
create function territory.next_commune_version() returns trigger language plpgsql as $$
begin
  update territory.commune_version set version = version + 1;
  return null;
end $$;
create trigger communes_changed after insert or delete or truncate or update of code, name, postcodes, population, edition, latitude, longitude
  on territory.commune for each statement execute function territory.next_commune_version();
