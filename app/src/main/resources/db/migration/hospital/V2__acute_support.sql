-- What the team did in an urgent or very specific situation, in support of the attending doctor (guide DGOS 2012, fiche O1 §3
-- III-B), and whether it kept somebody out of hospital (fiche D3 §2).
create table hospital.acute_support (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  patient_id   uuid not null,
  happened_on  date not null,
  kind         text not null check (kind in ('URGENTE','SPECIFIQUE')),
  asked_by     text not null check (asked_by in ('MEDECIN_TRAITANT','INFIRMIER','AUTRE_SOIGNANT','AIDE_A_DOMICILE','PROCHE','PERSONNE','SAMU','HOPITAL','EQUIPE')),
  doctor       text not null check (doctor in ('DECIDE','PREVENU','NON_JOINT','SANS_MT')), -- the attending doctor's part
  doctor_words text,
  situation    text not null,
  answer       text not null,            -- what the team did
  means        text[] not null default '{}'
               check (means <@ '{HAD,SSIAD,INFIRMIER,AIDES,NUIT,REPIT,MATERIEL,AVIS,CONSULTATION,HOSPITALISATION_JOUR}'),
  stay_feared  boolean not null,         -- a stay in hospital was to be feared
  outcome      text not null check (outcome in ('DOMICILE','ENTREE_DIRECTE','URGENCES')),
  noted_at     timestamptz not null,
  noted_by     text not null,
  version      int not null default 0,
  primary key (network_id, id),
  check (doctor <> 'NON_JOINT' or doctor_words is not null),
  foreign key (network_id, patient_id) references patient.patient
);
create index on hospital.acute_support (network_id, patient_id, happened_on desc);
create index acute_support_by_day on hospital.acute_support (network_id, happened_on);
select platform.protect('hospital.acute_support');
