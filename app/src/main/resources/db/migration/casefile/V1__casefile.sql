-- An accompaniment: from inclusion (or watch) to exit. A person has at most one open; re-entry opens the next on the
-- same file, nothing is typed again.
create table casefile.support (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  patient_id      uuid not null,
  referral_id     uuid,
  theme_code      text not null,
  other_themes    text[] not null default '{}',
  status          text not null check (status in ('ACTIF','VEILLE','CLOS')),
  opened_on       date not null,            -- inclusion, or start of the watch
  included_on     date,                     -- null while only watched
  level           smallint not null check (level between 0 and 3),
  intensity       text not null default 'SOUTENU' check (intensity in ('PONCTUEL','SOUTENU','INTENSIF')),
  coordinator_id  uuid,                     -- référent: network.team_member
  unit_id         uuid,
  commune_code    text,                     -- of residence at inclusion
  first_line_agreed_on date,
  first_line_agreed_by text,
  crisis_plan     text,                     -- consignes de crise
  directives      text,                     -- anticipated directives known
  watch_review_on date,
  paused_from     date,
  paused_until    date,
  pause_reason    text check (pause_reason in ('HOSPITALISATION','VACANCES','AUTRE')),
  closed_on       date,
  exit_reason     text check (exit_reason in ('DECES','RELAIS','OBJECTIFS_ATTEINTS','ENTREE_ETABLISSEMENT','SOUHAIT','DEMENAGEMENT','PERDUE_DE_VUE','PROFESSIONNEL')),
  exit_detail     text,                     -- place of death, relay…
  version         int not null default 0,
  primary key (network_id, id),
  check ((status = 'CLOS') = (closed_on is not null)),
  check ((status = 'CLOS') = (exit_reason is not null)),
  check (closed_on is null or closed_on >= opened_on),
  check (status <> 'ACTIF' or included_on is not null),
  check (status <> 'ACTIF' or level > 0),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, referral_id) references intake.referral,
  foreign key (network_id, coordinator_id) references network.team_member,
  foreign key (network_id, unit_id) references network.unit
);
create unique index one_open_support on casefile.support (network_id, patient_id) where status <> 'CLOS';
create index on casefile.support (network_id, status, coordinator_id);
create index on casefile.support (network_id, opened_on, closed_on);
select platform.protect('casefile.support');

create table casefile.inclusion_check (     -- the structure's criteria as found at inclusion
  network_id   uuid not null default platform.acting(),
  support_id   uuid not null,
  criterion_id uuid not null,
  label        text not null,
  met          boolean not null,
  primary key (network_id, support_id, criterion_id),
  foreign key (network_id, support_id) references casefile.support
);
select platform.protect('casefile.inclusion_check');

create table casefile.level_change (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  support_id uuid not null,
  patient_id uuid not null,
  level      smallint not null check (level between 0 and 3),
  since      date not null,
  reason     text not null,
  changed_by text,
  primary key (network_id, id),
  foreign key (network_id, support_id) references casefile.support
);
create index on casefile.level_change (network_id, patient_id, since);
select platform.protect('casefile.level_change');

create table casefile.level_step (          -- guided steps of the level, in order (Voironnais)
  network_id uuid not null default platform.acting(),
  support_id uuid not null,
  level      smallint not null,
  step       smallint not null,
  done_on    date not null,
  note       text,
  done_by    text,
  primary key (network_id, support_id, level, step),
  foreign key (network_id, support_id) references casefile.support
);
select platform.protect('casefile.level_step');

-- Circle of care: everybody around the person, with dates and the parts of the plan each may see.
create table casefile.care_team (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  kind        text not null check (kind in ('PROFESSIONNEL','STRUCTURE','PROCHE')),
  actor_group text not null check (actor_group in ('PROFESSIONNEL_DE_SANTE','ETABLISSEMENT','CLIC','MEDICO_SOCIAL','RESEAU','MAIA','PROCHE')),
  role        text not null check (role in ('MEDECIN_TRAITANT','COORDONNATEUR_DE_CAS','INTERVENANT','AIDANT_PRINCIPAL','PERSONNE_A_PREVENIR','PERSONNE_DE_CONFIANCE','REPRESENTANT_LEGAL','PROCHE')),
  measure     text check (measure in ('TUTELLE','CURATELLE','HABILITATION_FAMILIALE','AUTORITE_PARENTALE','MANDAT')),
  main        boolean not null default false,   -- main or secondary actor
  name        text not null,
  profession  text,                             -- words on screen: Masseur-kinésithérapeute…
  rpps        text,
  finess      text,
  phone       text,
  email       text,
  mssante     text,
  relation    text,                             -- daughter, husband…
  account_id  uuid,
  since       date not null,
  until       date check (until >= since),
  agreed_on   date,
  left_reason text,
  parts       text[] not null default '{}',     -- SOINS, MEDICAL, PSYCHOLOGIQUE, SOCIAL, EDUCATION, AIDE, TACHES
  in_care_team boolean not null default true,   -- équipe de soins (R.1110-2), else sharing asks prior consent
  note        text,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on casefile.care_team (network_id, patient_id);
create index on casefile.care_team (account_id) where account_id is not null;
create index on casefile.care_team (network_id, rpps) where rpps is not null;
alter table casefile.care_team add constraint one_attending_doctor exclude using gist
  (network_id with =, patient_id with =, daterange(since, until, '[]') with &&) where (role = 'MEDECIN_TRAITANT');
alter table casefile.care_team add constraint one_case_coordinator exclude using gist
  (network_id with =, patient_id with =, daterange(since, until, '[]') with &&) where (role = 'COORDONNATEUR_DE_CAS');
select platform.protect('casefile.care_team');

create table casefile.stay (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  kind        text not null check (kind in ('PROGRAMME','NON_PROGRAMME')),
  hospital    text not null,
  reason      text,
  admitted_on date not null,
  expected_on date,
  discharged_on date check (discharged_on >= admitted_on),
  note        text,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on casefile.stay (network_id, patient_id, admitted_on);
select platform.protect('casefile.stay');

create view casefile.open_support with (security_invoker = true) as
  select network_id, id, patient_id, theme_code, status, level, intensity, coordinator_id, unit_id, opened_on, included_on,
         commune_code, watch_review_on, paused_from, paused_until
    from casefile.support where status <> 'CLOS';
create view casefile.any_support with (security_invoker = true) as
  select network_id, id, patient_id, theme_code, status, level, intensity, coordinator_id, unit_id, opened_on, included_on,
         closed_on, exit_reason, commune_code
    from casefile.support;
create view casefile.circle with (security_invoker = true) as
  select network_id, id, patient_id, kind, actor_group, role, main, name, profession, rpps, phone, account_id, since, until,
         parts, in_care_team from casefile.care_team;
