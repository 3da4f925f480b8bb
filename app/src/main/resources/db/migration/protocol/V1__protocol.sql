-- Protocols (référentiels) and models of plans: data that a structure edits. A version is a draft, is published by
-- somebody who answers for it, is replaced by the next one or withdrawn; what a plan took from it stays in the plan.
create table protocol.protocol (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  taken_from    text,                    -- the structure that shared it, or « Maillage »
  taken_code    text,                    -- the shipped protocol, or the entry of the shelf
  shelf_id      uuid,                    -- where this structure shares it
  created_at    timestamptz not null,
  created_by    text not null,
  withdrawn_at  timestamptz,
  withdrawn_by  text,
  withdrawn_why text,
  primary key (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
select platform.protect('protocol.protocol');

create table protocol.version (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  protocol_id   uuid not null,
  number        int not null check (number > 0),
  status        text not null default 'BROUILLON' check (status in ('BROUILLON','PUBLIE','REMPLACE','RETIRE')),
  title         text not null,           -- as in the document, for lists
  nature        text not null check (nature in ('REFERENTIEL','MODELE_PPS','BONNE_PRATIQUE','COOPERATION','ORGANISATION')),
  theme_code    text references network.theme,
  document      jsonb not null,
  change_reason text,
  created_at    timestamptz not null,
  created_by    text not null,
  published_at  timestamptz,
  published_by  text,
  reviewed_by   text,                    -- who answers for its content
  review_on     date,                    -- when it is to be looked at again
  version       int not null default 0,  -- of the line, against lost updates
  primary key (network_id, id),
  unique (network_id, protocol_id, number),
  check ((status = 'BROUILLON') = (published_at is null)),
  check (status = 'BROUILLON' or (reviewed_by is not null and review_on is not null)),
  foreign key (network_id, protocol_id) references protocol.protocol
);
create unique index one_draft on protocol.version (network_id, protocol_id) where status = 'BROUILLON';
create unique index one_published on protocol.version (network_id, protocol_id) where status = 'PUBLIE';
select platform.protect('protocol.version');

-- What was published never changes: its state does.
create function protocol.keep_published() returns trigger language plpgsql as $$
begin
  if old.status = 'BROUILLON' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or new.status = 'BROUILLON'
     or to_jsonb(new) - '{status,version}'::text[] is distinct from to_jsonb(old) - '{status,version}'::text[] then
    raise exception 'a published protocol never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on protocol.version for each row execute function protocol.keep_published();

-- The shelf of the installation: what structures chose to share with the others. About care, about nobody.
create table protocol.shelf (
  id         uuid primary key default uuidv7(),
  shared_by  uuid not null default platform.acting() references network.network,
  by_name    text not null,
  number     int not null,               -- of the version, in its structure
  title      text not null,
  nature     text not null,
  theme_code text references network.theme,
  document   jsonb not null,
  shared_at  timestamptz not null
);
alter table protocol.shelf enable row level security;
alter table protocol.shelf force row level security;
create policy read on protocol.shelf for select using (true);
create policy add on protocol.shelf for insert with check (shared_by = platform.acting());
create policy change on protocol.shelf for update using (shared_by = platform.acting()) with check (shared_by = platform.acting());
create policy remove on protocol.shelf for delete using (shared_by = platform.acting());

-- What other modules say of a protocol: what it is called now, its state, its latest published version.
create view protocol.known with (security_invoker = true) as
  select p.network_id, p.id, coalesce(v.title, l.title) as title, coalesce(v.nature, l.nature) as nature,
         coalesce(v.theme_code, l.theme_code) as theme_code, v.id as version_id, v.number as version_number,
         p.withdrawn_at, p.withdrawn_why
    from protocol.protocol p
    left join protocol.version v on v.network_id = p.network_id and v.protocol_id = p.id and v.status = 'PUBLIE'
    left join lateral (select x.title, x.nature, x.theme_code from protocol.version x
                        where x.network_id = p.network_id and x.protocol_id = p.id order by x.number desc limit 1) l on true;
