-- Spaces of groups of actors (guide DGOS 2012, annexe 2 §2.2 and §3.2, fiche O1 §3 III-A), and the common space of the regional
-- and territorial networks (fiche D4 §4-2). A space is read by the people of several structures: its audience is a list of
-- keys (space.place), one an account its own structure chose, or one an agency; no table of it is read without one.
create table space.space (
  id           uuid primary key default uuidv7(),
  kind         text not null check (kind in ('GROUPE','THEME','TERRITOIRE','REGIONAL')),
  title        text not null,
  purpose      text not null,
  region_code  text not null references territory.zone,
  theme_code   text references network.theme,
  zone_code    text references territory.zone,
  body_id      uuid references registry.body on delete set null,   -- whose meetings are its agenda
  host_network uuid references network.network,                    -- who opened it: a structure, or an agency
  host_region  text references territory.zone,
  host_name    text not null,
  opened_on    date not null,
  opened_by    text not null,
  closed_on    date check (closed_on >= opened_on),
  closed_why   text,
  version      int not null default 0,
  check (num_nonnulls(host_network, host_region) = 1),
  check ((kind = 'THEME') = (theme_code is not null)),
  check ((kind = 'TERRITOIRE') = (zone_code is not null)),
  check ((closed_on is null) = (closed_why is null))
);

-- Structures and agencies: invited, joined, over (left, declined, taken out). The host is one, joined from the first day.
create table space.party (
  id           uuid primary key default uuidv7(),
  space_id     uuid not null references space.space,
  network_id   uuid references network.network,
  region_code  text references territory.zone,
  host_network uuid,                       -- of the space, so that a policy asks nothing of another table
  host_region  text,
  name         text not null,
  regional     boolean not null default false,
  moderates    boolean not null default false,
  invited_at   timestamptz not null,
  invited_by   text not null,
  joined_at    timestamptz,
  joined_by    text,
  ended_at     timestamptz,
  ended_by     text,
  ended_why    text,
  check (num_nonnulls(network_id, region_code) = 1),
  check ((joined_at is null) = (joined_by is null)),
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_standing_party on space.party (space_id, network_id, region_code) nulls not distinct where ended_at is null;
create index on space.party (network_id);
create index on space.party (region_code);

-- The accounts a structure chose among its own team.
create table space.person (
  id         uuid primary key default uuidv7(),
  network_id uuid not null references network.network,
  space_id   uuid not null references space.space,
  account_id uuid not null,
  name       text not null,
  function   text not null,
  since      timestamptz not null,
  chosen_by  text not null,
  until      timestamptz
);
create index on space.person (account_id);
create unique index one_place_by_account on space.person (space_id, account_id, network_id) where until is null;

-- The keys in force, kept by the triggers below and by nothing else. Its policy reads its own columns alone, so that the
-- policies of all the other tables may ask it.
create table space.place (
  id           uuid primary key default uuidv7(),
  space_id     uuid not null references space.space,
  network_id   uuid,
  account_id   uuid,
  region_code  text,
  host_network uuid,
  host_region  text,
  moderates    boolean not null,
  since        timestamptz not null,
  check (num_nonnulls(account_id, region_code) = 1 and (network_id is null) = (account_id is null)),
  unique nulls not distinct (space_id, account_id, network_id, region_code)
);
create index on space.place (account_id);
create index on space.place (region_code);

create table space.discussion (
  id         uuid primary key default uuidv7(),
  space_id   uuid not null references space.space,
  subject    text not null,
  account_id uuid not null,
  author     text not null,
  author_of  text not null,
  opened_at  timestamptz not null,
  last_at    timestamptz not null,
  last_by    uuid not null,
  closed_at  timestamptz,
  closed_by  text,
  check ((closed_at is null) = (closed_by is null))
);
create index on space.discussion (space_id, last_at desc);

create table space.message (
  id             uuid primary key default uuidv7(),
  space_id       uuid not null references space.space,
  discussion_id  uuid not null references space.discussion,
  reply_to       uuid references space.message,
  account_id     uuid not null,
  author         text not null,
  author_of      text not null,
  at             timestamptz not null,
  words          text not null,
  edited_at      timestamptz,
  withdrawn_at   timestamptz,
  withdrawn_by   text,
  withdrawn_why  text,
  names_somebody boolean not null default false,   -- withdrawn for that: nothing of it stays
  version        int not null default 0,
  key            text not null generated always as (platform.search_key(words)) stored,
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3)),
  check (not names_somebody or withdrawn_at is not null and words = '')
);
create index on space.message (discussion_id, at);
create index on space.message (space_id);
-- What a message said before it was edited.
create table space.message_past (
  id          uuid primary key default uuidv7(),
  space_id    uuid not null references space.space,
  message_id  uuid not null references space.message,
  account_id  uuid not null,
  replaced_at timestamptz not null,
  words       text not null
);
create index on space.message_past (message_id);

