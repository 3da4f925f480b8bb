-- Who called and why, told apart for counting; null for lines older than this. Free words stay in who_quality and reason.
alter table followup.contact add column caller text check (caller in ('MEDECIN_TRAITANT','MEDECIN','INFIRMIER','AUTRE_SOIGNANT','HOPITAL','SOCIAL','MEDICO_SOCIAL',
  'PERSONNE','PROCHE','BAILLEUR','MAIRIE','VOISIN','AUTRE'));
alter table followup.contact add column motive text check (motive in ('MAINTIEN_DOMICILE','RETOUR_DOMICILE','HOSPITALISATIONS','AIDANT_EPUISE','ISOLEMENT_PRECARITE',
  'RUPTURE_SOINS','FIN_DE_VIE','ACCES_DROITS','RECHERCHE_MT','CONSEIL','AUTRE'));

-- What one colleague leaves to another, or to the whole team; about a person or nobody; of a permanence or of the day.
create table followup.consigne (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid,
  on_call_id  uuid,                        -- agenda.on_call: written at the end of that permanence
  words       text not null,
  clinical    boolean not null,            -- health content: not shown to those who read names and status only
  for_day     date not null,
  to_member   uuid,                        -- null: the whole team
  made_at     timestamptz not null,
  made_by     uuid,                        -- network.team_member
  made_name   text not null,
  done_at     timestamptz,
  done_name   text,
  outcome     text,
  primary key (network_id, id),
  check ((done_at is null) = (done_name is null)),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, to_member) references network.team_member
);
create index consigne_waiting on followup.consigne (network_id, for_day) where done_at is null;
create index consigne_made on followup.consigne (network_id, made_at);
create index on followup.consigne (network_id, patient_id) where patient_id is not null;
create index on followup.consigne (network_id, on_call_id) where on_call_id is not null;
select platform.protect('followup.consigne');

create table followup.consigne_seen (
  network_id  uuid not null default platform.acting(),
  consigne_id uuid not null,
  member_id   uuid not null,
  at          timestamptz not null,
  primary key (network_id, consigne_id, member_id),
  foreign key (network_id, consigne_id) references followup.consigne,
  foreign key (network_id, member_id) references network.team_member
);
select platform.protect('followup.consigne_seen');

-- The end of a permanence: handed over by who held it, received by the next.
create table followup.on_call_handover (
  network_id    uuid not null default platform.acting(),
  on_call_id    uuid not null,
  remark        text,
  clinical      boolean not null,
  handed_at     timestamptz not null,
  handed_name   text not null,
  received_at   timestamptz,
  received_name text,
  primary key (network_id, on_call_id)
);
select platform.protect('followup.on_call_handover');

-- A word somebody adds to the report of a day, which is otherwise made of what was done.
create table followup.day_remark (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  day        date not null,
  words      text not null,
  clinical   boolean not null,
  by_name    text not null,
  at         timestamptz not null,
  primary key (network_id, id)
);
create index on followup.day_remark (network_id, day);
select platform.protect('followup.day_remark');
