-- Letters written from templates, batches to print and post, what became of each letter, returned mail.

-- A structure's own versions of a template. Without any, the shipped one serves; older letters keep the version they were written from.
create table correspondence.template_version (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  code         text not null,
  number       int not null check (number > 0),
  title        text not null,
  usage        text not null,            -- when to use it
  subject      text not null,
  body         text not null,            -- text with fields
  clinical     boolean not null,         -- its letters may hold health content
  recipients   text[] not null,
  shipped      int not null,             -- the latest shipped version known when it was published; 0 for a template of the structure's own
  origin       text not null check (origin in ('APPLICATION','FICHIER','MAILLAGE')),
  published_at timestamptz not null,
  published_by text not null,
  primary key (network_id, id),
  unique (network_id, code, number)
);
select platform.protect('correspondence.template_version');
select platform.append_only('correspondence.template_version');

-- A newer shipped version that the structure looked at and left aside.
create table correspondence.shipped_left (
  network_id uuid not null default platform.acting(),
  code       text not null,
  shipped    int not null,
  primary key (network_id, code)
);
select platform.protect('correspondence.shipped_left');

alter table correspondence.outgoing_message
  add column rich boolean not null default false,        -- the text has marks of bold and italic
  add column clinical boolean not null default true,     -- health content: kept from those who see names and status only
  add column template_code text,
  add column template_version text,                      -- « version 3 », « version Maillage 1 »
  add column template_title text,
  add column source text,                                -- while it is being written: the text with its fields
  add column typed jsonb not null default '{}',          -- while it is being written: what the writer typed
  add column recipient_id uuid,                          -- the line of the circle, when it is somebody of it
  add column returned_on date,
  add column returned_why text check (returned_why in ('NPAI','REFUSE','NON_RECLAME','DECEDE','AUTRE')),
  add column version int not null default 0;
alter table correspondence.outgoing_message drop constraint outgoing_message_recipient_kind_check;
alter table correspondence.outgoing_message add constraint outgoing_message_recipient_kind_check
  check (recipient_kind in ('MEDECIN_TRAITANT','ADRESSEUR','INTERVENANT','PERSONNE','REPRESENTANT','STRUCTURE','AUTRE'));
alter table correspondence.outgoing_message drop constraint outgoing_message_state_check;
alter table correspondence.outgoing_message add constraint outgoing_message_state_check
  check (state in ('BROUILLON','A_ENVOYER','ENVOYE','ANNULE','ECHEC'));
alter table correspondence.outgoing_message add constraint draft_has_source check (state <> 'BROUILLON' or source is not null);

-- Every line of every structure, as the owner: the letters whose text names nobody's health.
do $$
declare n uuid;
begin
  for n in select id from network.network loop
    perform set_config('maillage.networks', n::text, true), set_config('maillage.network', n::text, true);
    update correspondence.outgoing_message set clinical = false where kind in ('INFORMATION_DEMANDE','REPONSE_ADRESSEUR');
  end loop;
  perform set_config('maillage.networks', '', true), set_config('maillage.network', '', true);
end $$;

-- Letters printed together. Printing is not posting.
create table correspondence.batch (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  number     int not null,
  two_sided  boolean not null,
  created_at timestamptz not null,
  created_by text not null,
  printed    int not null default 0,     -- how many times
  printed_at timestamptz,
  printed_by text,
  primary key (network_id, id),
  unique (network_id, number)
);
select platform.protect('correspondence.batch');

create table correspondence.batch_letter (
  network_id uuid not null default platform.acting(),
  batch_id   uuid not null,
  letter_id  uuid not null,
  rank       int not null,
  outcome    text check (outcome in ('POSTE','RETIRE')),  -- null: waits in the batch
  primary key (network_id, batch_id, letter_id),
  foreign key (network_id, batch_id) references correspondence.batch,
  foreign key (network_id, letter_id) references correspondence.outgoing_message
);
create unique index in_one_batch on correspondence.batch_letter (network_id, letter_id) where outcome is null;
select platform.protect('correspondence.batch_letter');

-- What became of a letter, from one channel to the other: only grows.
create table correspondence.letter_event (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  letter_id  uuid not null,
  kind       text not null check (kind in ('ECRIT','LOT','IMPRIME','RETIRE','POSTE','REMIS','ANNONCE','ECHEC','REVENU','A_ENVOYER','ANNULE')),
  channel    text not null check (channel in ('COURRIER','TELEPHONE','REMISE_EN_MAIN','MSSANTE')),
  on_date    date not null,
  words      text,
  by_name    text not null,
  at         timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, letter_id) references correspondence.outgoing_message
);
create index on correspondence.letter_event (network_id, letter_id, at);
create index on correspondence.letter_event (network_id, on_date);
select platform.protect('correspondence.letter_event');
select platform.append_only('correspondence.letter_event');

-- An address from which a letter came back, until somebody checks it.
create table correspondence.address_mark (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  address_key text not null,
  letter_id   uuid not null,
  reason      text not null check (reason in ('NPAI','REFUSE','NON_RECLAME','DECEDE','AUTRE')),
  returned_on date not null,
  lifted_at   timestamptz,
  lifted_by   text,
  primary key (network_id, id),
  foreign key (network_id, letter_id) references correspondence.outgoing_message
);
create unique index one_mark on correspondence.address_mark (network_id, address_key) where lifted_at is null;
select platform.protect('correspondence.address_mark');

-- The name and the address a letter goes to, made comparable.
create function correspondence.address_key(name text, address text) returns text language sql immutable parallel safe
  as $$ select platform.search_key(name || ' ' || coalesce(address, '')) $$;
