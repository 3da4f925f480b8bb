-- A stay: where it is in the directory, who was told, home services called on, and what becomes of its expected end.
alter table casefile.stay add column finess text;
alter table casefile.stay add column told text;                      -- who was told, in words
alter table casefile.stay add column called text[] not null default '{}' check (called <@ '{HAD,SSIAD}');
alter table casefile.stay add column version int not null default 0;

create table casefile.stay_expected (        -- each expected day of discharge, the latest one standing in the stay
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  stay_id     uuid not null,
  expected_on date,                          -- null: no longer known
  why         text,
  noted_by    text not null,
  noted_at    timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, stay_id) references casefile.stay on delete cascade
);
create index on casefile.stay_expected (network_id, stay_id, noted_at);
select platform.protect('casefile.stay_expected');

-- The structure's own list of what a return home needs; none: the one proposed.
create table casefile.return_model (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  rank          int not null,
  label         text not null,
  before_return boolean not null,            -- must be there before the person is
  primary key (network_id, id)
);
select platform.protect('casefile.return_model');

create table casefile.return_line (          -- the list of one stay
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  stay_id       uuid not null,
  rank          int not null,
  label         text not null,
  before_return boolean not null,
  who           text,
  due_on        date,
  state         text not null default 'A_FAIRE' check (state in ('A_FAIRE','FAIT','SANS_OBJET')),
  said_on       date,
  said_by       text,
  primary key (network_id, id),
  check ((state = 'A_FAIRE') = (said_on is null)),
  foreign key (network_id, stay_id) references casefile.stay on delete cascade
);
create index on casefile.return_line (network_id, stay_id, rank);
select platform.protect('casefile.return_line');

-- What the accompaniment is for (guide DGOS 2012, fiche D3 §2): staying at home, or coming back to it.
alter table casefile.support add column goal text check (goal in ('MAD','RAD'));
