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