-- How far each account read; its own.
create table space.reading (
  account_id    uuid not null,
  discussion_id uuid not null references space.discussion,
  at            timestamptz not null,
  primary key (account_id, discussion_id)
);

-- Regional information: published to every member, until a day.
create table space.announcement (
  id            uuid primary key default uuidv7(),
  space_id      uuid not null references space.space,
  title         text not null,
  words         text not null,
  link          text,
  account_id    uuid not null,
  author        text not null,
  author_of     text not null,
  published_at  timestamptz not null,
  ends_on       date not null,
  withdrawn_at  timestamptz,
  withdrawn_by  text,
  withdrawn_why text,
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3))
);
create index on space.announcement (space_id, published_at desc);
create table space.announcement_read (
  announcement_id uuid not null references space.announcement,
  account_id      uuid not null,
  space_id        uuid not null references space.space,
  reader_of       text not null,
  at              timestamptz not null,
  primary key (announcement_id, account_id)
);

-- What a discussion left to do: somebody of the space, or a structure or agency of it, and a day, until done.
create table space.decision (
  id            uuid primary key default uuidv7(),
  space_id      uuid not null references space.space,
  discussion_id uuid not null references space.discussion,
  words         text not null,
  party_id      uuid not null references space.party,
  person_id     uuid references space.person,
  owner         text not null,
  due_on        date not null,
  account_id    uuid not null,
  author        text not null,
  taken_at      timestamptz not null,
  done_on       date,
  done_by       text,
  done_words    text,
  version       int not null default 0,
  check ((done_on is null) = (done_by is null))
);
create index on space.decision (space_id);
create index on space.decision (discussion_id);
-- what somebody is to do is counted on every page of a team
create index on space.decision (person_id) where done_on is null;

-- Texts of the register put before the group: no second store of files. One that leaves the register leaves the space.
create table space.text (
  id          uuid primary key default uuidv7(),
  space_id    uuid not null references space.space,
  document_id uuid not null references registry.document on delete cascade,
  why         text,
  account_id  uuid not null,
  author      text not null,
  added_at    timestamptz not null,
  unique (space_id, document_id)
);

-- The spaces of who acts: those they hold a key of.
create function space.mine() returns setof uuid language sql stable as $$
  select p.space_id from space.place p
   where p.account_id = platform.account() and p.network_id = any (platform.networks()) or p.region_code = any (platform.agencies())
$$;
create function space.moderates(space uuid) returns boolean language sql stable as $$
  select exists (select 1 from space.place p where p.space_id = $1 and p.moderates
    and (p.account_id = platform.account() and p.network_id = any (platform.networks()) or p.region_code = any (platform.agencies())))
$$;
create function space.hosts(space uuid) returns boolean language sql stable as $$
  select exists (select 1 from space.space s where s.id = $1 and (s.host_network = platform.acting() or s.host_region = any (platform.agencies())))
$$;
create function space.goes_on(space uuid) returns boolean language sql stable as $$
  select exists (select 1 from space.space s where s.id = $1 and s.closed_on is null)
$$;
-- Whether a party is whoever acts.
create function space.own(network uuid, region text) returns boolean language sql stable as $$
  select coalesce(network = platform.acting(), false) or coalesce(region = any (platform.agencies()), false)
$$;

