-- A request for support as it came in. It may be about nobody (advice, information). It is never refused.
create table intake.referral (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  number          int generated always as identity,     -- what people quote on the telephone
  received_at     timestamptz not null,
  channel         text not null check (channel in ('TELEPHONE','COURRIEL','TELECOPIE','COURRIER','ACCUEIL','MSSANTE','FORMULAIRE','REPERAGE')),
  patient_id      uuid,                                   -- null: about nobody
  asker_quality   text not null check (asker_quality in ('MEDECIN_TRAITANT','MEDECIN','INFIRMIER','AUTRE_SOIGNANT','HOPITAL','SOCIAL','MEDICO_SOCIAL','PERSONNE','PROCHE','BAILLEUR','MAIRIE','VOISIN','AUTRE')),
  asker_name      text not null,
  asker_function  text,
  asker_rpps      text,
  asker_phone     text,
  asker_structure text,
  motives         text[] not null default '{}',
  own_words       text,                                   -- the person's own words
  relatives_words text,
  note            text,
  urgency         text not null check (urgency in ('NORMALE','RAPIDE','URGENTE')),
  agreement       text check (agreement in ('INFORMEE_ACCORD','A_CONFIRMER','PAS_INFORMEE','REFUSE','HORS_D_ETAT')),
  agreement_reason text,
  mt_notice       text not null default 'A_PREVENIR' check (mt_notice in ('EST_L_ADRESSEUR','PREVENU','A_PREVENIR','OPPOSITION','SANS_MT','SANS_OBJET')),
  theme_code      text,
  commune_code    text,
  status          text not null default 'A_ANALYSER' check (status in ('A_ANALYSER','EN_ATTENTE','CONSEIL','ORIENTEE','ACCOMPAGNEMENT','SANS_SUITE')),
  closed_reason   text check (closed_reason in ('REFUS','INJOIGNABLE','DEJA_ACCOMPAGNEE','BESOIN_COUVERT','HORS_TERRITOIRE','DOUBLON')),
  closed_note     text,
  advice          text,                                   -- what was answered, for advice and information
  oriented_to     text,
  awaiting        text,                                   -- what information is waited for
  level           smallint check (level between 0 and 3),
  intensity       text check (intensity in ('PONCTUEL','SOUTENU','INTENSIF')),
  assigned_to     uuid,                                   -- network.team_member
  taken_at        timestamptz,
  answer_due      date,
  decided_at      timestamptz,
  decided_by      uuid,
  asker_told_at   timestamptz,
  recorded_by     uuid default platform.account(),
  recorded_by_name text,
  version         int not null default 0,
  primary key (network_id, id),
  check ((status = 'SANS_SUITE') = (closed_reason is not null)),
  check (status <> 'ACCOMPAGNEMENT' or patient_id is not null),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, assigned_to) references network.team_member
);
create index on intake.referral (network_id, status, received_at);
create index on intake.referral (network_id, patient_id);
select platform.protect('intake.referral');

-- The coordinator's analysis: validation of the need for coordination, before any support.
create table intake.analysis (
  network_id      uuid not null default platform.acting(),
  referral_id     uuid not null,
  medical_criteria text[] not null default '{}',   -- guide O1 §2
  social_criteria  text[] not null default '{}',
  grid_items      text[] not null default '{}',    -- codes of network.level_grid that hold
  dimensions      jsonb not null default '{}',     -- free words on the five dimensions
  subsidiarity    text check (subsidiarity in ('NON_COUVERT','COUVERT_1ER_RECOURS','COUVERT_SERVICE','EN_COMPLEMENT')),
  subsidiarity_note text,
  mt_part         text check (mt_part in ('AVEC_MT','MT_INJOIGNABLE','SANS_MT','OPPOSITION')),
  mt_words        text,
  points          int,
  proposed_level  smallint,
  proposed_because text[] not null default '{}',
  retained_level  smallint check (retained_level between 0 and 3),
  override_reason text,
  need_validated_on date,
  analysed_by     uuid,
  analysed_by_name text,
  analysed_at     timestamptz not null,
  primary key (network_id, referral_id),
  foreign key (network_id, referral_id) references intake.referral
);
select platform.protect('intake.analysis');

-- The urgent circuit: immediate answer, evaluation at 24 h and 48 h, entry in a level.
create table intake.urgency (
  network_id     uuid not null default platform.acting(),
  referral_id    uuid not null,
  patient_id     uuid not null,
  opened_at      timestamptz not null,
  answer         text,                 -- what was answered at once
  partner        text,                 -- by whom
  answered_at    timestamptz,
  due24          timestamptz not null,
  relay24        text,                 -- who does it when it falls outside the team's hours
  done24_at      timestamptz,
  done24_how     text check (done24_how in ('DOMICILE','TELEPHONE','HOPITAL','AUTRE')),
  done24_note    text,
  due48          timestamptz not null,
  relay48        text,
  done48_at      timestamptz,
  done48_how     text check (done48_how in ('DOMICILE','TELEPHONE','HOPITAL','AUTRE')),
  done48_note    text,
  ended_at       timestamptz,
  ended_level    smallint check (ended_level between 1 and 3),
  ended_why      text check (ended_why in ('NIVEAU','DECES','SANS_SUITE')),
  primary key (network_id, referral_id),
  foreign key (network_id, referral_id) references intake.referral,
  foreign key (network_id, patient_id) references patient.patient
);
create index on intake.urgency (network_id, due24) where ended_at is null;
select platform.protect('intake.urgency');

-- Hand-over to another coordination structure: sent, then acknowledged, or asked again.
create table intake.handover (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  referral_id     uuid,
  patient_id      uuid not null,
  to_kind         text not null check (to_kind in ('MAIA','CLIC','HAD','RESEAU_REGIONAL','DAC','SSIAD','HOPITAL','AUTRE')),
  to_name         text not null,
  content         text not null,
  patient_agreed  boolean not null,
  sent_at         timestamptz not null,
  sent_by         uuid,
  sent_by_name    text,
  reminded_at     timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_note text,
  primary key (network_id, id),
  foreign key (network_id, referral_id) references intake.referral,
  foreign key (network_id, patient_id) references patient.patient
);
create index on intake.handover (network_id, patient_id);
create index on intake.handover (network_id, sent_at) where acknowledged_at is null;
select platform.protect('intake.handover');

-- Awareness actions with professionals (spotting complexity, working in a network).
create table intake.awareness_action (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  held_on      date not null,
  title        text not null,
  audience     text,
  participants int check (participants >= 0),
  primary key (network_id, id)
);
select platform.protect('intake.awareness_action');

create view intake.open_referral with (security_invoker = true) as
  select network_id, id, number, patient_id, received_at, urgency, status, assigned_to, theme_code, answer_due, level
    from intake.referral where status in ('A_ANALYSER','EN_ATTENTE');
