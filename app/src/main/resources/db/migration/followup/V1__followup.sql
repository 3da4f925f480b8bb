-- Planned against done. An occurrence is one dated act of an intervention of the plan in force.
create table followup.occurrence (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  patient_id      uuid not null,
  intervention_id uuid not null,
  pps_id          uuid not null,         -- the version that asks for it
  title           text not null,
  actor_id        uuid,
  actor_name      text,
  due_on          date not null,         -- first day of the window
  due_until       date not null check (due_until >= due_on),
  late_after      date not null check (late_after >= due_until),  -- silence after this day is a non-event
  status          text not null default 'PREVU' check (status in ('PREVU','FAIT','FAIT_HORS_DELAI','NON_FAIT','SUSPENDU')),
  done_on         date,
  not_done_why    text check (not_done_why in ('REFUS','ABSENTE','HOSPITALISEE','PROFESSIONNEL_INDISPONIBLE','DELAI','AUCUN_INTERVENANT','TRANSPORT','RESTE_A_CHARGE','DROIT_NON_OUVERT','ORDONNANCE_MANQUANTE','PLUS_NECESSAIRE')),
  note            text,
  marked_by       text,
  marked_at       timestamptz,
  primary key (network_id, id),
  unique (network_id, intervention_id, due_on),
  check ((status in ('FAIT','FAIT_HORS_DELAI')) = (done_on is not null)),
  check ((status = 'NON_FAIT') = (not_done_why is not null)),
  foreign key (network_id, patient_id) references patient.patient
);
create index on followup.occurrence (network_id, patient_id, due_on);
create index followup_waiting on followup.occurrence (network_id, late_after) where status = 'PREVU';
select platform.protect('followup.occurrence');

-- An alert says that something did not happen. One open line for one cause; closed by saying what happened.
create table followup.alert (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  rule           text not null,          -- ACTE_NON_FAIT, MT_SILENCIEUX, REEVALUATION, URGENCE_24H…
  subject_id     uuid not null,          -- the occurrence, plan, request… the cause
  patient_id     uuid not null,
  coordinator_id uuid,
  title          text not null,          -- in words, without the person's name
  raised_at      timestamptz not null,
  due_on         date not null,          -- since when it is late, or for when it is due
  urgency        int not null,           -- explicit formula, see AlertRules
  status         text not null default 'OUVERTE' check (status in ('OUVERTE','EN_PAUSE','CLOSE','RESOLUE')),
  snoozed_until  date,
  closed_at      timestamptz,
  closed_by      text,
  outcome        text check (outcome in ('FAIT','REPROGRAMME','RELANCE','MT_PREVENU','PLAN_ADAPTE','PLUS_D_ACTUALITE','CAUSE_DISPARUE','SORTIE')),
  outcome_note   text,
  primary key (network_id, id),
  check ((status in ('CLOSE','RESOLUE')) = (outcome is not null)),
  foreign key (network_id, patient_id) references patient.patient
);
create unique index one_alert_per_cause on followup.alert (network_id, rule, subject_id) where status in ('OUVERTE','EN_PAUSE');
create index on followup.alert (network_id, coordinator_id, urgency desc) where status = 'OUVERTE';
create index on followup.alert (network_id, patient_id);
select platform.protect('followup.alert');

create table followup.task (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid,
  kind        text not null check (kind in ('TACHE','RAPPEL','INFORMATION')),
  title       text not null,
  who         text,                       -- whom to call back
  phone       text,
  due_on      date not null,
  due_at      time,
  assigned_to uuid,                       -- network.team_member
  contact_id  uuid,
  created_at  timestamptz not null,
  created_by  text,
  done_at     timestamptz,
  done_by     text,
  outcome     text,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on followup.task (network_id, assigned_to, due_on) where done_at is null;
select platform.protect('followup.task');

-- Daily log of contacts; about nobody, one person or several.
create table followup.contact (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  at          timestamptz not null,
  channel     text not null check (channel in ('TELEPHONE','COURRIEL','TELECOPIE','COURRIER','VISITE','MSSANTE','REUNION')),
  direction   text not null check (direction in ('ENTRANT','SORTANT')),
  who         text not null,
  who_quality text,
  reached     text not null check (reached in ('JOINT','MESSAGE','PAS_DE_REPONSE','A_RAPPELER')),
  reason      text,
  note        text,
  decided     text,                       -- action decided
  significant boolean not null default false,   -- sent to the attending doctor
  minutes     int check (minutes between 0 and 1440),
  author_id   uuid default platform.account(),
  author_name text not null,
  primary key (network_id, id)
);
create index on followup.contact (network_id, at desc);
select platform.protect('followup.contact');

create table followup.contact_patient (
  network_id uuid not null default platform.acting(),
  contact_id uuid not null,
  patient_id uuid not null,
  at         timestamptz not null,
  primary key (network_id, contact_id, patient_id),
  foreign key (network_id, contact_id) references followup.contact,
  foreign key (network_id, patient_id) references patient.patient
);
create index on followup.contact_patient (network_id, patient_id, at desc);
select platform.protect('followup.contact_patient');

create view followup.open_alert with (security_invoker = true) as
  select network_id, id, rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency, status
    from followup.alert where status in ('OUVERTE','EN_PAUSE');
create view followup.last_contact with (security_invoker = true) as
  select network_id, patient_id, max(at) as at from followup.contact_patient group by network_id, patient_id;
