-- Accounts belong to people, not to a structure: a GP of two structures has one. Rights are memberships.
create table access.account (
  id               uuid primary key default uuidv7(),
  login            text not null,
  password_hash    text not null,
  display_name     text not null,
  rpps             text,
  demonstration    boolean not null default false,
  demonstration_note text,
  disabled_at      timestamptz,
  last_sign_in_at  timestamptz,
  created_at       timestamptz not null default now()
);
create unique index on access.account (lower(login));

create table access.membership (
  id          uuid primary key default uuidv7(),
  account_id  uuid not null references access.account,
  role        text not null check (role in ('SECRETARY','COORDINATOR','DOCTOR','HEAD','PROFESSIONAL','PATIENT','AGENCY','NATIONAL','ADMIN')),
  network_id  uuid,
  region_code text,
  patient_id  uuid,          -- the person whose plan a patient or carer reads
  member_id   uuid,          -- line of network.team_member, for the team
  since       date not null,
  until       date,
  check (until is null or until >= since),
  check ((role = 'AGENCY') = (region_code is not null)),
  check (role in ('AGENCY','NATIONAL') or network_id is not null),
  check (role <> 'PATIENT' or patient_id is not null)
);
create index on access.membership (account_id);

-- The trail: who opened, listed, wrote what. It only grows; `block` is the one thing ever filled in afterwards, by seal().
create table access.trail (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  at         timestamptz not null,
  account_id uuid,
  actor      text not null,            -- name and role at the time, as the person will read them
  action     text not null check (action in ('READ','LIST','CREATE','UPDATE','PRINT','EXPORT','SIGN','SEARCH')),
  what       text not null,            -- part of the file: SYNTHESE, PPS, EVALUATION…
  patient_id uuid,
  patients   uuid[],                   -- a list is one line with its ids
  object_id  uuid,
  hidden     boolean not null default false, -- kept from the person's own reading (concern of abuse)
  block      bigint,
  primary key (network_id, id)
);
create index on access.trail (network_id, patient_id, at desc);
create index on access.trail using gin (patients) where patients is not null;
create index trail_unsealed on access.trail (network_id) where block is null;
select platform.protect('access.trail');
-- An access is recorded under the structure read, also when nothing may be written there.
drop policy tenant on access.trail;
create policy tenant on access.trail using (network_id = any (platform.networks())) with check (network_id = any (platform.networks()));

create table access.trail_block (
  network_id uuid not null default platform.acting(),
  block      bigint not null,
  sealed_at  timestamptz not null,
  lines      int not null check (lines > 0),
  hash       bytea not null,
  primary key (network_id, block)
);
select platform.protect('access.trail_block');
select platform.append_only('access.trail_block');

create function access.trail_line(t access.trail) returns bytea language sql immutable parallel safe as $$
  select convert_to(concat_ws('|', t.id, extract(epoch from t.at), t.account_id, t.actor, t.action, t.what,
                              t.patient_id, t.patients, t.object_id, t.hidden), 'UTF8') $$;

create function access.only_seal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.block is not null or new.block is null
     or access.trail_line(old) is distinct from access.trail_line(new) or old.network_id <> new.network_id then
    raise exception 'lines of the trail are never changed or removed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger append_only before update or delete on access.trail for each row execute function access.only_seal();

-- Seals what the acting structure has written so far: one block whose hash covers its lines, in the order of their ids,
-- and the block before. Readers never wait: only a second sealer of the same structure does. Returns the number of lines.
create function access.seal(at timestamptz) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare previous access.trail_block; n int; h bytea; next bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('trail:' || platform.acting()::text, 0));
  select * into previous from access.trail_block where network_id = platform.acting() order by block desc limit 1;
  next := coalesce(previous.block, 0) + 1;
  update access.trail set block = next where network_id = platform.acting() and block is null;
  get diagnostics n = row_count;
  if n = 0 then return 0; end if;
  select sha256(coalesce(previous.hash, ''::bytea) || string_agg(sha256(access.trail_line(t)), ''::bytea order by t.id))
    into h from access.trail t where t.network_id = platform.acting() and t.block = next;
  insert into access.trail_block (network_id, block, sealed_at, lines, hash) values (platform.acting(), next, at, n, h);
  return n;
end $$;

-- Blocks of the acting structure whose lines no longer give their hash, or whose number of lines changed; none when the
-- trail is intact. A missing block breaks the chain of the next.
create function access.broken_blocks() returns setof bigint language sql stable as $$
  with sealed as (
    select b.block, b.hash, b.lines, lag(b.hash) over (order by b.block) as before,
           b.block - coalesce(lag(b.block) over (order by b.block), 0) as step
      from access.trail_block b where b.network_id = platform.acting()
  ), again as (
    select t.block, count(*) as lines, string_agg(sha256(access.trail_line(t)), ''::bytea order by t.id) as content
      from access.trail t where t.network_id = platform.acting() and t.block is not null group by t.block
  )
  select coalesce(s.block, a.block) from sealed s full join again a on a.block = s.block
   where s.block is null or a.block is null or s.lines <> a.lines or s.step <> 1
      or s.hash <> sha256(coalesce(s.before, ''::bytea) || a.content)
   order by 1 $$;

-- Refused accesses, outside any structure: who tried what kind of address. Never a name.
create table access.refusal (
  id         uuid primary key default uuidv7(),
  at         timestamptz not null,
  account_id uuid,
  role       text,
  what       text not null,
  object_id  uuid
);
select platform.append_only('access.refusal');

-- Failed sign-ins, for throttling; keyed by a digest, so that a mistyped password never lands here as a login.
create table access.sign_in_failure (
  key      bytea not null,
  at       timestamptz not null
);
create index on access.sign_in_failure (key, at);

do $$ begin
  -- The pool's role appends to the trail and nothing else; sealing goes through seal().
  execute 'revoke update, delete on access.trail, access.trail_block, access.refusal from public';
  execute 'revoke insert on access.trail_block from public';
end $$;
