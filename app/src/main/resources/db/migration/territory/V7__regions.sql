-- The regions of today (INSEE), each with a division of its own that nobody drew yet: an agency draws it in a form or imports it,
-- and a structure anywhere in France has its region.
insert into territory.zone (code, label, kind, parent_code, rank, source)
select code, label, 'REGION', null, 0, 'INSEE' from (values
  ('01', 'Guadeloupe'), ('02', 'Martinique'), ('03', 'Guyane'), ('04', 'La Réunion'), ('06', 'Mayotte'), ('11', 'Île-de-France'),
  ('24', 'Centre-Val de Loire'), ('27', 'Bourgogne-Franche-Comté'), ('28', 'Normandie'), ('44', 'Grand Est'), ('52', 'Pays de la Loire'),
  ('53', 'Bretagne'), ('75', 'Nouvelle-Aquitaine'), ('76', 'Occitanie'), ('84', 'Auvergne-Rhône-Alpes'),
  ('93', 'Provence-Alpes-Côte d’Azur'), ('94', 'Corse')) r (code, label)
on conflict (code) do nothing;
insert into territory.division (code, label, region_code, main, source)
select 'R' || z.code, z.label || ', découpage de l’agence', z.code, true, 'découpage de l’agence' from territory.zone z
 where z.kind = 'REGION' and not exists (select 1 from territory.division d where d.region_code = z.code and d.main);
