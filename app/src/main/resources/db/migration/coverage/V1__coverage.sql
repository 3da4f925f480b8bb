-- Priority themes of a region, those whose coverage is expected to widen, and by which strategy (SROS Nord-Pas-de-Calais, annexe
-- réseaux, §2.3, §4.1.2, §4.1.3). About a region and never about a person: everybody reads, the agency of the region writes.
create table coverage.theme_priority (
  id             uuid primary key default uuidv7(),
  region_code    text not null references territory.zone,
  theme_code     text not null references network.theme,
  rank           int not null,
  plan           text,              -- the national plan it answers to
  widen          boolean not null default false,
  strategy       text,
  printed_pct    numeric(5,2),      -- share of the population covered, as the document prints it
  printed_words  text,
  note           text,
  source         text,
  version        int not null default 0,
  changed_at     timestamptz not null default now(),
  changed_by     text,
  unique (region_code, theme_code)
);
alter table coverage.theme_priority enable row level security;
alter table coverage.theme_priority force row level security;
create policy everybody_reads on coverage.theme_priority for select using (true);
create policy agency_adds on coverage.theme_priority for insert with check (region_code = any (platform.agencies()));
create policy agency_changes on coverage.theme_priority for update using (region_code = any (platform.agencies())) with check (region_code = any (platform.agencies()));
create policy agency_removes on coverage.theme_priority for delete using (region_code = any (platform.agencies()));

-- What an agency proposes from the map: a wider cover, or a new platform (REQ-COVERAGE-09), with the figures of that day.
create table coverage.proposal (
  id          uuid primary key default uuidv7(),
  region_code text not null references territory.zone,
  zone_code   text not null references territory.zone,
  theme_code  text references network.theme,
  words       text not null,
  figures     text not null,
  made_on     date not null,
  made_by     text not null
);
create index on coverage.proposal (region_code, made_on);
alter table coverage.proposal enable row level security;
alter table coverage.proposal force row level security;
create policy everybody_reads on coverage.proposal for select using (true);
create policy agency_adds on coverage.proposal for insert with check (region_code = any (platform.agencies()));
create policy agency_removes on coverage.proposal for delete using (region_code = any (platform.agencies()));

-- The sectors of a network as a document maps them: ARESPA, Franche-Comté (guide DGOS 2012, fiche D1). Reference.
create table coverage.mapped_sector (
  label        text primary key,
  population   int,
  status       text not null check (status in ('COUVERT','BIENTOT','AUTRE_RESEAU')),
  coordinators int,
  premises     text,
  since        text,
  note         text,
  rank         int not null
);
insert into coverage.mapped_sector values
  ('Bassin de Gray', 50308, 'COUVERT', 1, 'hôpital ; maison de santé', 'après 2007-2008', 'Les couleurs de la carte sont perdues : statut déduit des locaux et du calendrier.', 1),
  ('Bassins de Belfort et Montbéliard', 292106, 'COUVERT', 2, 'Mutualité, HAD', '2004-2006', null, 2),
  ('Bassin de Lure-Luxeuil', 68894, 'BIENTOT', 1, 'partenariat en cours', '2012', 'Déduit du calendrier : « 2012 : Nord Haute-Saône ».', 3),
  ('Bassin de Morteau', 45568, 'COUVERT', 1, 'maison de santé près de l’hôpital', '2004-2006', 'Ce coordonnateur est l’un des deux de Besançon.', 4),
  ('Bassin de Besançon', 162420, 'COUVERT', 2, 'siège de l’association', 'après 2007-2008', 'L’un des deux couvre aussi Morteau.', 5),
  ('Bassin de Lons-le-Saunier et canton de Champagnole', 98232, 'COUVERT', 1, 'maison de santé', 'après 2007-2008', null, 6),
  ('Bassin de Saint-Claude', 54210, 'BIENTOT', 1, 'partenariat en cours', '2012', 'Déduit du calendrier : « 2012 : Haut Jura ».', 7),
  ('Bassins de Dole et du Revermont', 70235, 'COUVERT', 1, 'association d’aide à domicile partenaire', '2004-2006', null, 8),
  ('Pontarlier', null, 'COUVERT', null, null, '2004-2006', 'Nommé dans l’historique, absent de la carte : source à vérifier.', 9),
  ('Secteur d’un autre réseau de proximité', null, 'AUTRE_RESEAU', null, null, null, 'Seule la légende de la carte subsiste : secteur non nommé, source à vérifier.', 10);
