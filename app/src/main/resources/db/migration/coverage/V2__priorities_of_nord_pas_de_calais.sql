-- What the SROS of Nord – Pas-de-Calais prints of its priority themes, and how much of the population it says is covered.
alter table coverage.theme_priority no force row level security;
insert into coverage.theme_priority (region_code, theme_code, rank, plan, widen, strategy, printed_pct, printed_words, note, source) values
  ('32', 'CANCEROLOGIE', 1, 'Plans cancer 1 et 2', false, null, null, null,
   '4 réseaux territoriaux (Douaisis, Valenciennois, Dunkerquois, Calaisis) et 2 régionaux ; l’appui est surtout celui d’une infirmière, avec le médecin traitant', 'SROS NPdC, annexe réseaux, §2.3 et §2.6'),
  ('32', 'SOINS_PALLIATIFS', 2, 'Programmes soins palliatifs successifs', true, null, 78, 'plus de 78 %',
   '11 réseaux territoriaux ; 1 440 personnes en 2010 (131 par réseau, de 49 à 236)', 'SROS NPdC, annexe réseaux, §2.3, §2.6 et §4.1.2'),
  ('32', 'GERONTOLOGIE', 3, 'Plan Alzheimer', true, null, 30, 'environ 30 %',
   '7 réseaux territoriaux, qui ne couvrent le plus souvent qu’une partie de leur zone, et 1 régional', 'SROS NPdC, annexe réseaux, §2.3 et §2.6'),
  ('32', 'DIABETOLOGIE', 4, 'Plan maladies chroniques', true, null, null, null,
   '7 réseaux territoriaux ; 4 250 personnes en 2010, environ 2,5 % des diabétiques de la région', 'SROS NPdC, annexe réseaux, §2.3 et §2.6'),
  ('32', 'PERINATALITE', 5, 'Plans périnatalité – petite enfance', false, null, 100, 'un par territoire de santé',
   '4 réseaux de territoire et 2 de proximité ; les 100 % sont déduits de « un par territoire de santé »', 'SROS NPdC, annexe réseaux, §2.3 et §2.6');
alter table coverage.theme_priority force row level security;
