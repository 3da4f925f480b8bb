-- Words people type in the one box: each profession by its phrases, apart by commas (as typed, comparable), and the kinds
-- of structures likewise. Ours, from what coordinators say; the labels are those of the national nomenclatures.
update directory.profession p set words = v.words from (values
  ('MEDECIN_GENERALISTE', 'medecin generaliste,medecins generalistes,generaliste,generalistes,medecine generale,mg,omnipraticien,medecin traitant'),
  ('MEDECIN_SPECIALISTE', 'medecin specialiste,medecins specialistes,specialiste,specialistes'),
  ('MEDECIN', 'medecin,medecins'),
  ('PHARMACIEN', 'pharmacien,pharmacienne,pharmaciens,pharmacie,pharmacies'),
  ('AUDIOPROTHESISTE', 'audioprothesiste,audioprothesistes,audio'),
  ('OPTICIEN', 'opticien,opticienne,opticiens,opticien lunetier,lunetier'),
  ('AIDE_SOIGNANT', 'aide soignant,aide soignante,aides soignants,aides soignantes,as'),
  ('AMBULANCIER', 'ambulancier,ambulanciere,ambulanciers'),
  ('CHIRURGIEN_DENTISTE', 'dentiste,dentistes,chirurgien dentiste,chirurgiens dentistes'),
  ('SAGE_FEMME', 'sage femme,sages femmes,sf'),
  ('INFIRMIER', 'infirmier,infirmiere,infirmiers,infirmieres,ide,idel'),
  ('INFIRMIER_PSYCHIATRIQUE', 'infirmier psychiatrique,infirmiere psychiatrique'),
  ('MASSEUR_KINE', 'kine,kines,kinesitherapeute,kinesitherapeutes,masseur kinesitherapeute,masseur,mk'),
  ('OSTEOPATHE', 'osteopathe,osteopathes,osteo'),
  ('PSYCHOTHERAPEUTE', 'psychotherapeute,psychotherapeutes'),
  ('PEDICURE_PODOLOGUE', 'pedicure podologue,pedicures podologues,pedicure,podologue,podologues,podo'),
  ('ORTHOPHONISTE', 'orthophoniste,orthophonistes,ortho'),
  ('ORTHOPTISTE', 'orthoptiste,orthoptistes'),
  ('PSYCHOLOGUE', 'psychologue,psychologues,psy'),
  ('ERGOTHERAPEUTE', 'ergotherapeute,ergotherapeutes,ergo'),
  ('DIETETICIEN', 'dieteticien,dieteticienne,dieteticiens,diet'),
  ('PSYCHOMOTRICIEN', 'psychomotricien,psychomotricienne,psychomotriciens,psychomot'),
  ('MANIPULATEUR_ERM', 'manipulateur radio,manipulateur,manip radio,manip'),
  ('ASSISTANT_SOCIAL', 'assistant social,assistante sociale,assistants sociaux,assistantes sociales,assistant de service social,ass')
) v(code, words) where v.code = p.code;

create table directory.kind_word (
  kind   text primary key,          -- directory.organization
  label  text not null,
  words  text not null
);
insert into directory.kind_word (kind, label, words) values
  ('HOPITAL', 'Hôpital ou clinique', 'hopital,hopitaux,clinique,cliniques,centre hospitalier,ch'),
  ('HAD', 'Hospitalisation à domicile', 'had,hospitalisation a domicile'),
  ('SSIAD', 'SSIAD', 'ssiad,soins infirmiers a domicile,service de soins infirmiers a domicile'),
  ('SAD', 'Aide à domicile', 'sad,saad,aide a domicile,aides a domicile,auxiliaire de vie,service d aide a domicile'),
  ('EHPAD', 'EHPAD', 'ehpad,maison de retraite,maisons de retraite'),
  ('CLIC', 'CLIC', 'clic'),
  ('MAIA', 'MAIA', 'maia'),
  ('MDPH', 'MDPH', 'mdph'),
  ('CSAPA', 'CSAPA', 'csapa,addictologie'),
  ('RESEAU_REGIONAL', 'Réseau régional', 'reseau regional'),
  ('SMR', 'SMR (ex-SSR)', 'smr,ssr,soins de suite,soins medicaux et de readaptation'),
  ('CCAS', 'CCAS', 'ccas,centre communal d action sociale'),
  ('PMI', 'PMI', 'pmi,protection maternelle et infantile'),
  ('MSP', 'Maison de santé pluriprofessionnelle', 'msp,maison de sante,maisons de sante'),
  ('CENTRE_SANTE', 'Centre de santé', 'centre de sante,centres de sante'),
  ('EMSP', 'Équipe mobile de soins palliatifs', 'emsp,equipe mobile de soins palliatifs');

create index on directory.organization (commune_code, kind);
create index on directory.offer using gin (platform.search_key(name || ' ' || coalesce(organization_name, '')) public.gin_trgm_ops);
-- A commune by its whole name or its beginning, at each letter typed in the one box.
create index on territory.commune (search text_pattern_ops);
