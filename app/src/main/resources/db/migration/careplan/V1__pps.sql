-- Plan personnalisé de santé. A version in force never changes: a change makes the next one. Its status and the
-- attending doctor's opinion are two axes. « À réévaluer » is a plan in force whose reassessment date has come.
create table careplan.pps (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  patient_id      uuid not null,
  support_id      uuid not null,
  number          int not null check (number > 0),       -- v1, v2…
  previous_id     uuid,
  status          text not null default 'BROUILLON' check (status in ('BROUILLON','SOUMIS','EN_VIGUEUR','REMPLACE','CLOS')),
  opinion         text not null default 'ATTENDU' check (opinion in ('ATTENDU','VALIDE','VALIDE_APRES_AMENDEMENT','MODIFICATION_DEMANDEE','SANS_OBJET')),
  change_reason   text,                                   -- why this version
  created_at      timestamptz not null,
  created_by      text not null,
  submitted_at    timestamptz,
  in_force_at     timestamptz,
  in_force_by     text,
  in_force_why    text check (in_force_why in ('AVIS','SILENCE','SANS_MT')),
  in_force_reason text,                                   -- the coordinator's words when the MT stayed silent
  replaced_at     timestamptz,
  closed_at       timestamptz,
  reassess_on     date,
  -- Fiche O1: information on the person
  mt_problems     text,                                   -- problems identified by the attending doctor
  preferences_person text,
  preferences_relatives text,
  representative_words text,
  life_project    text,
  doctor_name     text,                                   -- the doctor who hands the plan over
  doctor_contact  text,
  -- plan de soins
  treatment_accepted text,
  hospital_expected  text,
  phases          text,
  -- plan d'éducation, plan d'aide, prévention
  education_summary  text,
  prevention      text,
  social_assessment  text,
  social_worker   text,
  -- difficulties of context, four groups
  context_medical text,
  context_social  text,
  context_psychological text,
  context_autonomy text,
  useful_contacts text,
  crisis          text,
  referent_id     uuid,
  referent_name   text,
  case_coordinator text,
  version         int not null default 0,                 -- of the line, against lost updates
  primary key (network_id, id),
  unique (network_id, patient_id, support_id, number),
  check (reassess_on is null or in_force_at is null or reassess_on <= (in_force_at at time zone 'Europe/Paris')::date + interval '12 months'),
  check (status <> 'EN_VIGUEUR' or (in_force_at is not null and in_force_why is not null and reassess_on is not null)),
  check (status = 'BROUILLON' or submitted_at is not null),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, support_id) references casefile.support,
  foreign key (network_id, previous_id) references careplan.pps
);
create unique index one_in_force on careplan.pps (network_id, patient_id) where status = 'EN_VIGUEUR';
create unique index one_in_preparation on careplan.pps (network_id, patient_id) where status in ('BROUILLON','SOUMIS');
create index on careplan.pps (network_id, status, reassess_on);
create index on careplan.pps (network_id, status, opinion, submitted_at);
select platform.protect('careplan.pps');

