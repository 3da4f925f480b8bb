-- Flat payments to self-employed professionals for an RCP or an evaluation (guide DGOS 2012, fiche D3 §3, principle 7), if
-- the structure adopts them, and what an hour of the team costs: each amount from its day on.
create table rcp.rate (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  kind       text not null check (kind in ('RCP','EVALUATION','HEURE')),
  amount     numeric(8,2) check (amount >= 0),   -- null: no longer adopted
  since      date not null,
  set_by     text not null,
  set_at     timestamptz not null,
  primary key (network_id, id),
  unique (network_id, kind, since)
);
select platform.protect('rcp.rate');

-- What is owed for taking part is with the participant; paid on this day.
alter table rcp.participant add column settled_on date;
alter table rcp.participant add constraint settled_when_owed check (settled_on is null or paid is not null);

-- What is owed for an evaluation.
create table rcp.evaluation_fee (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid,
  name       text not null,
  profession text not null,
  on_day     date not null,
  amount     numeric(8,2) not null check (amount >= 0),
  settled_on date,
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on rcp.evaluation_fee (network_id, on_day);
select platform.protect('rcp.evaluation_fee');
