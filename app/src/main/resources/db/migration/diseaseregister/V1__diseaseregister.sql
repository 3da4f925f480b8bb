-- Registers of a disease (registres de pathologie), kept by very specialised regional networks (SROS NPdC, annexe réseaux,
-- §2.7: nephrology, cystic fibrosis). Everything is the structure's: nothing nominative leaves it.
create table diseaseregister.register (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  title       text not null,
  last_number int not null default 0,       -- of its cases; a number is never given twice
  created_at  timestamptz not null,
  created_by  text not null,
  primary key (network_id, id)
);
select platform.protect('diseaseregister.register');

-- What is a case and what is asked of it, by versions: one is written, one serves.
create table diseaseregister.definition (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  register_id   uuid not null,
  number        int not null check (number > 0),
  status        text not null default 'BROUILLON' check (status in ('BROUILLON','PUBLIE','REMPLACE')),
  document      jsonb not null,
  change_reason text,
  created_at    timestamptz not null,
  created_by    text not null,
  published_at  timestamptz,
  answered_by   text,                       -- who answers for it: the scientific lead
  primary key (network_id, id),
  unique (network_id, register_id, number),
  check ((status = 'BROUILLON') = (published_at is null)),
  check (status = 'BROUILLON' or answered_by is not null),
  foreign key (network_id, register_id) references diseaseregister.register on delete cascade
);
create unique index one_draft on diseaseregister.definition (network_id, register_id) where status = 'BROUILLON';
create unique index one_published on diseaseregister.definition (network_id, register_id) where status = 'PUBLIE';
select platform.protect('diseaseregister.definition');

create function diseaseregister.keep_published() returns trigger language plpgsql as $$
begin
  if old.status = 'BROUILLON' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or new.status = 'BROUILLON'
     or to_jsonb(new) - 'status' is distinct from to_jsonb(old) - 'status' then
    raise exception 'a published definition never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on diseaseregister.definition for each row execute function diseaseregister.keep_published();

-- Who objects to being in a register, or in any of the structure (no register), until it is lifted.
create table diseaseregister.objection (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  register_id uuid,
  patient_id  uuid not null,
  on_date     date not null,
  said_by     text not null check (said_by in ('PERSONNE','REPRESENTANT')),
  words       text,
  noted_by    text not null,
  noted_at    timestamptz not null,
  lifted_on   date check (lifted_on >= on_date),
  lifted_by   text,
  primary key (network_id, id),
  check ((lifted_on is null) = (lifted_by is null)),
  foreign key (network_id, register_id) references diseaseregister.register,
  foreign key (network_id, patient_id) references patient.patient
);
create unique index objects_once on diseaseregister.objection (network_id, patient_id, coalesce(register_id, '00000000-0000-0000-0000-000000000000')) where lifted_on is null;
select platform.protect('diseaseregister.objection');

-- One case. What it says is by field of the definition: {"code": {"v": value, "file": taken from the file}}.
create table diseaseregister.case_record (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  register_id  uuid not null,
  patient_id   uuid not null,
  number       int not null,
  incident_on  date not null,               -- the day that makes the case: what it is, the definition says
  included_on  date not null,
  commune_code text,                        -- where the person lived when the case was included
  informed_on  date not null,
  informed_how text not null check (informed_how in ('ORAL','ECRIT','COURRIER')),
  informed_who text not null check (informed_who in ('PERSONNE','REPRESENTANT')),
  answers      jsonb not null default '{}',
  ended_on     date check (ended_on >= incident_on),
  ended_why    text check (ended_why in ('PERDU_DE_VUE','PARTI','GUERI')),
  entered_by   text not null,
  entered_at   timestamptz not null,
  version      int not null default 0,
  primary key (network_id, id),
  unique (network_id, register_id, patient_id),
  unique (network_id, register_id, number),
  check (informed_on <= included_on and incident_on <= included_on),
  check ((ended_on is null) = (ended_why is null)),
  foreign key (network_id, register_id) references diseaseregister.register,
  foreign key (network_id, patient_id) references patient.patient
);
create index on diseaseregister.case_record (network_id, patient_id);
select platform.protect('diseaseregister.case_record');

