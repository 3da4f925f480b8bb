-- Theme groups (SROS NPdC, annexe réseaux, §4.2.1 and §4.2.2): networks of one theme agree on one version of the criteria of
-- inclusion, of the rules of exit, of what a complex patient is and of the plan; each adopts it, or says why not on a line;
-- what the group leaves to each stays local. The last group is across themes: its lines are in every other's version.
-- About care, about nobody: read by everybody at work, written by the structure it is of.
create table protocol.theme_group (
  code   text primary key,
  label  text not null,
  themes text[] not null,                   -- national themes; none: across themes
  rank   int not null,
  source text not null
);
insert into protocol.theme_group values
  ('DIABETE_RCV', 'Diabète et risque cardiovasculaire', '{DIABETOLOGIE,CARDIOVASCULAIRE}', 1, 'SROS Nord-Pas-de-Calais, annexe réseaux, §4.2.1'),
  ('GERONTOLOGIE', 'Gérontologie et Alzheimer', '{GERONTOLOGIE}', 2, 'SROS Nord-Pas-de-Calais, annexe réseaux, §4.2.1'),
  ('SOINS_PALLIATIFS', 'Soins palliatifs', '{SOINS_PALLIATIFS}', 3, 'SROS Nord-Pas-de-Calais, annexe réseaux, §4.2.1'),
  ('TRONC', 'Tronc commun à toutes les thématiques', '{}', 4, 'SROS Nord-Pas-de-Calais, annexe réseaux, §4.2.2');

create table protocol.group_member (
  group_code   text not null references protocol.theme_group,
  structure_id uuid not null default platform.acting() references network.network,
  name         text not null,
  joined_at    timestamptz not null,
  left_at      timestamptz,
  primary key (group_code, structure_id)
);
create table protocol.group_meeting (
  id           uuid primary key default uuidv7(),
  group_code   text not null references protocol.theme_group,
  structure_id uuid not null default platform.acting() references network.network, -- who held it
  name         text not null,
  on_date      date not null,
  words        text not null,
  noted_by     text not null
);
create index on protocol.group_meeting (group_code, on_date desc);

create table protocol.common_version (
  id             uuid primary key default uuidv7(),
  group_code     text not null references protocol.theme_group,
  number         int not null check (number > 0),
  document       jsonb not null,
  local_keys     text[] not null default '{}',   -- lines each structure says in its own way
  departures     jsonb not null default '{}',    -- lines of the trunk it does not take, and why
  why            text not null,
  structure_id   uuid not null default platform.acting() references network.network, -- who proposes
  name           text not null,
  proposed_at    timestamptz not null,
  opinions_until date not null,
  status         text not null default 'PROPOSEE' check (status in ('PROPOSEE','ARRETEE','ECARTEE')),
  decided_at     timestamptz,
  decided_by     text,
  unique (group_code, number),
  check ((status = 'PROPOSEE') = (decided_at is null))
);
create unique index one_proposal on protocol.common_version (group_code) where status = 'PROPOSEE';
create function protocol.keep_decided() returns trigger language plpgsql as $$
begin
  if old.status <> 'PROPOSEE'
     or to_jsonb(new) - '{status,decided_at,decided_by}'::text[] is distinct from to_jsonb(old) - '{status,decided_at,decided_by}'::text[] then
    raise exception 'a common version never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_decided before update on protocol.common_version for each row execute function protocol.keep_decided();

create table protocol.common_opinion (
  version_id   uuid not null references protocol.common_version,
  structure_id uuid not null default platform.acting() references network.network,
  name         text not null,
  favourable   boolean not null,
  words        text,
  given_by     text not null,
  given_at     timestamptz not null,
  primary key (version_id, structure_id),
  check (favourable or words is not null)
);
-- A structure is on a version: whole, or without some lines, each with why.
create table protocol.common_adoption (
  version_id   uuid not null references protocol.common_version,
  structure_id uuid not null default platform.acting() references network.network,
  name         text not null,
  derogations  jsonb not null default '[]',     -- [{"key", "title", "kind", "ours", "why"}]
  local_lines  int not null default 0,          -- lines of its model that the common one does not have
  adopted_by   text not null,
  adopted_at   timestamptz not null,
  primary key (version_id, structure_id)
);
do $$
declare t text;
begin
  foreach t in array array['group_member','group_meeting','common_version','common_opinion','common_adoption'] loop
    execute format('alter table protocol.%I enable row level security', t);
    execute format('alter table protocol.%I force row level security', t);
    execute format('create policy everybody_reads on protocol.%I for select using (true)', t);
    execute format('create policy its_own_adds on protocol.%I for insert with check (structure_id = platform.acting())', t);
    if t <> 'common_version' then
      execute format('create policy its_own_changes on protocol.%I for update using (structure_id = platform.acting()) with check (structure_id = platform.acting())', t);
    end if;
  end loop;
end $$;
-- A proposal is of its structure, its conclusion of the group: nobody holds it up. What it says never changes (`keep_decided`).
create policy its_group_concludes on protocol.common_version for update
 using (exists (select 1 from protocol.group_member m where m.group_code = common_version.group_code and m.structure_id = platform.acting() and m.left_at is null));

-- What each group agreed on last.
create view protocol.common_in_force with (security_invoker = true) as
  select distinct on (v.group_code) v.id, v.group_code, g.label as group_label, v.document
    from protocol.common_version v join protocol.theme_group g on g.code = v.group_code
   where v.status = 'ARRETEE'
   order by v.group_code, v.number desc;