create table careplan.pathology (
  network_id uuid not null default platform.acting(),
  pps_id     uuid not null,
  id         uuid not null default uuidv7(),
  label      text not null,
  severity   text check (severity in ('LEGERE','MODEREE','SEVERE')),
  ald        boolean not null default false,
  main       boolean not null default false,
  rank       int not null default 0,
  primary key (network_id, id),
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
create index on careplan.pathology (network_id, pps_id);
select platform.protect('careplan.pathology');

create table careplan.goal (
  network_id  uuid not null default platform.acting(),
  pps_id      uuid not null,
  goal_id     uuid not null,            -- stable from one version to the next
  problem     text,                     -- the problem it answers, as retained
  problem_id  uuid,
  domain      text not null check (domain in ('MEDICAL','EDUCATIF','PSYCHOLOGIQUE','SOCIAL')),
  kind        text not null check (kind in ('BIOMEDICAL','QUALITATIF')),
  title       text not null,
  indicator   text,
  target      text,
  due_on      date,
  result      text not null default 'EN_COURS' check (result in ('EN_COURS','ATTEINT','EN_PARTIE','NON_ATTEINT','ABANDONNE')),
  result_why  text,
  rank        int not null default 0,
  primary key (network_id, pps_id, goal_id),
  check (result not in ('NON_ATTEINT','ABANDONNE') or result_why is not null),
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
select platform.protect('careplan.goal');

create table careplan.intervention (
  network_id      uuid not null default platform.acting(),
  pps_id          uuid not null,
  intervention_id uuid not null,        -- stable: occurrences and alerts point to it across versions
  patient_id      uuid not null,
  goal_id         uuid,
  volet           text not null check (volet in ('SOINS','EDUCATION','AIDE')),
  type            text not null check (type in (
                    'EVALUATION','PRESCRIPTION_NON_MEDICAMENTEUSE','PRESCRIPTION_MEDICAMENTEUSE','EXAMEN','CONSULTATION','HOSPITALISATION','DECISION_RCP',
                    'SEANCE_EDUCATION','BILAN_SOCIAL','SIGNALEMENT','SERVICE_A_LA_PERSONNE','AIDE_FINANCIERE_OU_SOCIALE')),
  title           text not null,
  actor_id        uuid,                 -- casefile.care_team; null with no actor_name: « sans acteur »
  actor_name      text,
  actor_profession text,
  actor_group     text,
  main_actor      boolean not null default false,
  place           text,
  starts_on       date not null,
  ends_on         date check (ends_on >= starts_on),
  every_n         int check (every_n > 0),            -- null: once
  every_unit      text check (every_unit in ('JOUR','SEMAINE','MOIS')),
  times           int check (times > 0),              -- number of occurrences, instead of an end
  weekdays        int[] not null default '{}',        -- ISO 1..7, for weeks
  window_days     int not null default 0 check (window_days between 0 and 366),    -- due over that many days
  tolerance_days  int not null default 7 check (tolerance_days between 0 and 366), -- late after that
  note            text,
  rank            int not null default 0,
  primary key (network_id, pps_id, intervention_id),
  check ((every_n is null) = (every_unit is null)),
  check (every_n is null or ends_on is not null or times is not null),  -- a recurrence ends
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
create index on careplan.intervention (network_id, intervention_id);
select platform.protect('careplan.intervention');

create table careplan.opinion (         -- every opinion given, whoever recorded it
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  pps_id       uuid not null,
  opinion      text not null check (opinion in ('VALIDE','VALIDE_APRES_AMENDEMENT','MODIFICATION_DEMANDEE')),
  given_on     date not null,
  given_by     text not null,
  given_by_rpps text,
  channel      text not null check (channel in ('ECRAN','TELEPHONE','COURRIER','REUNION','MSSANTE')),
  words        text,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, pps_id) references careplan.pps
);
create index on careplan.opinion (network_id, pps_id);
select platform.protect('careplan.opinion');
select platform.append_only('careplan.opinion');

create table careplan.handing_over (    -- the plan given to the person
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  pps_id     uuid not null,
  on_date    date not null,
  by_name    text not null,
  by_quality text not null check (by_quality in ('MEDECIN','COORDONNATEUR')),
  to_whom    text not null check (to_whom in ('PERSONNE','REPRESENTANT','PROCHE')),
  recorded_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, pps_id) references careplan.pps
);
select platform.protect('careplan.handing_over');
select platform.append_only('careplan.handing_over');

-- The rule of the house, kept by the database too: what a plan in force says is never changed.
create function careplan.keep_in_force() returns trigger language plpgsql as $$
declare state text;
begin
  if tg_table_name = 'pps' then
    if old.status in ('EN_VIGUEUR','REMPLACE','CLOS') and
       (to_jsonb(new) - '{status,opinion,replaced_at,closed_at,version}'::text[])
         is distinct from (to_jsonb(old) - '{status,opinion,replaced_at,closed_at,version}'::text[]) then
      raise exception 'a plan in force never changes' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select status into state from careplan.pps p
   where p.network_id = coalesce(new.network_id, old.network_id) and p.id = coalesce(new.pps_id, old.pps_id);
  if state in ('EN_VIGUEUR','REMPLACE','CLOS') then
    raise exception 'a plan in force never changes' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_in_force before update on careplan.pps for each row execute function careplan.keep_in_force();
create trigger keep_in_force before insert or update or delete on careplan.pathology for each row execute function careplan.keep_in_force();
create trigger keep_in_force before insert or update or delete on careplan.goal for each row execute function careplan.keep_in_force();
create trigger keep_in_force before insert or update or delete on careplan.intervention for each row execute function careplan.keep_in_force();

-- An education plan alone is not a PPS: it counts with a care plan.
create view careplan.current_pps with (security_invoker = true) as
  select p.network_id, p.id, p.patient_id, p.support_id, p.number, p.status, p.opinion, p.submitted_at, p.in_force_at,
         p.in_force_why, p.reassess_on, p.referent_id,
         exists (select 1 from careplan.intervention i where i.network_id = p.network_id and i.pps_id = p.id and i.volet in ('SOINS','AIDE')) as counts,
         p.opinion in ('VALIDE','VALIDE_APRES_AMENDEMENT') as validated
    from careplan.pps p where p.status = 'EN_VIGUEUR';
create view careplan.pending_pps with (security_invoker = true) as
  select network_id, id, patient_id, number, status, opinion, submitted_at from careplan.pps where status in ('BROUILLON','SOUMIS');
create view careplan.awaited_opinion with (security_invoker = true) as
  select network_id, id, patient_id, number, status, submitted_at from careplan.pps
   where opinion = 'ATTENDU' and status in ('SOUMIS','EN_VIGUEUR');
create view careplan.intervention_in_force with (security_invoker = true) as
  select i.* from careplan.intervention i join careplan.pps p on p.network_id = i.network_id and p.id = i.pps_id
   where p.status = 'EN_VIGUEUR';
