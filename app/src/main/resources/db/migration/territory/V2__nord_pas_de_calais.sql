-- Nord – Pas-de-Calais: four territoires de santé and fifteen zones de proximité (SROS NPdC, annexe réseaux §2.6;
-- guide DGOS 2012, fiche D2 §1), under the region that succeeded it.
insert into territory.zone (code, label, kind, parent_code, rank, source) values
  ('32', 'Hauts-de-France', 'REGION', null, 0, 'INSEE'),
  ('AD', 'Artois-Douaisis', 'TERRITOIRE', '32', 1, 'SROS NPdC'),
  ('HC', 'Hainaut-Cambrésis', 'TERRITOIRE', '32', 2, 'SROS NPdC'),
  ('LI', 'Littoral', 'TERRITOIRE', '32', 3, 'SROS NPdC'),
  ('MF', 'Métropole-Flandre Intérieure', 'TERRITOIRE', '32', 4, 'SROS NPdC'),
  ('AD-BB', 'Béthune-Bruay', 'ZONE', 'AD', 1, 'SROS NPdC'),
  ('AD-LH', 'Lens-Hénin', 'ZONE', 'AD', 2, 'SROS NPdC'),
  ('AD-DO', 'Douaisis', 'ZONE', 'AD', 3, 'SROS NPdC'),
  ('AD-AR', 'Arrageois', 'ZONE', 'AD', 4, 'SROS NPdC'),
  ('HC-CA', 'Cambrésis', 'ZONE', 'HC', 5, 'SROS NPdC'),
  ('HC-SA', 'Sambre-Avesnois', 'ZONE', 'HC', 6, 'SROS NPdC'),
  ('HC-VA', 'Valenciennois', 'ZONE', 'HC', 7, 'SROS NPdC'),
  ('LI-DK', 'Dunkerquois', 'ZONE', 'LI', 8, 'SROS NPdC'),
  ('LI-CL', 'Calaisis', 'ZONE', 'LI', 9, 'SROS NPdC'),
  ('LI-AU', 'Audomarois', 'ZONE', 'LI', 10, 'SROS NPdC'),
  ('LI-BO', 'Boulonnais', 'ZONE', 'LI', 11, 'SROS NPdC'),
  ('LI-MO', 'Montreuillois', 'ZONE', 'LI', 12, 'SROS NPdC'),
  ('MF-LI', 'Lille', 'ZONE', 'MF', 13, 'SROS NPdC'),
  ('MF-RT', 'Roubaix-Tourcoing', 'ZONE', 'MF', 14, 'SROS NPdC'),
  ('MF-FI', 'Flandre Intérieure', 'ZONE', 'MF', 15, 'SROS NPdC');
