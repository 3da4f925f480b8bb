-- Who is writing in a draft now, and where: told by the page while somebody is at it, forgotten within minutes.
create table careplan.presence (
  network_id uuid not null default platform.acting(),
  pps_id     uuid not null,
  account_id uuid not null,
  name       text not null,
  place      text,                        -- the form they are in; null while they only read
  seen_at    timestamptz not null,
  primary key (network_id, pps_id, account_id),
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
select platform.protect('careplan.presence');

-- What those around a person say of a line of the plan. A line is named as in the forms (« objectifs-… »,
-- « interventions-… », « aides-… », « textes-… »), the same in every version; who reads the line reads it.
create table careplan.remark (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  line        text not null,
  words       text not null,
  author_id   uuid not null,              -- access.account
  author_name text not null,
  quality     text not null,              -- what the author is to the person, as it was
  at          timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient,
  check ((resolved_at is null) = (resolved_by is null))
);
create index on careplan.remark (network_id, patient_id, line);
select platform.protect('careplan.remark');

-- A change of a line, a new line or the end of one, proposed by somebody who does not write the plan; what was decided of it.
create table careplan.suggestion (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  patient_id   uuid not null,
  deed         text not null check (deed in ('CHANGER','AJOUTER','RETIRER')),
  kind         text not null check (kind in ('OBJECTIF','INTERVENTION','AIDE','TEXTE')),
  line         text,                      -- as for a remark; null for a new line nobody accepted yet
  part         text not null,             -- whose it is to read, as the parts of a plan
  title        text not null,             -- what the line was called
  was          jsonb not null,            -- the fields it concerns, as they stood
  wanted       jsonb not null,            -- the same, as proposed
  why          text not null,
  author_id    uuid not null,
  author_name  text not null,
  quality      text not null,
  at           timestamptz not null,
  state        text not null default 'ATTEND' check (state in ('ATTEND','ACCEPTEE','AMENDEE','REFUSEE','RETIREE')),
  decided_at   timestamptz,
  decided_by   text,
  answer       text,                      -- the reason of a refusal
  pps_id       uuid,                      -- the version that took it
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, pps_id) references careplan.pps,
  check (deed = 'AJOUTER' or line is not null),
  check ((state = 'ATTEND') = (decided_at is null)),
  check (state <> 'REFUSEE' or answer is not null),
  check ((state in ('ACCEPTEE','AMENDEE')) = (pps_id is not null))
);
create index on careplan.suggestion (network_id, patient_id, state);
create index on careplan.suggestion (network_id, pps_id);
select platform.protect('careplan.suggestion');

-- How much waits to be read or decided, for whoever follows the person.
create view careplan.discussed with (security_invoker = true) as
  select network_id, patient_id, cast(sum(remarks) as int) as remarks, cast(sum(suggestions) as int) as suggestions
    from (select network_id, patient_id, 1 as remarks, 0 as suggestions from careplan.remark where resolved_at is null
          union all
          select network_id, patient_id, 0, 1 from careplan.suggestion where state = 'ATTEND') waiting
   group by network_id, patient_id;
