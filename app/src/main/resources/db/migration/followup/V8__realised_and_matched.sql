-- What an act is on a day, said once: not yet, to be done, done, done late, not done, without news, suspended.
-- fr.maillage.followup.internal.realised.ActState gives the words.
create function followup.state_of(status text, due_on date, late_after date, today date) returns text
  language sql immutable parallel safe
  return case when status <> 'PREVU' then status
              when late_after < today then 'SANS_NOUVELLE'
              when due_on > today then 'A_VENIR'
              else 'A_FAIRE' end;
create index on followup.occurrence (network_id, due_until);

-- Something that came in about a person and may be a planned act that was done: a visit kept, a document, a call…
-- Nobody marks an act from it by itself: somebody confirms.
create table followup.incoming (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  kind       text not null check (kind in ('VISITE','DOCUMENT','CONTACT','SEJOUR','EVALUATION','RELAIS')),
  event_id   uuid not null,             -- the appointment, document, contact, stay, evaluation, hand-over
  nature     text not null default '',  -- of the document, visit…: COMPTE_RENDU, TELEPHONE
  on_day     date not null,
  title      text not null,             -- what was written of it
  who        text,                      -- whose act it would be
  of_team    boolean not null default false, -- who is of the support team: nobody of it is written as having cared
  account_id uuid default platform.account(),
  at         timestamptz not null,
  refused_at timestamptz,               -- it answers nothing planned
  refused_by text,
  gone_at    timestamptz,               -- withdrawn or corrected since
  primary key (network_id, id),
  unique (network_id, kind, event_id, patient_id),
  foreign key (network_id, patient_id) references patient.patient on delete cascade
);
create index on followup.incoming (network_id, patient_id);
create index incoming_waiting on followup.incoming (network_id, at) where refused_at is null and gone_at is null;
select platform.protect('followup.incoming');

-- What it may have fulfilled, best first.
create table followup.proposal (
  network_id    uuid not null default platform.acting(),
  incoming_id   uuid not null,
  occurrence_id uuid not null,
  rank          int not null check (rank > 0),
  score         int not null,
  why           text not null,
  primary key (network_id, incoming_id, occurrence_id),
  foreign key (network_id, incoming_id) references followup.incoming on delete cascade,
  foreign key (network_id, occurrence_id) references followup.occurrence on delete cascade
);
create index on followup.proposal (network_id, occurrence_id);
select platform.protect('followup.proposal');

-- Which event fulfilled which act, who said so; undone, the line stays.
create table followup.fulfilment (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  incoming_id   uuid not null,
  event_kind    text not null,
  event_id      uuid not null,
  occurrence_id uuid not null,
  said_by       text not null,
  said_by_id    uuid default platform.account(),
  at            timestamptz not null,
  undone_at     timestamptz,
  undone_by     text,
  primary key (network_id, id),
  foreign key (network_id, incoming_id) references followup.incoming on delete cascade,
  foreign key (network_id, occurrence_id) references followup.occurrence on delete cascade
);
create unique index one_act_one_event on followup.fulfilment (network_id, occurrence_id) where undone_at is null;
create unique index one_event_one_act on followup.fulfilment (network_id, incoming_id) where undone_at is null;
select platform.protect('followup.fulfilment');
