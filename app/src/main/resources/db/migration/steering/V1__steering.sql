-- Surveys, qualitative and quantitative, of structures, partners and professionals (guide DGOS 2012, annexe 2 §3.2). They are led by
-- a structure of the register: who may write its sheet leads, its agency for its own sheet. About work done together, never about a
-- person who is followed.

-- The link of somebody without an account: told to the transaction that follows it, and to nothing else.
create function steering.link() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('maillage.survey_link', true), ''), 'hex') $$;

create table steering.survey (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,    -- who leads it
  series_id    uuid not null,                                  -- its first wave
  wave         int not null default 1 check (wave > 0),
  title        text not null,
  purpose      text not null,
  of_service   boolean not null default false,                 -- evaluates the service that networks render
  anonymous    boolean not null,
  status       text not null default 'PREPARATION' check (status in ('PREPARATION','OUVERTE','CLOSE')),
  opens_on     date not null,
  closes_on    date not null check (closes_on >= opens_on),
  closed_on    date,
  version      int not null default 0,
  unique (series_id, wave),
  unique (id, anonymous),
  check ((status = 'CLOSE') = (closed_on is not null))
);
create index on steering.survey (structure_id);

create table steering.question (
  id          uuid primary key default uuidv7(),
  survey_id   uuid not null references steering.survey on delete cascade,
  origin_id   uuid not null,                  -- the same question in every wave
  rank        int not null,
  section     text,
  words       text not null,
  help        text,
  kind        text not null check (kind in ('CHOIX','PLUSIEURS','ECHELLE','NOMBRE','DATE','TEXTE')),
  required    boolean not null default false,
  choices     text[] not null default '{}',
  low         int,
  high        int,
  low_words   text,
  high_words  text,
  unit        text,
  if_question uuid references steering.question,
  if_choice   int,                            -- rank of the choice of it, from 1
  version     int not null default 0,
  unique (survey_id, origin_id),
  check ((kind in ('CHOIX','PLUSIEURS')) = (cardinality(choices) > 0)),
  check (kind <> 'ECHELLE' or high > low),
  check ((if_question is null) = (if_choice is null))
);
create index on steering.question (survey_id, rank);

-- Who is asked: a structure of the register, somebody of the leader's own team, or a partner by name. One that was answered stays so.
create table steering.addressee (
  id           uuid primary key default uuidv7(),
  survey_id    uuid not null,
  anonymous    boolean not null,
  structure_id uuid references registry.structure,
  account_id   uuid,
  name         text not null,
  email        text,
  link         bytea unique check (octet_length(link) = 32),   -- digest
  asked_on     date,
  reminded_on  date,
  reminders    int not null default 0,
  answered     boolean not null default false,
  answered_on  date,
  foreign key (survey_id, anonymous) references steering.survey (id, anonymous) on delete cascade on update cascade,
  check (structure_id is null or account_id is null),
  check (answered_on is null or answered),
  check (not anonymous or answered_on is null)                 -- the day would lead to the answer
);
create unique index on steering.addressee (survey_id, structure_id) where structure_id is not null;
create unique index on steering.addressee (survey_id, account_id) where account_id is not null;
create index on steering.addressee (structure_id);
create index on steering.addressee (account_id);

-- What is not sent yet: read by who writes it, not by who leads. Taken away when the answer is sent.
create table steering.unsent (
  addressee_id uuid primary key references steering.addressee on delete cascade,
  given        jsonb not null,
  kept_on      date not null
);
-- An answer: by question, what was chosen or written. One of an anonymous survey names nobody and no day; its id tells no time.
create table steering.answer (
  id           uuid primary key default gen_random_uuid(),
  survey_id    uuid not null,
  anonymous    boolean not null,
  addressee_id uuid unique references steering.addressee,
  given        jsonb not null,
  given_on     date,
  foreign key (survey_id, anonymous) references steering.survey (id, anonymous),
  check (anonymous = (addressee_id is null)),
  check (anonymous = (given_on is null))
);
create index on steering.answer (survey_id);

-- Free texts are read by somebody, who marks what each speaks of.
create table steering.code (
  id          uuid primary key default uuidv7(),
  survey_id   uuid not null references steering.survey,
  question_id uuid not null references steering.question,
  label       text not null,
  unique (question_id, label)
);
create table steering.coding (
  answer_id   uuid not null references steering.answer on delete cascade,
  code_id     uuid not null references steering.code on delete cascade,
  primary key (answer_id, code_id)
);
create index on steering.coding (code_id);

create function steering.leads(survey uuid) returns boolean language sql stable as $$
  select exists (select 1 from steering.survey s where s.id = $1 and registry.may_edit(s.structure_id))
$$;
create function steering.is_asked(structure uuid, account uuid, link bytea) returns boolean language sql stable as $$
  select coalesce(registry.works_in(structure), false) or coalesce(account = platform.account(), false) or coalesce(link = steering.link(), false)
$$;

do $$ declare t text; begin
  foreach t in array array['survey','question','addressee','unsent','answer','code','coding'] loop
    execute format('alter table steering.%I enable row level security', t);
    execute format('alter table steering.%I force row level security', t);
  end loop;
