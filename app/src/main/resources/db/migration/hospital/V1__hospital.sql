-- The code printed on an emergency sheet: it opens the sheet after sign-in, and holds nothing. Of it the base keeps a digest.
create table hospital.sheet (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  token_hash bytea not null,
  made_at    timestamptz not null,
  made_by    text not null,
  expires_on date not null,
  revoked_at timestamptz,
  revoked_by text,
  primary key (network_id, id),
  check ((revoked_at is null) = (revoked_by is null)),
  foreign key (network_id, patient_id) references patient.patient
);
create index on hospital.sheet (network_id, patient_id, made_at desc);
create unique index on hospital.sheet (token_hash);
select platform.protect('hospital.sheet');

create table hospital.plan_sent (            -- the plan of care made available to the hospital of a stay
  network_id uuid not null default platform.acting(),
  stay_id    uuid not null,
  letter_id  uuid not null,
  sent_at    timestamptz not null,
  sent_by    text not null,
  primary key (network_id, stay_id),
  foreign key (network_id, stay_id) references casefile.stay on delete cascade
);
select platform.protect('hospital.plan_sent');