do $$ declare t text; begin
  foreach t in array array['space','party','person','place','discussion','message','message_past','reading','announcement','announcement_read','decision','text'] loop
    execute format('alter table space.%I enable row level security', t);
    execute format('alter table space.%I force row level security', t);
  end loop;
  foreach t in array array['discussion','message','message_past','announcement','decision','text'] loop
    execute format('create policy members_read on space.%I for select using (space_id in (select space.mine()))', t);
    execute format('create policy members_write on space.%I for insert with check (space_id in (select space.mine()) and space.goes_on(space_id) and account_id = platform.account())', t);
  end loop;
end $$;

create policy own_keys on space.place for select using (account_id = platform.account() or network_id = any (platform.networks()) or region_code = any (platform.agencies())
  or host_network = any (platform.networks()) or host_region = any (platform.agencies()));
create policy own_adds on space.place for insert with check (space.own(network_id, region_code));
create policy own_or_host_changes on space.place for update using (space.own(network_id, region_code) or space.own(host_network, host_region));
create policy own_or_host_removes on space.place for delete using (space.own(network_id, region_code) or space.own(host_network, host_region));

create policy parties_read on space.party for select using (network_id = any (platform.networks()) or region_code = any (platform.agencies())
  or host_network = any (platform.networks()) or host_region = any (platform.agencies()) or space_id in (select space.mine()));
-- The host invites; nobody but the invited joins.
create policy host_invites on space.party for insert with check (space.own(host_network, host_region) and space.hosts(space_id) and (joined_at is null or space.own(network_id, region_code)));
create policy own_or_host_changes on space.party for update using (space.own(network_id, region_code) or space.own(host_network, host_region));

create policy parties_read on space.space for select using (host_network = any (platform.networks()) or host_region = any (platform.agencies())
  or id in (select p.space_id from space.party p where p.ended_at is null and (p.network_id = any (platform.networks()) or p.region_code = any (platform.agencies()))));
create policy own_opens on space.space for insert with check (space.own(host_network, host_region));
create policy host_changes on space.space for update using (space.own(host_network, host_region)) with check (space.own(host_network, host_region));

create policy members_read on space.person for select using (network_id = any (platform.networks()) or space_id in (select space.mine()));
-- A structure chooses among its own, once it joined.
create policy own_chooses on space.person for insert with check (network_id = platform.acting() and exists (
  select 1 from space.party p where p.space_id = person.space_id and p.network_id = person.network_id and p.joined_at is not null and p.ended_at is null));
create policy own_or_host_ends on space.person for update using (network_id = platform.acting() or space.hosts(space_id));

create policy members_change on space.discussion for update using (space_id in (select space.mine()));
create policy author_or_moderator_changes on space.message for update using (space_id in (select space.mine()) and (account_id = platform.account() or space.moderates(space_id)));
create policy erased on space.message_past for delete using (space_id in (select space.mine()) and (account_id = platform.account() or space.moderates(space_id)));
create policy own on space.reading using (account_id = platform.account()) with check (account_id = platform.account()
  and exists (select 1 from space.discussion d where d.id = discussion_id));
create policy moderators_publish on space.announcement as restrictive for insert with check (space.moderates(space_id));
create policy author_or_moderator_changes on space.announcement for update using (space_id in (select space.mine()) and (account_id = platform.account() or space.moderates(space_id)));
create policy own_or_moderator_reads on space.announcement_read for select using (account_id = platform.account() or space.moderates(space_id));
create policy own_reads on space.announcement_read for insert with check (account_id = platform.account() and space_id in (select space.mine()));
create policy members_change on space.decision for update using (space_id in (select space.mine()));
create policy adder_or_moderator_removes on space.text for delete using (space_id in (select space.mine()) and (account_id = platform.account() or space.moderates(space_id)));

