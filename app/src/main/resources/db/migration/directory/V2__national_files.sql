-- The national directory as its files give it: one line for each activity of a professional, found by name, place and
-- profession. An import of the whole makes the tables of its own (*_next), with the functions below, and puts them in
-- the place of these in one short transaction: a reader sees the former edition or the new one, never a part.

-- Professions as Maillage speaks of them, and the codes of the national nomenclature (TRE_G15, TRE_R94) they stand for.
create table directory.profession (
  code      text primary key,
  label     text not null,
  words     text not null default ''      -- other words people type for it, comparable (platform.search_key)
);
create table directory.profession_code (
  national  text primary key,
  code      text not null references directory.profession
);
insert into directory.profession (code, label, words) values
  ('MEDECIN_GENERALISTE', 'Médecin généraliste', 'medecin generaliste medecins generalistes generaliste generalistes mg omnipraticien'),
  ('MEDECIN_SPECIALISTE', 'Médecin spécialiste', 'medecin specialiste specialiste'),
  ('MEDECIN', 'Médecin', 'medecin medecins docteur'),
  ('PHARMACIEN', 'Pharmacien', 'pharmacien pharmacienne pharmaciens pharmacie'),
  ('AUDIOPROTHESISTE', 'Audioprothésiste', 'audioprothesiste audio'),
  ('OPTICIEN', 'Opticien-lunetier', 'opticien opticienne lunetier'),
  ('AIDE_SOIGNANT', 'Aide-soignant', 'aide soignant aide soignante as'),
  ('AMBULANCIER', 'Ambulancier', 'ambulancier ambulance'),
  ('CHIRURGIEN_DENTISTE', 'Chirurgien-dentiste', 'dentiste chirurgien dentiste dentistes'),
  ('SAGE_FEMME', 'Sage-femme', 'sage femme sages femmes sf'),
  ('INFIRMIER', 'Infirmier', 'infirmier infirmiere infirmiers infirmieres ide idel'),
  ('INFIRMIER_PSYCHIATRIQUE', 'Infirmier psychiatrique', 'infirmier psychiatrique infirmiere psychiatrique'),
  ('MASSEUR_KINE', 'Masseur-kinésithérapeute', 'kine kines kinesitherapeute masseur masseur kinesitherapeute mk'),
  ('OSTEOPATHE', 'Ostéopathe', 'osteopathe osteo'),
  ('PSYCHOTHERAPEUTE', 'Psychothérapeute', 'psychotherapeute'),
  ('PEDICURE_PODOLOGUE', 'Pédicure-podologue', 'pedicure podologue pedicure podologue podo'),
  ('ORTHOPHONISTE', 'Orthophoniste', 'orthophoniste ortho'),
  ('ORTHOPTISTE', 'Orthoptiste', 'orthoptiste'),
  ('PSYCHOLOGUE', 'Psychologue', 'psychologue psy'),
  ('ERGOTHERAPEUTE', 'Ergothérapeute', 'ergotherapeute ergo'),
  ('DIETETICIEN', 'Diététicien', 'dieteticien dieteticienne diet'),
  ('PSYCHOMOTRICIEN', 'Psychomotricien', 'psychomotricien psychomotricienne psychomot'),
  ('MANIPULATEUR_ERM', 'Manipulateur en électroradiologie médicale', 'manipulateur manipulateur radio manip'),
  ('ASSISTANT_SOCIAL', 'Assistant de service social', 'assistant social assistante sociale assistant de service social ass'),
  ('AUTRE', 'Autre professionnel', '');
insert into directory.profession_code (national, code) values
  ('10', 'MEDECIN'), ('21', 'PHARMACIEN'), ('26', 'AUDIOPROTHESISTE'), ('28', 'OPTICIEN'), ('35', 'AIDE_SOIGNANT'),
  ('36', 'AMBULANCIER'), ('40', 'CHIRURGIEN_DENTISTE'), ('50', 'SAGE_FEMME'), ('60', 'INFIRMIER'), ('69', 'INFIRMIER_PSYCHIATRIQUE'),
  ('70', 'MASSEUR_KINE'), ('71', 'OSTEOPATHE'), ('72', 'PSYCHOTHERAPEUTE'), ('80', 'PEDICURE_PODOLOGUE'), ('91', 'ORTHOPHONISTE'),
  ('92', 'ORTHOPTISTE'), ('93', 'PSYCHOLOGUE'), ('94', 'ERGOTHERAPEUTE'), ('95', 'DIETETICIEN'), ('96', 'PSYCHOMOTRICIEN'),
  ('98', 'MANIPULATEUR_ERM'), ('41', 'ASSISTANT_SOCIAL');

-- Labels of the codes, as the files give them.
create table directory.term (
  kind   text not null check (kind in ('PROFESSION','CATEGORIE','SAVOIR_FAIRE','MODE','SECTEUR','SECTION','ROLE','GENRE')),
  code   text not null,
  label  text not null,
  primary key (kind, code)
);

