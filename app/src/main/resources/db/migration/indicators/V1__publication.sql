-- What leaves the structure: a dated snapshot of counts, masked under 11, signed by its head. The agency sees only that.
create table indicators.publication (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  network_name text not null,
  region_code  text not null,
  as_of        date not null,
  definitions  text not null,             -- version of the definitions, see docs
  prepared_at  timestamptz not null,
  prepared_by  text not null,
  signed_at    timestamptz,
  signed_by    text,
  primary key (network_id, id)
);
create unique index on indicators.publication (network_id, as_of) where signed_at is not null;
alter table indicators.publication enable row level security;
alter table indicators.publication force row level security;
create policy structure on indicators.publication using (network_id = any (platform.networks())) with check (network_id = platform.acting());
create policy agency on indicators.publication for select using (signed_at is not null and region_code = any (platform.agencies()));

create table indicators.published_count (
  network_id     uuid not null default platform.acting(),
  publication_id uuid not null,
  dimension      text not null check (dimension in ('TOTAL','THEME','NIVEAU','COMMUNE')),
  measure        text not null,           -- SITUATIONS_EN_COURS, FILE_ACTIVE, AVEC_PPS…
  code           text not null,
  label          text not null,
  value          int,                     -- null: masked
  masked         boolean not null default false,
  rank           int not null default 0,
  primary key (network_id, publication_id, measure, dimension, code),
  check (masked = (value is null)),
  check (value is null or value = 0 or value >= 11),
  foreign key (network_id, publication_id) references indicators.publication
);
alter table indicators.published_count enable row level security;
alter table indicators.published_count force row level security;
create policy structure on indicators.published_count using (network_id = any (platform.networks())) with check (network_id = platform.acting());
create policy agency on indicators.published_count for select using (exists (select 1 from indicators.publication p
  where p.network_id = published_count.network_id and p.id = published_count.publication_id));

-- A signed publication never changes.
create function indicators.keep_signed() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'publication' then
    if old.signed_at is not null then raise exception 'a signed publication never changes' using errcode = 'check_violation'; end if;
  elsif exists (select 1 from indicators.publication p where p.network_id = coalesce(new.network_id, old.network_id)
                and p.id = coalesce(new.publication_id, old.publication_id) and p.signed_at is not null) then
    raise exception 'a signed publication never changes' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_signed before update or delete on indicators.publication for each row execute function indicators.keep_signed();
create trigger keep_signed before insert or update or delete on indicators.published_count for each row execute function indicators.keep_signed();
