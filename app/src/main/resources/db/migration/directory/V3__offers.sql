-- What may be needed for a person at home, in the words of coordinators; what answers it in each of the files: the
-- national profession (directory.activity), the kind of structure (directory.organization), and in the offers of the ROR
-- the mode of care (TRE_R213), the category of establishment (FINESS, TRE_R66) or words of the activity (search_key).
-- Order matters for an offer: the first need whose code or words it bears is the one it answers.
create table directory.need (
  code        text primary key,
  label       text not null,
  family      text not null check (family in ('SOINS','AIDE','REPIT','EXPERTISE','HEBERGEMENT')),
  profession  text references directory.profession,
  kinds       text[] not null default '{}',
  modes       text[] not null default '{}',    -- TRE_R213 mode de prise en charge
  categories  text[] not null default '{}',    -- FINESS category of the establishment
  words       text[] not null default '{}',    -- pieces of comparable words
  rank        int not null
);
insert into directory.need (code, label, family, profession, kinds, modes, categories, words, rank) values
  ('HAD', 'Hospitalisation à domicile (HAD)', 'SOINS', null, '{HAD}', '{31}', '{127}', '{hospitalisation a domicile}', 1),
  ('EMSP', 'Équipe mobile de soins palliatifs (EMSP)', 'EXPERTISE', null, '{EMSP}', '{}', '{}', '{mobile de soins palliatifs,soins palliatifs}', 2),
  ('EMG', 'Équipe mobile de gériatrie', 'EXPERTISE', null, '{EMG}', '{}', '{}', '{mobile de geriatrie,mobile geriatrique,gerontologique mobile}', 3),
  ('ESA', 'Équipe spécialisée Alzheimer (ESA)', 'EXPERTISE', null, '{ESA}', '{}', '{}', '{specialisee alzheimer,rehabilitation et accompagnement}', 4),
  ('CONSULTATION_MEMOIRE', 'Consultation mémoire', 'EXPERTISE', null, '{}', '{}', '{}', '{memoire}', 5),
  ('SSIAD', 'Soins infirmiers à domicile par un service (SSIAD)', 'SOINS', null, '{SSIAD}', '{}', '{354}', '{ssiad,service de soins infirmiers a domicile,soins infirmiers a domicile}', 6),
  ('GARDE_NUIT', 'Garde de nuit', 'REPIT', null, '{}', '{}', '{}', '{garde de nuit,garde itinerante,nuit a domicile}', 7),
  ('REPIT', 'Répit de l’aidant', 'REPIT', null, '{}', '{}', '{}', '{repit,relayage,accompagnement des aidants}', 8),
  ('ACCUEIL_JOUR', 'Accueil de jour', 'REPIT', null, '{}', '{47}', '{}', '{accueil de jour}', 9),
  ('HEBERGEMENT_TEMPORAIRE', 'Hébergement temporaire', 'REPIT', null, '{}', '{}', '{}', '{hebergement temporaire,accueil temporaire}', 10),
  ('TELEASSISTANCE', 'Téléassistance', 'AIDE', null, '{}', '{}', '{}', '{teleassistance,telealarme}', 11),
  ('PORTAGE_REPAS', 'Portage de repas', 'AIDE', null, '{}', '{}', '{}', '{portage de repas,repas a domicile}', 12),
  ('TRANSPORT', 'Transport accompagné', 'AIDE', null, '{}', '{}', '{}', '{transport}', 13),
  ('AIDE_DOMICILE', 'Aide à domicile', 'AIDE', null, '{SAD}', '{}', '{460}', '{aide a domicile,auxiliaire de vie,service autonomie,aide et accompagnement a domicile}', 14),
  ('INFIRMIER', 'Infirmier à domicile', 'SOINS', 'INFIRMIER', '{}', '{}', '{}', '{infirmier,infirmiere,soins infirmiers}', 15),
  ('KINESITHERAPEUTE', 'Kinésithérapeute', 'SOINS', 'MASSEUR_KINE', '{}', '{}', '{}', '{kinesitherap}', 16),
  ('MEDECIN_TRAITANT', 'Médecin traitant', 'SOINS', 'MEDECIN_GENERALISTE', '{}', '{}', '{}', '{medecine generale}', 17),
  ('ORTHOPHONISTE', 'Orthophoniste', 'SOINS', 'ORTHOPHONISTE', '{}', '{}', '{}', '{orthophon}', 18),
  ('ERGOTHERAPEUTE', 'Ergothérapeute', 'EXPERTISE', 'ERGOTHERAPEUTE', '{}', '{}', '{}', '{ergotherap}', 19),
  ('PSYCHOLOGUE', 'Psychologue', 'EXPERTISE', 'PSYCHOLOGUE', '{}', '{}', '{}', '{psycholog}', 20),
  ('DIETETICIEN', 'Diététicien', 'EXPERTISE', 'DIETETICIEN', '{}', '{}', '{}', '{dietet,nutrition}', 21),
  ('PEDICURE_PODOLOGUE', 'Pédicure-podologue', 'SOINS', 'PEDICURE_PODOLOGUE', '{}', '{}', '{}', '{podolog}', 22),
  ('SMR', 'Soins médicaux et de réadaptation (SMR)', 'HEBERGEMENT', null, '{SMR}', '{}', '{109}', '{soins medicaux et de readaptation,soins de suite}', 23),
  ('ADDICTOLOGIE', 'Addictologie (CSAPA)', 'EXPERTISE', null, '{CSAPA}', '{}', '{197}', '{addict}', 24),
  ('EHPAD', 'Entrée en EHPAD', 'HEBERGEMENT', null, '{EHPAD}', '{}', '{500}', '{personnes agees dependantes,ehpad}', 25);

-- Offers of the ROR: what a structure does for whom, where, and whether there is room. One line for one offer
-- (ror-healthcareservice) with what its place (ror-location) and its structure (ror-organization) say. Offers flagged
-- sensitive (uniteSensible) are not kept, nor telephones of the third level of confidentiality.
create table directory.offer (
  id                text primary key,          -- identifiantOffre
  source            text not null default 'ROR' check (source in ('ROR','DEMONSTRATION')),
  resource_id       text unique,               -- HealthcareService/…: what a later reading names it by
  organization      text,                      -- FINESS
  organization_name text,
  name              text not null,
  need              text references directory.need,
  kind              text,                      -- activity, in the words of the ROR
  specialties       text[] not null default '{}',
  mode              text check (mode in ('DOMICILE','SUR_PLACE','A_DISTANCE')),
  address           text,
  postcode          text,
  commune_code      text collate "C",
  commune_name      text,
  latitude          numeric(8,5),
  longitude         numeric(8,5),
  phone             text,
  email             text,
  mssante           text,
  places_total      int check (places_total >= 0),
  places_free       int check (places_free >= 0),
  available_at      timestamptz,               -- when the places were said
  age_from          int,
  age_to            int,
  hours             text,
  served            text[] not null default '{}',  -- where it goes: communes, départements (TRE_R13, TRE_G09)
  updated_at        timestamptz not null
);
create index on directory.offer (need, commune_code);
create index on directory.offer (commune_code);
create index on directory.offer (organization) where organization is not null;
