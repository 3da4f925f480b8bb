-- Scanned and received files. A document keeps its id through its versions; contents are stored once, checksummed, and
-- never deleted: what is removed from view stays (legal retention), and the database itself refuses a deletion.
create text search configuration documents.fr (copy = pg_catalog.french);
alter text search configuration documents.fr alter mapping for hword, hword_part, word with public.unaccent, french_stem;

create table documents.content (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  sha256     bytea not null check (octet_length(sha256) = 32),
  size       bigint not null check (size > 0),
  media_type text not null,
  pages      int,
  store      text not null check (store in ('BASE','DOSSIER')),
  stored_at  timestamptz not null,
  state      text not null default 'INTACT' check (state in ('INTACT','INTROUVABLE','ALTERE')),
  checked_at timestamptz,
  -- the text one may search: not read yet, read, none (a scan), or it could not be read in the time allowed
  text_state text not null default 'A_LIRE' check (text_state in ('A_LIRE','LU','SANS_TEXTE','ILLISIBLE')),
  body       text,
  primary key (network_id, id)
);
create index on documents.content (network_id, sha256);
create index content_to_read on documents.content (network_id, stored_at) where text_state = 'A_LIRE';
select platform.protect('documents.content');

-- Contents kept in the database, in pieces of a mebibyte: read one at a time, under the same policy as everything else
-- (large objects know no row-level security).
create table documents.chunk (
  network_id uuid not null default platform.acting(),
  content_id uuid not null,
  rank       int not null,
  bytes      bytea not null,
  primary key (network_id, content_id, rank),
  foreign key (network_id, content_id) references documents.content
);
alter table documents.chunk alter column bytes set storage external; -- PDF and images are compressed already
select platform.protect('documents.chunk');
select platform.append_only('documents.chunk');

create table documents.document (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid,                       -- null: in the tray, to be filed
  type        text not null check (type in ('COURRIER_SORTIE','ORDONNANCE','ACCORD_SIGNE','JUGEMENT','COMPTE_RENDU','EVALUATION','ADMINISTRATIF','PHOTO','AUTRE')),
  title       text not null,
  dated_on    date,                       -- date written on the document
  source      text,                       -- who sent it
  -- parts of the circle that may read it, ACCUEIL (secretary and head), PERSONNE; the clinical team always may
  audience    text[] not null default '{}' check (audience <@ array['SOINS','MEDICAL','PSYCHOLOGIQUE','SOCIAL','EDUCATION','AIDE','ACCUEIL','PERSONNE']),
  shown       int not null default 1,     -- number of the version shown
  content_id  uuid not null,              -- its content
  deposited_at timestamptz not null,
  deposited_by_name text not null,
  handled_at  timestamptz not null,       -- last deposited or filed, by whom
  handled_by  uuid default platform.account(),
  filed_at    timestamptz,
  filed_by_name text,
  removed_at  timestamptz,
  removed_by_name text,
  removed_why text,
  version     int not null default 0,
  primary key (network_id, id),
  check ((removed_at is null) = (removed_why is null)),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, content_id) references documents.content
);
create index on documents.document (network_id, patient_id);
create index on documents.document (network_id, content_id);
create index to_be_filed on documents.document (network_id) where patient_id is null and removed_at is null;
select platform.protect('documents.document');

create table documents.version (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  document_id uuid not null,
  number      int not null,
  content_id  uuid not null,
  file_name   text not null,
  why         text,
  added_at    timestamptz not null,
  added_by_name text not null,
  primary key (network_id, id),
  unique (network_id, document_id, number),
  foreign key (network_id, document_id) references documents.document,
  foreign key (network_id, content_id) references documents.content
);
select platform.protect('documents.version');
select platform.append_only('documents.version');

-- The words of a document (title, source, text of the version shown) as PostgreSQL stems them in French. Under forced
-- row-level security only leakproof operators may use an index: equality of text is, @@ is not (adr 0012, 0016).
create table documents.word (
  network_id  uuid not null default platform.acting(),
  lexeme      text not null,
  document_id uuid not null,
  primary key (network_id, lexeme, document_id),
  foreign key (network_id, document_id) references documents.document
);
create index on documents.word (network_id, document_id);
select platform.protect('documents.word');

create trigger kept before delete on documents.content for each row execute function platform.refuse_change();
create trigger kept before delete on documents.document for each row execute function platform.refuse_change();
