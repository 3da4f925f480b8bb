-- The context of a transaction (see Tenancy), the protection of tenant tables, events and scheduled work.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

-- Structures whose files this transaction may read.
create function platform.networks() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('maillage.networks', true), ''), ',')::uuid[] $$;
-- The one structure this transaction writes to.
create function platform.acting() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('maillage.network', true), '')::uuid $$;
-- Regions whose published figures this transaction may read.
create function platform.agencies() returns text[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('maillage.agencies', true), ''), ',') $$;
-- The account that acts; null for the application itself.
create function platform.account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('maillage.account', true), '')::uuid $$;

-- What people type and what is stored, made comparable: no accent, no case, no punctuation.
create function platform.search_key(words text) returns text language sql immutable strict parallel safe
  as $$ select trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary,
               replace(replace(words, 'œ', 'oe'), 'Œ', 'OE'))), '[^a-z0-9]+', ' ', 'g')) $$;

-- Makes a table a tenant's: its rows are seen and written only under the structure they belong to, by its owner too.
create function platform.protect(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy tenant on %s using (network_id = any (platform.networks()))'
                 || ' with check (network_id = platform.acting())', t);
end $$;

-- Makes a table grow only: neither the pool's role nor the owner changes or removes a line.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'lines of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function platform.append_only(t regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', t);
end $$;

alter default privileges grant select, insert, update, delete on tables to public;
alter default privileges grant usage on sequences to public;

-- One line: what this installation is.
create table platform.installation (
  only_line     boolean primary key default true check (only_line),
  id            uuid not null default uuidv7(),
  demonstration boolean not null,
  seed          bigint,
  created_at    timestamptz not null default now()
);

create table platform.event_publication (
  id                     uuid primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index on platform.event_publication using hash (serialized_event);
create index on platform.event_publication (completion_date);

create table platform.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index on platform.scheduled_tasks (execution_time);
create index on platform.scheduled_tasks (last_heartbeat);
