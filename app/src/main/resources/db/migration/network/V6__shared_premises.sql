-- With whom a place is shared (mutualisation des locaux; guide 2012, fiche D1).
alter table network.unit add column shared_with text;