-- One line of the extraction of persons and activities. `hash` is of the line as it came: the same line is the same
-- activity. Keys are in the order of bytes, which is what they are searched by.
create table directory.activity (
  hash            uuid not null default gen_random_uuid(),
  pp_id           text collate "C" not null,   -- RPPS (11 digits), or ADELI of those who have no RPPS yet
  family_name     text not null,
  given_name      text not null default '',
  family_key      text collate "C" not null,
  given_key       text collate "C" not null default '',
  civility        text,
  profession      text not null,               -- directory.profession
  profession_code text,
  category        text,
  expertise_type  text,
  expertise       text,
  mode            text,                        -- L libéral, S salarié, B bénévole…
  siret           text,
  finess          text,
  finess_ej       text,
  site_id         text,
  site_name       text,
  site_sign       text,
  address         text,
  postcode        text,
  commune_code    text collate "C",
  commune_name    text,
  phone           text,
  phone2          text,
  fax             text,
  email           text,
  sector          text,
  role            text,
  genre           text,
  section         text
);
-- Secure mailboxes, of a person or of a person in a place (extraction MSSanté).
create table directory.mailbox (
  pp_id    text collate "C" not null,
  address  text not null,
  site_id  text,
  finess   text,
  primary key (pp_id, address)
);
-- Distinct names, for what is misspelt beyond one error and for the second word of a double name.
create table directory.name (
  key     text collate "C" not null,
  kind    "char" not null,                     -- f family, g given
  people  int not null
);

-- The indexes of an edition, made after its lines: sorted once, where a line at a time would cost several imports.
create function directory.index_activities(t regclass) returns void language plpgsql as $$
begin
  execute format('create index on %s (hash)', t);
  execute format('create index on %s (pp_id)', t);
  execute format('create index on %s (family_key, given_key)', t);
  execute format('create index on %s (given_key, family_key)', t);
  execute format('create index on %s (commune_code, profession)', t);
  execute format('create index on %s (finess) where finess is not null', t);
end $$;
create function directory.index_names(t regclass) returns void language plpgsql as $$
begin
  execute format('create unique index on %s (key, kind)', t);
  execute format('create index on %s using gin (key public.gin_trgm_ops)', t);
end $$;
create function directory.fill_names(names regclass, activities regclass) returns void language plpgsql as $$
begin
  execute format('insert into %s (key, kind, people) select family_key, ''f'', count(*) from %s group by family_key'
                 || ' union all select given_key, ''g'', count(*) from %s where given_key <> '''' group by given_key',
                 names, activities, activities);
end $$;

insert into directory.term (kind, code, label) select distinct 'SAVOIR_FAIRE', specialty, specialty from directory.practitioner where specialty is not null;
insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession, expertise, site_name, address, commune_code, commune_name, phone)
  select rpps, family_name, given_name, platform.search_key(family_name), platform.search_key(given_name), profession, specialty, organization, address,
         commune_code, commune_name, phone from directory.practitioner;
insert into directory.mailbox (pp_id, address) select rpps, mssante from directory.practitioner where mssante is not null;
insert into directory.profession (code, label) select distinct on (profession) profession, profession_label from directory.practitioner
  on conflict do nothing;
drop table directory.practitioner;
select directory.index_activities('directory.activity');
select directory.fill_names('directory.name', 'directory.activity');
select directory.index_names('directory.name');

-- A professional, by the first of the places they work in: the one with an address and a telephone.
create function directory.show_practitioners() returns void language plpgsql as $$
begin
  create or replace view directory.practitioner as
    select distinct on (a.pp_id) a.pp_id as rpps, a.family_name, a.given_name, a.profession,
           coalesce(p.label, t.label, a.profession) as profession_label, e.label as specialty, a.site_name as organization,
           a.address, a.commune_code, a.commune_name, a.phone,
           (select m.address from directory.mailbox m where m.pp_id = a.pp_id order by m.site_id is not null, m.address limit 1) as mssante
      from directory.activity a
      left join directory.profession p on p.code = a.profession and p.code <> 'AUTRE'
      left join directory.term t on t.kind = 'PROFESSION' and t.code = a.profession_code
      left join directory.term e on e.kind = 'SAVOIR_FAIRE' and e.code = a.expertise
     order by a.pp_id, a.commune_code is null, a.phone is null, a.site_id, a.hash;
end $$;
select directory.show_practitioners();

-- Takes the tables *_next for those in use. Run in one transaction: nobody sees a part.
create function directory.take_next() returns void language plpgsql as $$
begin
  drop view directory.practitioner;
  drop table directory.activity;
  drop table directory.name;
  alter table directory.activity_next rename to activity;
  alter table directory.name_next rename to name;
  perform directory.show_practitioners();
end $$;

-- A file that was loaded, or refused.
create table directory.edition (
  id          uuid primary key,
  source      text not null check (source in ('PERSONNES','SAVOIR_FAIRE','DIPLOMES','MSSANTE','FINESS','ROR')),
  file_name   text not null,
  state       text not null default 'EN_COURS' check (state in ('EN_COURS','FAITE','IDENTIQUE','REFUSEE','ECHEC')),
  begun_at    timestamptz not null,
  ended_at    timestamptz,
  author      text not null,
  step        text,
  done        bigint not null default 0,       -- bytes of the text read so far
  bytes       bigint not null default 0,
  lines       bigint not null default 0,
  wrong       bigint not null default 0,
  warned      bigint not null default 0,
  before      bigint not null default 0,       -- lines in use before
  added       bigint not null default 0,
  removed     bigint not null default 0,
  why         text,                            -- code of the refusal
  why_detail  text
);
create index on directory.edition (source, begun_at desc);
create table directory.edition_fault (
  edition_id  uuid not null references directory.edition on delete cascade,
  rank        int not null,
  line        bigint,
  reason      text not null,
  detail      text,
  primary key (edition_id, rank)
);
create table directory.edition_count (
  edition_id  uuid not null references directory.edition on delete cascade,
  reason      text not null,
  lines       bigint not null,
  primary key (edition_id, reason)
);
-- What an edition changed, by professional.
create table directory.movement (
  edition_id  uuid not null references directory.edition on delete cascade,
  pp_id       text collate "C" not null,
  kind        text not null check (kind in ('NOUVEAU','PARTI','DEMENAGE','CHANGE')),
  primary key (edition_id, pp_id)
);
create index on directory.movement (pp_id);
