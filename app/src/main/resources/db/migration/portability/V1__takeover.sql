-- Reprise: the caseload of another tool, read from a file, matched column by column, tried without writing anything, then
-- taken over person by person. The cells wait here until the work is over, and are erased some time after.
create table portability.takeover (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  file_name   text not null,
  format      text not null check (format in ('XLSX','CSV')),
  size        bigint not null,
  sha256      bytea not null,
  read_as     text not null,             -- in words: encoding and separator, or the sheets
  signature   text not null,             -- of the headings: a file of the same ones is matched as the last was
  state       text not null check (state in ('COLONNES','VALEURS','A_BLANC','CONTROLEE','EN_COURS','TERMINEE','ANNULATION','ANNULEE','ABANDONNEE')),
  columns     jsonb not null default '{}', -- what each column is
  codes       jsonb not null default '{}', -- what each coded value is
  resumption  date,                      -- no alert looks further back
  total       int not null default 0,
  done        int not null default 0,
  started_at  timestamptz,
  ended_at    timestamptz,
  ended_by    text,
  failure     text,                      -- why the work stopped; it can be started again
  erased_at   timestamptz,               -- the cells were erased that day
  created_at  timestamptz not null,
  created_by  uuid not null default platform.account(),
  created_by_name text not null,
  acting_by   uuid,                      -- who asked for the work that goes on
  acting_name text,
  version     int not null default 0,
  primary key (network_id, id)
);
select platform.protect('portability.takeover');

create table portability.sheet (
  network_id  uuid not null default platform.acting(),
  takeover_id uuid not null,
  rank        int not null,
  name        text not null,
  part        text not null check (part in ('PERSONNES','CERCLE','INTERVENTIONS','DROITS','IGNOREE')),
  headings    text[] not null,
  notes       text[] not null default '{}',
  primary key (network_id, takeover_id, rank),
  foreign key (network_id, takeover_id) references portability.takeover
);
select platform.protect('portability.sheet');

create table portability.line (
  network_id  uuid not null default platform.acting(),
  takeover_id uuid not null,
  sheet       int not null,
  line        int not null,              -- as the spreadsheet numbers it
  cells       text[] not null,
  primary key (network_id, takeover_id, sheet, line),
  foreign key (network_id, takeover_id, sheet) references portability.sheet
);
select platform.protect('portability.line');

-- One person of the file: what the dry run says, what was decided, what became of it.
create table portability.person (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  takeover_id uuid not null,
  rank        int not null,
  sheet       int not null,
  line        int not null,
  key         text not null,             -- number of the former tool, or names and birth date
  name        text not null,
  state       text not null check (state in ('A_REPRENDRE','A_DECIDER','REFUSEE','ECARTEE','DEJA_REPRISE','REPRISE','ANNULEE')),
  decision    text not null default 'CREER' check (decision in ('CREER','RATTACHER','ECARTER')),
  decided     boolean not null default false, -- by somebody, not by the rule
  near        uuid[] not null default '{}',   -- persons it may be
  patient_id  uuid,
  problems    jsonb not null default '[]',
  errors      int not null default 0,
  warnings    int not null default 0,
  makes       text not null default '',  -- what it will create, in words
  made        uuid[] not null default '{}',   -- what it created
  taken_at    timestamptz,
  primary key (network_id, takeover_id, rank),
  unique (network_id, id),
  foreign key (network_id, takeover_id) references portability.takeover
);
create index on portability.person (network_id, takeover_id, state);
create index on portability.person (network_id, patient_id) where patient_id is not null;
select platform.protect('portability.person');

-- Where a person comes from: the number of the former tool, which makes a line given back known again.
create table portability.origin (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  key         text not null,
  patient_id  uuid not null,
  takeover_id uuid not null,
  file_number text,
  motive      text,
  reassessed_on date,                    -- last reassessment, as the former tool said
  primary key (network_id, key),
  unique (network_id, id),
  foreign key (network_id, takeover_id) references portability.takeover,
  foreign key (network_id, patient_id) references patient.patient
);
create index on portability.origin (network_id, patient_id);
select platform.protect('portability.origin');

-- How the columns of a kind of file were matched, to be proposed again.
create table portability.matching (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  name        text not null,
  signature   text not null,
  columns     jsonb not null,
  codes       jsonb not null,
  saved_at    timestamptz not null,
  saved_by    text not null,
  primary key (network_id, id),
  unique (network_id, name)
);
select platform.protect('portability.matching');

-- Everything the structure owns, in one file kept some days for who asked.
create table portability.export (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  state       text not null check (state in ('EN_COURS','PRET','ECHEC','EFFACE')),
  step        text not null default '',
  total       int not null default 0,
  done        int not null default 0,
  size        bigint,
  sha256      bytea,
  failure     text,
  asked_at    timestamptz not null,
  asked_by    uuid not null default platform.account(),
  asked_by_name text not null,
  ready_at    timestamptz,
  expires_at  timestamptz,
  downloaded_at timestamptz,
  primary key (network_id, id)
);
select platform.protect('portability.export');