-- Keys follow parties and persons.
create function space.key_of_party() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.joined_at is distinct from old.joined_at and platform.account() is not null and not space.own(new.network_id, new.region_code) then
      raise exception 'nobody joins for another' using errcode = 'insufficient_privilege';
    end if;
    if new.moderates is distinct from old.moderates and platform.account() is not null and not space.own(new.host_network, new.host_region) then
      raise exception 'the host says who moderates' using errcode = 'insufficient_privilege';
    end if;
    if new.ended_at is not null and old.ended_at is null then
      delete from space.place where space_id = new.space_id and (network_id = new.network_id or region_code = new.region_code);
      update space.person set until = new.ended_at where space_id = new.space_id and network_id = new.network_id and until is null;
      return null;
    end if;
    if new.moderates is distinct from old.moderates then
      update space.place set moderates = new.moderates where space_id = new.space_id and (network_id = new.network_id or region_code = new.region_code);
    end if;
  end if;
  if new.region_code is not null and new.joined_at is not null and new.ended_at is null and (tg_op = 'INSERT' or old.joined_at is null) then
    insert into space.place (space_id, region_code, host_network, host_region, moderates, since)
    values (new.space_id, new.region_code, new.host_network, new.host_region, new.moderates, new.joined_at);
  end if;
  return null;
end $$;
create trigger keys after insert or update on space.party for each row execute function space.key_of_party();

create function space.key_of_person() returns trigger language plpgsql as $$
begin
  if new.until is not null then
    delete from space.place where space_id = new.space_id and account_id = new.account_id and network_id = new.network_id;
  elsif tg_op = 'INSERT' then
    insert into space.place (space_id, network_id, account_id, host_network, host_region, moderates, since)
    select new.space_id, new.network_id, new.account_id, p.host_network, p.host_region, p.moderates, new.since
    from space.party p where p.space_id = new.space_id and p.network_id = new.network_id and p.ended_at is null;
  end if;
  return null;
end $$;
create trigger keys after insert or update on space.person for each row execute function space.key_of_person();

-- A discussion knows who spoke last; its subject and its end are its author's, or a moderator's.
create function space.spoken() returns trigger language plpgsql as $$
begin
  update space.discussion set last_at = new.at, last_by = new.account_id where id = new.discussion_id;
  return null;
end $$;
create trigger spoken after insert on space.message for each row execute function space.spoken();
create function space.keep_discussion() returns trigger language plpgsql as $$
begin
  if (new.subject, new.closed_at) is distinct from (old.subject, old.closed_at) and old.account_id <> platform.account() and not space.moderates(old.space_id) then
    raise exception 'not theirs' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep before update on space.discussion for each row execute function space.keep_discussion();

-- Nobody rewrites another's words; what was written before stays readable; what named somebody goes altogether.
create function space.keep_message() returns trigger language plpgsql as $$
begin
  if (new.account_id, new.at, new.discussion_id, new.author) is distinct from (old.account_id, old.at, old.discussion_id, old.author) then
    raise exception 'who wrote when does not change' using errcode = 'insufficient_privilege';
  end if;
  if new.names_somebody then
    new.words := '';
    delete from space.message_past where message_id = new.id;
  elsif new.words <> old.words then
    if old.account_id <> platform.account() then
      raise exception 'nobody rewrites the words of another' using errcode = 'insufficient_privilege';
    end if;
    insert into space.message_past (space_id, message_id, account_id, replaced_at, words) values (old.space_id, old.id, old.account_id, new.edited_at, old.words);
  end if;
  return new;
end $$;
create trigger keep before update on space.message for each row execute function space.keep_message();

-- What is new for who acts, in their spaces: discussions in which somebody else spoke last since they read, information unread.
-- `ends_on`: last day of an information, null for a discussion.
create view space.news with (security_invoker = true) as
select d.space_id, d.id, cast(null as date) as ends_on
  from space.place p join space.discussion d on d.space_id = p.space_id
  left join space.reading r on r.discussion_id = d.id and r.account_id = platform.account()
 where (p.account_id = platform.account() and p.network_id = any (platform.networks()) or p.region_code = any (platform.agencies()))
   and d.last_by <> platform.account() and d.last_at > coalesce(r.at, p.since)
union all
select a.space_id, a.id, a.ends_on
  from space.place p join space.announcement a on a.space_id = p.space_id
 where (p.account_id = platform.account() and p.network_id = any (platform.networks()) or p.region_code = any (platform.agencies()))
   and a.withdrawn_at is null and a.account_id <> platform.account()
   and not exists (select 1 from space.announcement_read r where r.announcement_id = a.id and r.account_id = platform.account());
