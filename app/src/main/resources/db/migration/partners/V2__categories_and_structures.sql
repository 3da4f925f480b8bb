-- With whom a network works, as ARESPA lists it: fifteen categories, in its order, and the others. Source: guide DGOS 2012,
-- fiche D1, « Chiffres clés et acteurs en relation avec l'Arespa ». The conseils généraux of the source are today's conseils
-- départementaux. A reference, the same for every structure.
create table partners.category (
  code    text primary key,
  label   text not null,
  source  text,                 -- what the source counts for ARESPA
  rank    int not null
);
insert into partners.category (code, label, source, rank) values
  ('ETABLISSEMENT', 'Établissements de santé', '26', 1),
  ('EMSP', 'Équipes mobiles de soins palliatifs', '6', 2),
  ('GENERALISTE', 'Médecins généralistes', 'plus de 850', 3),
  ('INFIRMIER', 'Infirmiers', 'plus de 300', 4),
  ('PHARMACIEN', 'Pharmaciens', 'plus de 55', 5),
  ('SPECIALISTE', 'Médecins spécialistes', 'plus de 50', 6),
  ('DOMICILE', 'Services de soins et d’aide à domicile', 'plus de 44', 7),
  ('KINE', 'Masseurs-kinésithérapeutes', 'plus de 30', 8),
  ('PSYCHOLOGUE', 'Psychologues', 'plus de 10', 9),
  ('MAISON', 'Maisons, pôles et centres de santé', '20', 10),
  ('SOCIAL', 'Organismes sociaux', '7', 11),
  ('RESEAU', 'Réseaux de santé', '7', 12),
  ('DEPARTEMENT', 'Conseils départementaux', '4', 13),
  ('MDPH', 'MDPH', '4', 14),
  ('HAD', 'Hospitalisation à domicile (HAD)', '2', 15),
  ('AUTRE', 'Autres partenaires', null, 16);

-- Which professions (directory.profession) and kinds of structures (directory.organization) each holds; what is in none is
-- another partner.
create table partners.category_code (
  sort      text not null check (sort in ('PROFESSION','KIND')),
  code      text not null,
  category  text not null references partners.category,
  label     text,               -- of a kind of structure that may be added by hand
  primary key (sort, code)
);
insert into partners.category_code (sort, code, category, label) values
  ('PROFESSION', 'MEDECIN_GENERALISTE', 'GENERALISTE', null),
  ('PROFESSION', 'MEDECIN_SPECIALISTE', 'SPECIALISTE', null),
  ('PROFESSION', 'INFIRMIER', 'INFIRMIER', null),
  ('PROFESSION', 'INFIRMIER_PSYCHIATRIQUE', 'INFIRMIER', null),
  ('PROFESSION', 'PHARMACIEN', 'PHARMACIEN', null),
  ('PROFESSION', 'MASSEUR_KINE', 'KINE', null),
  ('PROFESSION', 'PSYCHOLOGUE', 'PSYCHOLOGUE', null),
  ('KIND', 'HOPITAL', 'ETABLISSEMENT', 'Hôpital ou clinique'),
  ('KIND', 'SMR', 'ETABLISSEMENT', 'SMR (ex-SSR)'),
  ('KIND', 'EMSP', 'EMSP', 'Équipe mobile de soins palliatifs'),
  ('KIND', 'SSIAD', 'DOMICILE', 'SSIAD'),
  ('KIND', 'SAD', 'DOMICILE', 'Service autonomie à domicile'),
  ('KIND', 'MSP', 'MAISON', 'Maison de santé pluriprofessionnelle'),
  ('KIND', 'POLE_SANTE', 'MAISON', 'Pôle de santé'),
  ('KIND', 'CENTRE_SANTE', 'MAISON', 'Centre de santé'),
  ('KIND', 'CCAS', 'SOCIAL', 'CCAS'),
  ('KIND', 'ORGANISME_SOCIAL', 'SOCIAL', 'Organisme social (CPAM, CARSAT, CAF, MSA…)'),
  ('KIND', 'RESEAU', 'RESEAU', 'Réseau de santé'),
  ('KIND', 'RESEAU_REGIONAL', 'RESEAU', 'Réseau régional'),
  ('KIND', 'DAC', 'RESEAU', 'Dispositif d’appui à la coordination'),
  ('KIND', 'CONSEIL_DEPARTEMENTAL', 'DEPARTEMENT', 'Conseil départemental'),
  ('KIND', 'PMI', 'DEPARTEMENT', 'PMI'),
  ('KIND', 'MDPH', 'MDPH', 'MDPH'),
  ('KIND', 'HAD', 'HAD', 'Hospitalisation à domicile'),
  ('KIND', 'CLIC', 'AUTRE', 'CLIC'),
  ('KIND', 'MAIA', 'AUTRE', 'MAIA'),
  ('KIND', 'EHPAD', 'AUTRE', 'EHPAD'),
  ('KIND', 'CPTS', 'AUTRE', 'Communauté professionnelle territoriale de santé'),
  ('KIND', 'ASSOCIATION', 'AUTRE', 'Association'),
  ('KIND', 'AUTRE', 'AUTRE', 'Autre structure');

-- A structure no national file knows (a conseil départemental and a caisse have no FINESS number): the structure's own.
create table partners.structure (
  network_id   uuid not null default platform.acting(),
  id           uuid not null,
  name         text not null,
  search       text not null generated always as (platform.search_key(name)) stored,
  kind         text not null,              -- partners.category_code
  address      text,
  commune_code text,
  commune_name text,
  phone        text,
  email        text,
  mssante      text,
  added_at     timestamptz not null,
  added_by     text not null,
  primary key (network_id, id)
);
create index on partners.structure using gin (search public.gin_trgm_ops);
select platform.protect('partners.structure');
