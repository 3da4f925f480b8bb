-- Savoir-faire, diplomas and authorisations of professionals, as their extractions give them: a line of the file is a row.
create table directory.expertise (
  pp_id            text collate "C" not null,
  profession_code  text not null default '',
  expertise_type   text not null default '',
  expertise        text not null,
  primary key (pp_id, profession_code, expertise_type, expertise)
);
create table directory.diploma (
  pp_id          text collate "C" not null,
  diploma_type   text not null default '',
  diploma        text not null default '',
  authorisation  text not null default '',      -- to practise without the French diploma
  discipline     text not null default '',
  primary key (pp_id, diploma_type, diploma, authorisation, discipline)
);
alter table directory.term drop constraint term_kind_check;
alter table directory.term add constraint term_kind_check check (kind in ('PROFESSION','CATEGORIE','SAVOIR_FAIRE','TYPE_SAVOIR_FAIRE','MODE','SECTEUR','SECTION','ROLE','GENRE',
  'TYPE_DIPLOME','DIPLOME','AUTORISATION','DISCIPLINE'));

-- Establishments of FINESS beside those somebody wrote: an import touches its own alone.
alter table directory.organization add column source text not null default 'LOCAL' check (source in ('LOCAL','FINESS'));
alter table directory.organization add column finess_ej text;
alter table directory.organization add column postcode text;
alter table directory.organization add column category text;             -- nomenclature of FINESS (TRE_R66)
alter table directory.organization add column siret text;
alter table directory.organization add column opened_on date;
alter table directory.organization add column latitude numeric(8,5);
alter table directory.organization add column longitude numeric(8,5);
create index on directory.organization (commune_code);

-- Kinds of structures as Maillage speaks of them, and the categories of FINESS they stand for.
create table directory.finess_category (
  category  text primary key,
  kind      text not null,
  label     text not null,
  source    text not null
);
insert into directory.finess_category (category, kind, label, source) values
  ('355', 'HOPITAL', 'Centre hospitalier', 'FINESS, extraction des établissements'),
  ('354', 'SSIAD', 'Service de soins infirmiers à domicile', 'FINESS, extraction des établissements'),
  ('500', 'EHPAD', 'EHPAD', 'FINESS, extraction des établissements'),
  ('124', 'CENTRE_SANTE', 'Centre de santé', 'FINESS, extraction des établissements'),
  ('127', 'HAD', 'Hospitalisation à domicile', 'source à vérifier'),
  ('603', 'MSP', 'Maison de santé pluriprofessionnelle', 'source à vérifier'),
  ('696', 'GCS', 'Groupement de coopération sanitaire', 'source à vérifier'),
  ('101', 'HOPITAL', 'Centre hospitalier régional', 'source à vérifier'),
  ('109', 'SMR', 'SMR (ex-SSR)', 'source à vérifier'),
  ('197', 'CSAPA', 'CSAPA', 'source à vérifier'),
  ('460', 'SAD', 'Service autonomie à domicile', 'source à vérifier');
