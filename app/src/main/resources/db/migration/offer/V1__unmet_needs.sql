-- What a coordinator looked for and did not find: a need, a place, since when, what was done instead. Seldom about one
-- person only; when it is, the file is named and the line is hers. Source: guide DGOS 2012, fiche O1 §3 II-A and III-C
-- (manques dans l'offre existante, besoins non couverts).
create table offer.unmet_need (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  need         text not null,               -- directory.need
  commune_code text not null,
  commune_name text not null,
  since        date not null,
  patient_id   uuid,
  words        text,                        -- what exactly, without a name
  instead      text,                        -- what was done instead
  state        text not null default 'OUVERT' check (state in ('OUVERT','COUVERT','ABANDONNE')),
  ended_on     date check (ended_on >= since),
  ended_words  text,
  noted_by     uuid,                        -- account
  noted_name   text not null,
  noted_at     timestamptz not null,
  version      int not null default 1,
  primary key (network_id, id),
  check ((state = 'OUVERT') = (ended_on is null)),
  foreign key (network_id, patient_id) references patient.patient
);
create index on offer.unmet_need (network_id, state, need);
create index on offer.unmet_need (network_id, patient_id) where patient_id is not null;
select platform.protect('offer.unmet_need');

-- What the figures of a structure count.
create view offer.noted_need with (security_invoker = true) as
  select network_id, id, patient_id, need, commune_code, since, ended_on, state, (noted_at at time zone 'Europe/Paris')::date as noted_on from offer.unmet_need;
