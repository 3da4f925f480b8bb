-- The national themes, with the figures of the 2010 activity report (guide DGOS 2012, fiche L1 §2).
insert into network.theme (code, label, priority, patients_mean, patients_median, first_line_agreement, minimum_age, rank) values
  ('GERONTOLOGIE', 'Gérontologie', true, 292, 217, false, null, 1),
  ('SOINS_PALLIATIFS', 'Soins Palliatifs', true, 167, 137, true, null, 2),
  ('DIABETOLOGIE', 'Diabétologie', true, 477, 321, false, null, 3),
  ('ADDICTOLOGIE', 'Addictologie', false, 304, 162, false, null, 4),
  ('ADOLESCENTS', 'Prise en charge des adolescents', false, 391, 162, false, null, 5),
  ('CANCEROLOGIE', 'Cancérologie', true, 423, 349, false, null, 6),
  ('HANDICAP', 'Handicap', false, 446, 201, false, null, 7),
  ('PERINATALITE', 'Périnatalité', true, 681, 470, false, null, 8),
  ('PROXIMITE_POLY', 'Proximité (poly pathologie)', false, 423, 376, false, null, 9),
  ('CARDIOVASCULAIRE', 'Cardiovasculaire', false, 610, 509, false, null, 10),
  ('NUTRITION_OBESITE', 'Nutrition et prise en charge de l’obésité', false, 361, 242, false, null, 11),
  ('PATHOLOGIES_RESPIRATOIRES', 'Pathologies respiratoires', false, 243, 150, false, null, 12),
  ('NEUROLOGIE', 'Neurologie', false, 901, 737, false, null, 13),
  ('MALADIES_INFECTIEUSES', 'Maladies infectieuses', false, 218, 120, false, null, 14),
  ('DOULEUR', 'Douleur', false, 309, 172, false, null, 15),
  ('PRECARITE', 'Précarité', false, 522, 360, false, null, 16),
  ('NEPHROLOGIE', 'Néphrologie', false, 526, 520, false, null, 17),
  ('MALADIES_RARES', 'Maladies rares', false, 207, 122, false, null, 18),
  ('SANTE_MENTALE', 'Santé Mentale', false, 117, 38, false, null, 19),
  ('RHUMATOLOGIE', 'Rhumatologie', false, 133, 133, false, null, 21),
  ('AUTRE', 'Autre (préciser)', false, 536, 366, false, null, 22);

-- « Proposition Maillage » : no document gives a grid. Copied to each structure, which edits its own. The five dimensions
-- are those of the guide (fiche D3 §3).
create table network.default_level_grid (code text primary key, dimension text not null, label text not null, points int not null, long_term boolean not null, rank int not null);
insert into network.default_level_grid values
  ('P1', 'PERSONNE', 'Plusieurs pathologies chroniques ou ALD', 2, true, 0),
  ('P2', 'PERSONNE', 'Perte d’autonomie installée', 2, true, 1),
  ('P3', 'PERSONNE', 'Troubles cognitifs ou du comportement', 3, true, 2),
  ('P4', 'PERSONNE', 'Refus de soins ou éloignement du soin', 2, false, 3),
  ('P5', 'PERSONNE', 'Chutes répétées ou dénutrition', 1, false, 4),
  ('E1', 'ENTOURAGE', 'Vit seule, sans proche disponible', 2, true, 5),
  ('E2', 'ENTOURAGE', 'Aidant épuisé ou lui-même malade', 2, false, 6),
  ('E3', 'ENTOURAGE', 'Conflit familial ou désaccord sur le projet', 2, true, 7),
  ('M1', 'PATHOLOGIES', 'Pathologie grave ou évolutive', 2, true, 8),
  ('M2', 'PATHOLOGIES', 'Équilibre non acceptable depuis plusieurs mois, hospitalisations répétées dans l’année', 3, true, 9),
  ('M3', 'PATHOLOGIES', 'Fin de vie ou soins palliatifs', 3, true, 10),
  ('M4', 'PATHOLOGIES', 'Traitement complexe ou polymédication', 1, false, 11),
  ('R1', 'RESSOURCES_SANTE', 'Sans médecin traitant ou médecin non disponible', 2, false, 12),
  ('R2', 'RESSOURCES_SANTE', 'Intervenants manquants ou non coordonnés', 2, false, 13),
  ('R3', 'RESSOURCES_SANTE', 'Sortie d’hospitalisation à organiser', 1, false, 14),
  ('S1', 'ENVIRONNEMENT_SOCIAL', 'Précarité, droits non ouverts', 2, false, 15),
  ('S2', 'ENVIRONNEMENT_SOCIAL', 'Logement inadapté ou insalubre', 2, false, 16),
  ('S3', 'ENVIRONNEMENT_SOCIAL', 'Isolement géographique ou social', 1, false, 17),
  ('S4', 'ENVIRONNEMENT_SOCIAL', 'Barrière de langue ou de compréhension', 1, false, 18);

create table network.default_criterion (kind text not null, theme_code text, label text not null, required boolean not null, rank int not null);
insert into network.default_criterion values
  ('INCLUSION', null, 'La situation demande des acteurs divers, au-delà des moyens du premier recours', true, 0),
  ('INCLUSION', null, 'La personne réside sur le territoire de la structure', true, 1),
  ('INCLUSION', 'SOINS_PALLIATIFS', 'Maladie grave, évolutive ou terminale', true, 2),
  ('INCLUSION', 'SOINS_PALLIATIFS', 'Retour ou maintien à domicile souhaité et possible', true, 3),
  ('INCLUSION', 'GERONTOLOGIE', 'Évaluation médico-sociale et évaluation gérontologique prévues', false, 4),
  ('INCLUSION', 'DIABETOLOGIE', 'Diabète déséquilibré ou compliqué', false, 5),
  ('INCLUSION', 'ADDICTOLOGIE', 'Conduite addictive avec retentissement médical ou social', true, 6),
  ('EXIT', null, 'Objectifs du plan atteints', false, 7),
  ('EXIT', null, 'Relais organisé et accepté', false, 8),
  ('EXIT', null, 'Souhait de la personne', false, 9);

-- Gives the acting structure the grid and criteria to start from.
create function network.start_with_defaults() returns void language sql as $$
  insert into network.level_grid (code, dimension, label, points, long_term, rank) select code, dimension, label, points, long_term, rank from network.default_level_grid;
  insert into network.criterion (kind, theme_code, label, required, rank) select kind, theme_code, label, required, rank from network.default_criterion;
$$;
