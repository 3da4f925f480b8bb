-- A document received, replaced or removed is a line of life of its own kind.
alter table patient.timeline_entry drop constraint timeline_entry_kind_check;
alter table patient.timeline_entry add constraint timeline_entry_kind_check check (kind in
  ('DEMANDE','INCLUSION','NIVEAU','DROITS','EVALUATION','PPS','SUIVI','ALERTE','CONTACT','VISITE','SEJOUR','COURRIER','CERCLE','SORTIE','RCP','DOCUMENT'));
