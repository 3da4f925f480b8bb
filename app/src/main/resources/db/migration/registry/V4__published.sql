-- Published tables: printed figures are kept even when they do not add up; the pages show the sum beside them.
alter table registry.part no force row level security;
alter table registry.shared_function no force row level security;
alter table registry.service no force row level security;
alter table registry.figure no force row level security;
alter table registry.transformation no force row level security;
alter table registry.classification no force row level security;
alter table registry.national_theme no force row level security;
alter table registry.region_funding no force row level security;
alter table registry.network_count no force row level security;
alter table registry.body no force row level security;
alter table registry.college no force row level security;
alter table registry.structure no force row level security;
alter table registry.structure_theme no force row level security;
insert into registry.national_theme (year, rank, theme_code, label, networks, amount, share, patients_mean, patients_median, amount_a_patient, isq_mean, with_regional, note, source) values
  (2010, 1, 'GERONTOLOGIE', 'Gérontologie', 120, null, null, 292, 217, 706, 5.8, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 2, 'SOINS_PALLIATIFS', 'Soins palliatifs', 95, null, null, 167, 137, 1889, 6.7, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 3, 'DIABETOLOGIE', 'Diabétologie', 65, null, null, 477, 321, 485, 6.3, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 4, 'ADDICTOLOGIE', 'Addictologie', 42, null, null, 304, 162, 732, 4.5, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 5, 'ADOLESCENTS', 'Prise en charge des adolescents', 38, null, null, 391, 162, 263, 3.9, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 6, 'CANCEROLOGIE', 'Cancérologie', 37, null, null, 423, 349, 716, 6.2, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 7, 'HANDICAP', 'Handicap', 35, null, null, 446, 201, 550, 5.5, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 8, 'PERINATALITE', 'Périnatalité', 32, null, null, 681, 470, 219, 5.3, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 9, 'PROXIMITE_POLY', 'Proximité (polypathologie)', 29, null, null, 423, 376, 899, 5.8, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 10, 'CARDIOVASCULAIRE', 'Cardiovasculaire', 23, null, null, 610, 509, 412, 7.4, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 11, 'NUTRITION_OBESITE', 'Nutrition et prise en charge de l’obésité', 21, null, null, 361, 242, 716, 7.5, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 12, 'PATHOLOGIES_RESPIRATOIRES', 'Pathologies respiratoires', 21, null, null, 243, 150, 833, 7.4, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 13, 'NEUROLOGIE', 'Neurologie', 18, null, null, 901, 737, 300, 6.6, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 14, 'MALADIES_INFECTIEUSES', 'Maladies infectieuses', 17, null, null, 218, 120, 543, 5.2, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 15, 'DOULEUR', 'Douleur', 10, null, null, 309, 172, 691, 6.0, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 16, 'PRECARITE', 'Précarité', 9, null, null, 522, 360, 578, 3.9, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 17, 'NEPHROLOGIE', 'Néphrologie', 6, null, null, 526, 520, 558, 8.2, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 18, 'MALADIES_RARES', 'Maladies rares', 5, null, null, 207, 122, 790, 3.6, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 19, 'SANTE_MENTALE', 'Santé mentale', 4, null, null, 117, 38, 980, 4.3, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 20, 'ETUDE', 'Étude', 3, null, null, null, null, null, 3.0, null, 'Pas de file active imprimée ; absent du tableau des coûts.', 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 21, 'RHUMATOLOGIE', 'Rhumatologie', 1, null, null, 133, 133, 569, 8.0, null, 'Un seul réseau.', 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 22, 'AUTRE', 'Autre', 15, null, null, 536, 366, 276, 5.9, null, null, 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2010, 23, null, 'Total', 646, null, null, 365, 222, 653, 5.9, null, 'Le tableau des coûts liste 21 thèmes (643 réseaux) et imprime 646 : « Étude » n’y est pas. Moyenne de patients imprimée 365, recalculée 376,5 ; montant moyen imprimé 653 €, recalculé 624 € par patient.', 'Guide DGOS 2012, fiche L1 §2 (rapport d’activité FIQCS 2010)'),
  (2011, 1, 'GERONTOLOGIE', 'Gérontologie', 124, 24665638, 15, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 2, 'SOINS_PALLIATIFS', 'Soins palliatifs', 98, 33494510, 20, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 3, 'DIABETOLOGIE', 'Diabétologie', 70, 15060723, 9, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 4, 'CANCEROLOGIE', 'Cancérologie', 64, 18331457, 11, null, null, null, null, true, 'Réseaux régionaux (organisation) et autres (opérationnels) ensemble.', 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 5, 'PERINATALITE', 'Périnatalité', 52, 11935996, 7, null, null, null, null, true, 'Réseaux régionaux (organisation) et autres (opérationnels) ensemble.', 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 6, 'HANDICAP', 'Handicap', 42, 8788843, 5, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 7, 'ADOLESCENTS', 'Prise en charge des adolescents', 41, 3062183, 2, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 8, 'ADDICTOLOGIE', 'Addictologie', 40, 7142729, 4, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 9, 'PROXIMITE_POLY', 'Proximité (polypathologie)', 27, 7870084, 5, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 10, 'CARDIOVASCULAIRE', 'Cardiovasculaire', 23, 5496010, 3, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 11, 'NUTRITION_OBESITE', 'Nutrition et prise en charge de l’obésité', 23, 7178744, 4, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 12, 'NEUROLOGIE', 'Neurologie', 21, 6088177, 4, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 13, 'PATHOLOGIES_RESPIRATOIRES', 'Pathologies respiratoires', 21, 4818543, 3, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 14, 'MALADIES_INFECTIEUSES', 'Maladies infectieuses', 15, 2378278, 1, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 15, 'PRECARITE', 'Précarité', 11, 2904785, 2, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 16, 'DOULEUR', 'Douleur', 9, 1588658, 1, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 17, 'MALADIES_RARES', 'Maladies rares', 6, 613059, 0, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 18, 'NEPHROLOGIE', 'Néphrologie', 6, 1776860, 1, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 19, 'SANTE_MENTALE', 'Santé mentale', 6, 708817, 0, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 20, 'AUTRE', 'Autre', 17, 3306279, 2, null, null, null, null, false, null, 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)'),
  (2011, 21, null, 'Total', 716, 167210374, 100, null, null, null, null, null, 'Imprimé 167 210 374 € et 100 % ; la somme des lignes fait 167 210 373 € et 99 % (arrondis).', 'Guide DGOS 2012, annexe 1 (rapport d’activité FIQCS 2011)');
