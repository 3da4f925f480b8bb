create table agenda.appointment (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  kind         text not null check (kind in ('VISITE','TELEPHONE','BUREAU','VISIO','RCP','REUNION','FORMATION')),
  patient_id   uuid,
  member_id    uuid not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  title        text,
  commune_name text,
  outcome      text check (outcome in ('HONORE','ABSENTE','ANNULE','REPORTE')),
  outcome_note text,
  created_by   text,
  primary key (network_id, id),
  check (ends_at > starts_at),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, member_id) references network.team_member
);
create index on agenda.appointment (network_id, member_id, starts_at);
create index on agenda.appointment (network_id, patient_id, starts_at);
select platform.protect('agenda.appointment');
