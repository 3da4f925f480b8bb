-- Doors: where a request came from. A door is a channel, with the reference the request has there; the same reference
-- does not come in twice by the same door.
alter table intake.referral drop constraint referral_channel_check;
alter table intake.referral add constraint referral_channel_check check (channel in
  ('TELEPHONE','COURRIEL','TELECOPIE','COURRIER','ACCUEIL','MSSANTE','FORMULAIRE','PAPIER','VIATRAJECTOIRE','REPERAGE'));
alter table intake.referral add column external_ref text;
create unique index once_by_a_door on intake.referral (network_id, channel, upper(external_ref)) where external_ref is not null;

-- What an unknown professional typed on the public page: nobody's file yet. Somebody of the team checks who it is about;
-- then it is a request like another.
create table intake.arrival (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  number      int generated always as identity,
  received_at timestamptz not null,
  door        text not null check (door in ('FORMULAIRE')),
  code_hash   bytea not null,             -- of the secret code by which the asker reads the state
  fields      jsonb not null,             -- the form, field by field
  asker_email text,
  urgency     text not null check (urgency in ('NORMALE','RAPIDE','URGENTE')),
  documents   uuid[] not null default '{}', -- in the tray, until the person is known
  state       text not null default 'A_VERIFIER' check (state in ('A_VERIFIER','VERIFIEE','ECARTEE')),
  referral_id uuid,
  handled_at  timestamptz,
  handled_by  text,
  dismissed_why text,
  primary key (network_id, id),
  check ((state = 'VERIFIEE') = (referral_id is not null)),
  check ((state = 'ECARTEE') = (dismissed_why is not null)),
  foreign key (network_id, referral_id) references intake.referral
);
create index on intake.arrival (network_id, received_at) where state = 'A_VERIFIER';
select platform.protect('intake.arrival');

-- How often one source sends or asks, for throttling: a digest of its address, kept a day, about nobody.
create table intake.source_use (
  key  bytea not null,
  what text not null check (what in ('ENVOI','ETAT')),
  at   timestamptz not null
);
create index on intake.source_use (key, what, at);