insert into registry.region_funding (year, faqsv, drdr, fiqcs, total, consumed, rate, note, source) values
  (2000, 3495656, null, null, 3495656, 1540187, 44.06, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2001, 5114665, null, null, 5114665, 2805906, 54.86, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2002, 4617497, 1244540, null, 5862037, 2569918, 43.84, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2003, 4106058, 2496597, null, 6602655, 4758534, 72.02, 'Imprimé 72,02 % ; le calcul donne 72,07 %.', 'SROS NPdC, annexe réseaux, §2.2'),
  (2004, 5112234, 7288994, null, 12401228, 8750307, 70.56, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2005, 5065362, 9156726, null, 14222088, 12541038, 88.18, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2006, 2886093, 9552890, null, 12438983, 12364350, 99.40, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2007, 3481731, 9722835, 7353489, 20558055, 16477282, 80.15, 'Le FIQCS est créé dans l’année : 3,5 M€ de plus en novembre, pour des actions non reconductibles, n’ont pu être attribués à temps ; sans eux, 96,60 %.', 'SROS NPdC, annexe réseaux, §2.2'),
  (2008, null, null, 16616959, 16616959, 15899702, 95.68, null, 'SROS NPdC, annexe réseaux, §2.2'),
  (2009, null, null, 16002179, 16002179, 15873477, 99.19, 'Imprimé 99,19 % ; le calcul donne 99,20 %.', 'SROS NPdC, annexe réseaux, §2.2'),
  (2010, null, null, 16255109, 16255109, 16240529, 99.91, null, 'SROS NPdC, annexe réseaux, §2.2');
insert into registry.network_count (scope, year, rank, networks, words, source) values
  ('FRANCE', 2003, 1, '182', null, 'Café Réseaux 2009 (FIQCS 2008)'),
  ('FRANCE', 2007, 2, '860', null, 'Café Réseaux 2009 (FIQCS 2008)'),
  ('FRANCE', 2008, 3, '718', 'activité 2008', 'Café Réseaux 2009 ; brochure HPST 2010'),
  ('FRANCE', 2010, 4, '646', 'réseaux évalués', 'Guide DGOS 2012, fiche L1'),
  ('FRANCE', 2011, 5, '716', 'réseaux financés', 'Guide DGOS 2012, annexe 1'),
  ('NPDC', 2004, 6, '20', 'fin 2004', 'SROS NPdC, annexe réseaux'),
  ('NPDC', 2005, 7, '37', 'dont 20 nouveaux', 'SROS NPdC, annexe réseaux'),
  ('NPDC', 2007, 8, '50', 'juillet 2007', 'SROS NPdC, annexe réseaux'),
  ('NPDC', 2010, 9, 'plus de 40', 'fin 2010', 'SROS NPdC, annexe réseaux');

