-- What a person and those around can rely on, in the team's words. The last line counts; the others stay.
create table assessment.strengths (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  words      text not null check (length(words) <= 2000),  -- empty: taken back
  written_by text not null,
  written_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on assessment.strengths (network_id, patient_id, written_at desc, id desc);
select platform.protect('assessment.strengths');