-- Who objects is in no register, whatever writes: a case cannot come in, and an objection cannot be noted over a case.
create function diseaseregister.objects(patient uuid, register uuid) returns boolean language sql stable as $$
  select exists (select 1 from diseaseregister.objection o
                  where o.patient_id = patient and o.lifted_on is null and (o.register_id is null or o.register_id = register)) $$;
create function diseaseregister.never_opposed() returns trigger language plpgsql as $$
begin
  if diseaseregister.objects(new.patient_id, new.register_id) then
    raise exception 'who objects is in no register' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger never_opposed before insert or update of patient_id on diseaseregister.case_record for each row execute function diseaseregister.never_opposed();
create function diseaseregister.nothing_left() returns trigger language plpgsql as $$
begin
  if new.lifted_on is null and exists (select 1 from diseaseregister.case_record c
        where c.patient_id = new.patient_id and (new.register_id is null or c.register_id = new.register_id)) then
    raise exception 'the case comes out first' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger nothing_left before insert or update on diseaseregister.objection for each row execute function diseaseregister.nothing_left();

create table diseaseregister.follow_up (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  case_id    uuid not null,
  rank       int not null check (rank > 0), -- first, second… period since the inclusion
  on_date    date not null,
  answers    jsonb not null default '{}',
  noted_by   text not null,
  noted_at   timestamptz not null,
  version    int not null default 0,
  primary key (network_id, id),
  unique (network_id, case_id, rank),
  foreign key (network_id, case_id) references diseaseregister.case_record on delete cascade
);
select platform.protect('diseaseregister.follow_up');

-- Who reports cases: centres, laboratories, the health insurance; how many they say they have, year by year.
create table diseaseregister.source (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  register_id uuid not null,
  name        text not null,
  kind        text not null check (kind in ('CENTRE','ETABLISSEMENT','LABORATOIRE','LIBERAL','ASSURANCE_MALADIE','AUTRE')),
  until       date,
  primary key (network_id, id),
  foreign key (network_id, register_id) references diseaseregister.register
);
create unique index source_once on diseaseregister.source (network_id, register_id, lower(name));
select platform.protect('diseaseregister.source');
create table diseaseregister.expected (
  network_id uuid not null default platform.acting(),
  source_id  uuid not null,
  year       int not null check (year between 1990 and 2200),
  cases      int not null check (cases >= 0),
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, source_id, year),
  foreign key (network_id, source_id) references diseaseregister.source
);
select platform.protect('diseaseregister.expected');
create table diseaseregister.report (
  network_id uuid not null default platform.acting(),
  case_id    uuid not null,
  source_id  uuid not null,
  on_date    date not null,
  primary key (network_id, case_id, source_id),
  foreign key (network_id, case_id) references diseaseregister.case_record on delete cascade,
  foreign key (network_id, source_id) references diseaseregister.source
);
create index on diseaseregister.report (network_id, source_id);
select platform.protect('diseaseregister.report');

-- A case came out: its number and why, never whose it was.
create table diseaseregister.removal (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  register_id uuid not null,
  number      int not null,
  why         text not null check (why in ('OPPOSITION','DOUBLON','PAS_UN_CAS')),
  on_date     date not null,
  noted_by    text not null,
  primary key (network_id, id),
  foreign key (network_id, register_id) references diseaseregister.register
);
select platform.protect('diseaseregister.removal');
select platform.append_only('diseaseregister.removal');

-- What goes out: for whom, what for, on what ground; and each time it was taken.
create table diseaseregister.extract (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  register_id uuid not null,
  kind        text not null check (kind in ('LIGNES','COMPTES')),
  recipient   text not null,
  purpose     text not null,
  ground      text not null,
  asked_by    text not null,
  asked_at    timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, register_id) references diseaseregister.register
);
create index on diseaseregister.extract (network_id, register_id, asked_at desc);
select platform.protect('diseaseregister.extract');
select platform.append_only('diseaseregister.extract');
create table diseaseregister.delivery (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  extract_id uuid not null,
  definition int not null,                  -- version
  format     text not null check (format in ('XLSX','CSV')),
  cases      int not null,
  sha256     text not null,
  taken_by   text not null,
  taken_at   timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, extract_id) references diseaseregister.extract
);
create index on diseaseregister.delivery (network_id, extract_id, taken_at desc);
select platform.protect('diseaseregister.delivery');
select platform.append_only('diseaseregister.delivery');