end $$;
create policy asked_reads on steering.survey for select using (status <> 'PREPARATION' or registry.may_edit(structure_id));
create policy leader_adds on steering.survey for insert with check (registry.may_edit(structure_id));
create policy leader_changes on steering.survey for update using (registry.may_edit(structure_id)) with check (registry.may_edit(structure_id));
create policy leader_removes on steering.survey for delete using (registry.may_edit(structure_id) and status = 'PREPARATION');
create policy survey_reads on steering.question for select using (exists (select 1 from steering.survey s where s.id = survey_id));
create policy leader_adds on steering.question for insert with check (steering.leads(survey_id));
create policy leader_changes on steering.question for update using (steering.leads(survey_id)) with check (steering.leads(survey_id));
create policy leader_removes on steering.question for delete using (steering.leads(survey_id));
create policy leader_or_asked_reads on steering.addressee for select using (steering.leads(survey_id) or steering.is_asked(structure_id, account_id, link));
create policy leader_adds on steering.addressee for insert with check (steering.leads(survey_id));
create policy leader_or_asked_changes on steering.addressee for update
  using (steering.leads(survey_id) or steering.is_asked(structure_id, account_id, link))
  with check (steering.leads(survey_id) or steering.is_asked(structure_id, account_id, link));
create policy leader_removes on steering.addressee for delete using (steering.leads(survey_id) and not answered);
create policy asked on steering.unsent
  using (exists (select 1 from steering.addressee a where a.id = addressee_id and steering.is_asked(a.structure_id, a.account_id, a.link)))
  with check (exists (select 1 from steering.addressee a where a.id = addressee_id and steering.is_asked(a.structure_id, a.account_id, a.link)));
-- Answers without a name are read once nobody answers any more; the others as they come, and by who gave them.
create policy leader_reads on steering.answer for select using (steering.leads(survey_id)
  and (not anonymous or exists (select 1 from steering.survey s where s.id = survey_id and s.status = 'CLOSE'))
  or exists (select 1 from steering.addressee a where a.id = addressee_id and steering.is_asked(a.structure_id, a.account_id, a.link)));
create policy asked_answers on steering.answer for insert with check (exists (select 1 from steering.survey s where s.id = survey_id and s.status = 'OUVERTE')
  and exists (select 1 from steering.addressee a where a.survey_id = answer.survey_id and a.answered and steering.is_asked(a.structure_id, a.account_id, a.link)
                 and (addressee_id is null or addressee_id = a.id)));
-- At the end anonymous answers are written anew, in an order of chance: see Surveys.close.
create policy leader_shuffles on steering.answer for insert with check (anonymous and steering.leads(survey_id)
  and exists (select 1 from steering.survey s where s.id = survey_id and s.status = 'CLOSE'));
create policy leader_takes_out on steering.answer for delete using (anonymous and steering.leads(survey_id)
  and exists (select 1 from steering.survey s where s.id = survey_id and s.status = 'CLOSE'));
create policy leader on steering.code using (steering.leads(survey_id)) with check (steering.leads(survey_id));
create policy leader on steering.coding using (exists (select 1 from steering.code c where c.id = code_id)) with check (exists (select 1 from steering.code c where c.id = code_id));

-- A survey that was opened keeps its questions, its announcement and its leader.
create function steering.keep_opened() returns trigger language plpgsql as $$
begin
  if exists (select 1 from steering.survey s where s.id = coalesce(old.survey_id, new.survey_id) and s.status <> 'PREPARATION') then
    raise exception 'the questions of an opened survey do not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_opened before insert or update or delete on steering.question for each row execute function steering.keep_opened();
create function steering.keep_survey() returns trigger language plpgsql as $$
begin
  if old.status <> 'PREPARATION' and (new.anonymous, new.title, new.purpose, new.structure_id, new.opens_on) is distinct from (old.anonymous, old.title, old.purpose, old.structure_id, old.opens_on)
     or old.status = 'CLOSE' and new.status <> 'CLOSE' or old.status = 'OUVERTE' and new.status = 'PREPARATION' then
    raise exception 'an opened survey does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_survey before update on steering.survey for each row execute function steering.keep_survey();
create function steering.keep_answered() returns trigger language plpgsql as $$
begin
  if old.answered and not new.answered then
    raise exception 'who answered has answered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_answered before update on steering.addressee for each row execute function steering.keep_answered();
create trigger kept before update on steering.answer for each row execute function platform.refuse_change();

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

-- What a region publishes for the national project team that follows the guide and its evaluations (guide DGOS 2012, partie 1 §3):
-- counts of a day, signed by its agency, never changed. No structure, no person. A figure nobody gave has no value.
create table steering.regional_state (
  id          uuid primary key default uuidv7(),
  region_code text not null references territory.zone,
  as_of       date not null,
  signed_at   timestamptz not null,
  words       text,                    -- what the agency adds
  unique (region_code, as_of)
);
create table steering.regional_figure (
  state_id uuid not null references steering.regional_state,
  code     text not null,
  value    numeric(14,2),              -- null: not given
  of_total numeric(14,2),              -- of how many
  primary key (state_id, code)
);
select platform.append_only('steering.regional_state');
select platform.append_only('steering.regional_figure');
alter table steering.regional_state enable row level security;
alter table steering.regional_state force row level security;
alter table steering.regional_figure enable row level security;
alter table steering.regional_figure force row level security;
create policy region_reads on steering.regional_state for select using (region_code = any (platform.agencies()) or '*' = any (platform.agencies()));
create policy agency_signs on steering.regional_state for insert with check (region_code = any (platform.agencies()));
create policy state_reads on steering.regional_figure for select using (exists (select 1 from steering.regional_state s where s.id = state_id));
create policy agency_signs on steering.regional_figure for insert with check (exists (select 1 from steering.regional_state s where s.id = state_id and s.region_code = any (platform.agencies())));
