-- Definitions are data: FHIR Questionnaires, by canonical url and version. The same for every structure.
create table assessment.questionnaire (
  url        text not null,
  version    text not null,
  code       text not null,        -- aggir, evaluation-multidimensionnelle
  title      text not null,
  definition jsonb not null,
  loaded_at  timestamptz not null default now(),
  primary key (url, version)
);

create table assessment.response (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  patient_id    uuid not null,
  questionnaire_url     text not null,
  questionnaire_version text not null,
  questionnaire_code    text not null,
  title         text not null,
  status        text not null default 'BROUILLON' check (status in ('BROUILLON','TERMINEE','ANNULEE')),
  on_date       date not null,
  setting       text not null default 'DOMICILE' check (setting in ('DOMICILE','TELEPHONE','BUREAU','HOPITAL','DOCUMENT')),
  participants  text[] not null default '{}',   -- MEDECIN_TRAITANT, PERSONNE, FAMILLE, INFIRMIER, EXPERT…
  answers       jsonb not null default '{}',    -- linkId → values as typed
  response      jsonb,                          -- FHIR QuestionnaireResponse, once completed
  author_id     uuid default platform.account(),
  author_name   text not null,
  saved_at      timestamptz not null,
  completed_at  timestamptz,
  version       int not null default 0,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (questionnaire_url, questionnaire_version) references assessment.questionnaire
);
create index on assessment.response (network_id, patient_id, on_date desc);
select platform.protect('assessment.response');

create table assessment.score (
  network_id  uuid not null default platform.acting(),
  response_id uuid not null,
  patient_id  uuid not null,
  code        text not null,
  label       text not null,
  value       numeric,               -- null: incomplete
  class_label text,
  severity    text check (severity in ('OK','ATTENTION','ALERTE')),
  on_date     date not null,
  primary key (network_id, response_id, code),
  foreign key (network_id, response_id) references assessment.response
);
create index on assessment.score (network_id, patient_id, code, on_date);
select platform.protect('assessment.score');

create table assessment.problem (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  code        text,                  -- of the rule that proposed it; null when typed by hand
  label       text not null,
  domain      text not null check (domain in ('MEDICAL','PSYCHOLOGIQUE','SOCIAL','AUTONOMIE','ENVIRONNEMENT','AIDANT')),
  severity    text check (severity in ('LEGERE','MODEREE','SEVERE')),
  status      text not null default 'PROPOSE' check (status in ('PROPOSE','RETENU','ECARTE','RESOLU')),
  because     text,
  response_id uuid,
  since       date not null,
  resolved_on date,
  recorded_by text,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, response_id) references assessment.response
);
create unique index on assessment.problem (network_id, patient_id, code) where code is not null and status in ('PROPOSE','RETENU');
create index on assessment.problem (network_id, patient_id, status);
select platform.protect('assessment.problem');

create view assessment.retained_problem with (security_invoker = true) as
  select network_id, id, patient_id, code, label, domain, severity, because, since
    from assessment.problem where status = 'RETENU';
create view assessment.last_score with (security_invoker = true) as
  select distinct on (network_id, patient_id, code) network_id, patient_id, code, label, value, class_label, severity, on_date
    from assessment.score where value is not null order by network_id, patient_id, code, on_date desc, response_id desc;
