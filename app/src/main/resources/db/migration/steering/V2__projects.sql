-- Projects: what was planned, what was done, and the gap between the two (guide DGOS 2012, annexe 2 §3.2 : « en mesurant l’écart entre
-- ce qui était prévu et ce qui a été réalisé »). A plan that was adopted never changes: a replanning is the next one, with its reason.
create table steering.project (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  title        text not null,
  purpose      text not null,
  lead         text not null,             -- a function, no name
  document_id  uuid references registry.document,             -- the health project it carries out
  call_id      uuid references registry.call_for_projects,    -- the call for projects it answers
  audience     text not null default 'AGENCE' check (audience in ('TRAVAIL','AGENCE','INTERNE')),
  closed_on    date,
  closed_words text,
  version      int not null default 0,
  check (num_nonnulls(document_id, call_id) <= 1),
  check ((closed_on is null) = (closed_words is null))
);
create index on steering.project (structure_id);

create table steering.plan (
  id         uuid primary key default uuidv7(),
  project_id uuid not null references steering.project,
  number     int not null check (number > 0),
  why        text,                        -- null for the first
  adopted_on date,                        -- null while it is prepared
  unique (project_id, number),
  check (number = 1 or why is not null)
);
create unique index one_prepared on steering.plan (project_id) where adopted_on is null;

-- An action keeps its id from plan to plan.
create table steering.action (
  id         uuid primary key default uuidv7(),
  project_id uuid not null references steering.project
);
create table steering.planned (
  plan_id    uuid not null references steering.plan,
  action_id  uuid not null references steering.action,
  rank       int not null,
  title      text not null,
  owner      text not null,
  starts_on  date not null,
  ends_on    date not null check (ends_on >= starts_on),
  fte        numeric(6,2) not null default 0 check (fte >= 0),
  money      numeric(14,2) not null default 0 check (money >= 0),
  result     text,                        -- expected, in words
  unit       text,                        -- what is measured
  baseline   numeric(14,2),               -- where it starts from
  target     numeric(14,2),
  version    int not null default 0,
  primary key (plan_id, action_id),
  check ((target is null) = (unit is null)),
  check ((target is null) = (baseline is null)),
  check (target <> baseline)
);
create index on steering.planned (action_id);

-- Where an action stood on a day, as it was told: totals since its beginning. Lines are added, never changed.
create table steering.progress (
  id         uuid primary key default uuidv7(),
  action_id  uuid not null references steering.action,
  on_day     date not null,
  started_on date,
  ended_on   date check (ended_on >= started_on),
  fte        numeric(6,2) not null default 0 check (fte >= 0),
  spent      numeric(14,2) not null default 0 check (spent >= 0),
  reached    numeric(14,2),
  dropped    text,                        -- will not be done, and why
  note       text,
  check (started_on <= on_day and ended_on <= on_day),
  check (ended_on is null or started_on is not null),
  check (dropped is null or ended_on is null)
);
create index on steering.progress (action_id, on_day, id);
select platform.append_only('steering.progress');

create function steering.carries(project uuid) returns boolean language sql stable as $$
  select exists (select 1 from steering.project p where p.id = $1 and registry.may_edit(p.structure_id))
$$;
create function steering.keep_adopted() returns trigger language plpgsql as $$
begin
  if exists (select 1 from steering.plan p where p.id = coalesce(old.plan_id, new.plan_id) and p.adopted_on is not null) then
    raise exception 'an adopted plan does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_adopted before insert or update or delete on steering.planned for each row execute function steering.keep_adopted();
create function steering.keep_plan() returns trigger language plpgsql as $$
begin
  if old.adopted_on is not null then
    raise exception 'an adopted plan does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_plan before update or delete on steering.plan for each row execute function steering.keep_plan();

do $$ declare t text; begin
  foreach t in array array['project','plan','action','planned','progress'] loop
    execute format('alter table steering.%I enable row level security', t);
    execute format('alter table steering.%I force row level security', t);
  end loop;
end $$;
create policy audience_reads on steering.project for select using (registry.may_read(structure_id, audience));
create policy leader_adds on steering.project for insert with check (registry.may_edit(structure_id));
create policy leader_changes on steering.project for update using (registry.may_edit(structure_id)) with check (registry.may_edit(structure_id));
create policy project_reads on steering.plan for select using (exists (select 1 from steering.project p where p.id = project_id) and (adopted_on is not null or steering.carries(project_id)));
create policy leader_adds on steering.plan for insert with check (steering.carries(project_id));
create policy leader_changes on steering.plan for update using (steering.carries(project_id)) with check (steering.carries(project_id));
create policy leader_removes on steering.plan for delete using (steering.carries(project_id));
create policy project_reads on steering.action for select using (exists (select 1 from steering.project p where p.id = project_id));
create policy leader_adds on steering.action for insert with check (steering.carries(project_id));
create policy plan_reads on steering.planned for select using (exists (select 1 from steering.plan p where p.id = plan_id));
create policy leader_adds on steering.planned for insert with check (exists (select 1 from steering.plan p where p.id = plan_id and steering.carries(p.project_id)));
create policy leader_changes on steering.planned for update using (exists (select 1 from steering.plan p where p.id = plan_id and steering.carries(p.project_id)));
create policy leader_removes on steering.planned for delete using (exists (select 1 from steering.plan p where p.id = plan_id and steering.carries(p.project_id)));
create policy action_reads on steering.progress for select using (exists (select 1 from steering.action a where a.id = action_id));
create policy leader_adds on steering.progress for insert with check (exists (select 1 from steering.action a where a.id = action_id and steering.carries(a.project_id)));
