create table patient.patient (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  birth_name    text not null,
  used_name     text,
  given_names   text not null,
  sex           text not null check (sex in ('F','M','I')),
  birth_date    date,
  birth_date_estimated boolean not null default false,
  birth_place   text,
  ins           text,
  ins_oid       text,
  identity_status text not null default 'PROVISOIRE' check (identity_status in ('PROVISOIRE','RECUPEREE','VALIDEE','QUALIFIEE')),
  phone         text,
  mobile        text,
  email         text,
  address       text,
  postcode      text,
  commune_code  text,
  commune_name  text,
  language      text,
  interpreter   boolean not null default false,
  lives_alone   boolean,
  social_vulnerability boolean not null default false,
  deceased_on   date,
  -- The attending doctor: « no MT » is a normal state with its own list.
  mt_state      text not null default 'A_DECLARER' check (mt_state in ('DECLARE','A_DECLARER','A_RECHERCHER','NE_PARTICIPE_PAS')),
  mt_rpps       text,
  mt_name       text,
  mt_phone      text,
  mt_told       boolean not null default true,   -- false: the person opposes the MT being told
  mt_opposition text,                            -- what the opposition covers, in words
  notes         text,
  created_at    timestamptz not null,
  version       int not null default 0,
  search        text not null generated always as (platform.search_key(birth_name || ' ' || coalesce(used_name, '') || ' ' || given_names)) stored,
  primary key (network_id, id),
  check (ins is null or ins ~ '^[0-9][0-9AB]{12}[0-9]{2}$' or length(ins) = 15)
);
create unique index on patient.patient (network_id, ins) where ins is not null;
create index on patient.patient using gin (search public.gin_trgm_ops);
create index on patient.patient (network_id, birth_date);
create index on patient.patient (network_id, mt_rpps);
select platform.protect('patient.patient');

-- Three acts, never one consent: agreement to support, information and non-opposition inside the care team, prior
-- consent outside. Acts only add up; the last of a kind counts.
create table patient.consent (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  act         text not null check (act in ('ACCOMPAGNEMENT','PARTAGE_EQUIPE','PARTAGE_HORS_EQUIPE','INFORMATION_DMP','PROTOCOLE_COOPERATION')),
  state       text not null check (state in ('DONNE','A_CONFIRMER','REFUSE','OPPOSITION','OPPOSITION_PARTIELLE','HORS_D_ETAT','RETIRE')),
  given_on    date not null,
  form        text not null check (form in ('ORAL','ECRIT','TELEPHONE','REPRESENTANT','URGENCE')),
  given_by    text not null check (given_by in ('PERSONNE','REPRESENTANT','PERSONNE_DE_CONFIANCE','EQUIPE')),
  representative text,
  scope       text,
  opposed_to  text,          -- the professional concerned by a partial opposition
  reason      text,
  recorded_by uuid default platform.account(),
  recorded_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on patient.consent (network_id, patient_id, act, recorded_at desc);
select platform.protect('patient.consent');
select platform.append_only('patient.consent');

-- Ligne de vie: what happened, in words, in one line each. Every module adds its own.
create table patient.timeline_entry (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  at         timestamptz not null,
  kind       text not null check (kind in ('DEMANDE','INCLUSION','NIVEAU','DROITS','EVALUATION','PPS','SUIVI','ALERTE','CONTACT','VISITE','SEJOUR','COURRIER','CERCLE','SORTIE','RCP')),
  title      text not null,
  detail     text,
  author     text,
  link       text,            -- path of the page that shows it, without any name
  clinical   boolean not null default false, -- health content: not for those who see names and status only
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on patient.timeline_entry (network_id, patient_id, at desc);
select platform.protect('patient.timeline_entry');

-- What screens of other modules may join.
create view patient.identity with (security_invoker = true) as
  select network_id, id, birth_name, used_name, given_names,
         upper(coalesce(nullif(used_name, ''), birth_name)) || ' ' || given_names as display_name,
         sex, birth_date, commune_code, commune_name, phone, mobile, identity_status, deceased_on,
         mt_state, mt_rpps, mt_name, mt_phone, mt_told, lives_alone, social_vulnerability, search
    from patient.patient;