-- The Plateforme Santé Douaisis as the guide describes it (fiche D2): two networks that became one platform in December 2007,
-- three poles, eight antennas (the source does not name them), shared functions, seven services.
insert into registry.structure (id, type_code, level, name, region_code, provenance, source, closed_on) values
  (md5('registre Pôle Santé du Douaisis')::uuid, 'RESEAU', 'TERRITORIAL', 'Pôle Santé du Douaisis', '32', 'DOCUMENT', 'Guide DGOS 2012, fiche D2', '2007-12-31'),
  (md5('registre OSCAR')::uuid, 'RESEAU', 'TERRITORIAL', 'OSCAR Cancérologie Douai', '32', 'DOCUMENT', 'Guide DGOS 2012, fiche D2', '2007-12-31');
update registry.structure set legal_form = 'ASSOCIATION', commune_code = '59178', website = 'www.sante-douaisis.fr', opened_on = '2007-12-01', area_words = 'Zone de proximité du Douaisis : 251 328 habitants, 64 communes',
  object = 'Réduire les inégalités sociales de santé ; un guichet commun sur le Douaisis ; appui aux médecins généralistes pour leurs patients en situation complexe', means = '32 salariés en 2011' where id = md5('registre ' || 'Plateforme Santé Douaisis')::uuid;
insert into registry.transformation (structure_id, former_id, kind, on_date, approximate, words, source) values
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, md5('registre Pôle Santé du Douaisis')::uuid, 'FUSION', '2007-12-01', true, 'Réseau d’emblée multithématique : maladies chroniques et soins palliatifs.', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, md5('registre OSCAR')::uuid, 'FUSION', '2007-12-01', true, 'Réseau territorial en cancérologie.', 'Guide DGOS 2012, fiche D2');
insert into registry.part (structure_id, kind, name, activities, comes_from, since, source) values
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'POLE', 'Pôle Cancer', 'Espace ressources cancers ; réseau territorial en cancérologie ; réseau de relais de population (dépistages organisés)', md5('registre OSCAR')::uuid, '2007-12-01', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'POLE', 'Pôle Maladies chroniques', 'Réseau maladies chroniques ; actions de soins de ville', md5('registre Pôle Santé du Douaisis')::uuid, '2007-12-01', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'POLE', 'Pôle Soins palliatifs', 'Réseau soins palliatifs', md5('registre Pôle Santé du Douaisis')::uuid, '2007-12-01', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 1 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 2 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 3 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 4 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 5 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 6 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 7 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ANTENNE', 'Antenne 8 (lieu non donné par la source)', 'ETP, coordination de parcours de santé dans les espaces communaux ou sociaux', null, null, 'Guide DGOS 2012, fiche D2');
insert into registry.shared_function (structure_id, function, words, source) values
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'DIRECTION', 'Direction stratégique et médicale', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'GESTION', 'Direction financière et administrative', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'RH', 'Ressources humaines', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'QUALITE', 'Qualité', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'LOCAUX', null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'ACCUEIL', null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'SECRETARIAT', null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'NUMERO', 'Numéro d’appel', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'SI', 'Système d’information', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'COMMUNICATION', null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'PARCOURS', 'Parcours patient', 'Guide DGOS 2012, fiche D2');
insert into registry.service (structure_id, label, source) values
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Dépistage, repérage et orientation des problématiques de santé', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Coordination d’appui aux professionnels de santé de premier recours', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Retour et maintien au domicile', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Soins de support', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Programmes d’éducation thérapeutique du patient', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Accompagnement social', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'Amélioration des pratiques pluriprofessionnelles', 'Guide DGOS 2012, fiche D2');
insert into registry.figure (structure_id, year, measure, value, note, source) values
  (md5('registre Pôle Santé du Douaisis')::uuid, 2007, 'SALARIES', 9, 'passage d’une « petite structure » à la plate-forme', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 2011, 'SALARIES', 32, null, 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 2011, 'NOUVEAUX_PPS', 950, 'prévision de la fiche : « 950 nouveaux patients auront un PPS en 2011 »', 'Guide DGOS 2012, fiche D2'),
  (md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 2011, 'ANTENNES', 8, null, 'Guide DGOS 2012, fiche D2');
