-- Whatever must reach somebody, written in the same transaction as the act. Paper first: print, post, tick.
create table correspondence.outgoing_message (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  patient_id     uuid,
  recipient_kind text not null check (recipient_kind in ('MEDECIN_TRAITANT','ADRESSEUR','INTERVENANT','PERSONNE','REPRESENTANT','STRUCTURE')),
  recipient_name text not null,
  recipient_address text,
  recipient_rpps text,
  channel        text not null default 'COURRIER' check (channel in ('COURRIER','TELEPHONE','REMISE_EN_MAIN','MSSANTE')),
  kind           text not null,            -- AVIS_PPS, INFORMATION_DEMANDE, REPONSE_ADRESSEUR, RELAIS, FAIT_SIGNIFICATIF, CHANGEMENT…
  subject        text not null,
  body           text not null,            -- what is printed, in full
  about_id       uuid,                     -- the object it comes from (plan, request…)
  state          text not null default 'A_ENVOYER' check (state in ('A_ENVOYER','ENVOYE','ANNULE','ECHEC')),
  attempts       int not null default 0,
  created_at     timestamptz not null,
  created_by     text,
  sent_at        timestamptz,
  sent_by        text,
  cancelled_why  text,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on correspondence.outgoing_message (network_id, state, created_at);
create index on correspondence.outgoing_message (network_id, patient_id);
select platform.protect('correspondence.outgoing_message');