insert into registry.body (id, structure_id, kind, name, mission, source) values
  (md5('registre psd ca')::uuid, md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'CONSEIL', 'Conseil d’administration', 'Représentatif de la démocratie sanitaire et médico-sociale de la zone de proximité ; fait fonction de comité de pilotage', 'Guide DGOS 2012, fiche D2'),
  (md5('registre psd dir')::uuid, md5('registre ' || 'Plateforme Santé Douaisis')::uuid, 'DIRECTION', 'Direction', 'Directeur et directeur médical', 'Guide DGOS 2012, fiche D2');

-- The territorial network of Grand Nancy as the guide draws it (fiche D4): seven colleges; the number of seats is not given.
insert into registry.structure (id, type_code, level, name, region_code, provenance, source, area_words, object) values
  (md5('registre RTGN')::uuid, 'RESEAU', 'TERRITORIAL', 'Réseau Territorial du Grand Nancy', '44', 'DOCUMENT', 'Guide DGOS 2012, fiche D4 §4-1 (document de travail d’août 2011)', 'Grand Nancy (Lorraine)', 'Réseau territorial unique et plurithématique : maintien à domicile, éducation thérapeutique, soins palliatifs, addictologie');
insert into registry.body (id, structure_id, kind, name, mission, source) values
  (md5('registre rtgn ag')::uuid, md5('registre RTGN')::uuid, 'ASSEMBLEE', 'Assemblée générale et conseil d’administration', 'Les partenaires en sept collèges', 'Guide DGOS 2012, fiche D4 §4-1 (document de travail d’août 2011)'),
  (md5('registre rtgn bureau')::uuid, md5('registre RTGN')::uuid, 'BUREAU', 'Président et bureau', null, 'Guide DGOS 2012, fiche D4 §4-1 (document de travail d’août 2011)'),
  (md5('registre rtgn pilotage')::uuid, md5('registre RTGN')::uuid, 'PILOTAGE', 'Pilotage du réseau', 'Médecin, chargé de projet de santé publique ou coordination administrative, temps de secrétaire ; à adapter selon le territoire', 'Guide DGOS 2012, fiche D4 §4-1 (document de travail d’août 2011)');
insert into registry.college (structure_id, body_id, name, of_users, rank) values
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Établissements hospitaliers et cliniques', false, 1),
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Professionnels libéraux', false, 2),
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Médico-social (services à domicile…)', false, 3),
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Établissements d’hébergement', false, 4),
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Usagers', true, 5),
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Réseaux régionaux', false, 6),
  (md5('registre RTGN')::uuid, md5('registre rtgn ag')::uuid, 'Collectivités territoriales', false, 7);

-- The four types of the guide (fiche O2): regional cancer and perinatal networks are outside its perimeter and kept.
insert into registry.classification (structure_id, guide_type, includes_patients, words, sorted_on, source)
select id, case when name = 'ONCO Nord – Pas-de-Calais' or name in ('Bien naître en Artois', 'Réseau Périnatalité du Hainaut', 'Pauline', 'Ombrel') or name = 'PEDONCO' then 'REGIONAL_CANCER_PERINATALITE'
                when name like 'Réseau régional d%' or name = 'NEPHRONOR' then 'TRES_SPECIALISE'
                when level = 'REGIONAL' or name in ('Santé solidarité métropole lilloise', 'Convergences', 'Santé en action') then 'AUTRE'
                else 'PROXIMITE' end,
       case name when 'ONCO Nord – Pas-de-Calais' then false when 'PEDONCO' then true end,
       'Tri Maillage d’après ce que le document dit de chacun', '2011-12-31', 'SROS NPdC, annexe réseaux, §2.6 et §2.7 ; guide DGOS 2012, fiche O2 §2'
from registry.structure where provenance = 'DOCUMENT' and type_code in ('RESEAU', 'PLATEFORME') and closed_on is null and region_code = '32';
alter table registry.part force row level security;
alter table registry.shared_function force row level security;
alter table registry.service force row level security;
alter table registry.figure force row level security;
alter table registry.transformation force row level security;
alter table registry.classification force row level security;
alter table registry.national_theme force row level security;
alter table registry.region_funding force row level security;
alter table registry.network_count force row level security;
alter table registry.body force row level security;
alter table registry.college force row level security;
alter table registry.structure force row level security;
alter table registry.structure_theme force row level security;
