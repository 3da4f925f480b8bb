-- The official files of communes are editions too.
alter table directory.edition drop constraint edition_source_check;
alter table directory.edition add constraint edition_source_check
  check (source in ('PERSONNES','SAVOIR_FAIRE','DIPLOMES','MSSANTE','FINESS','ROR','ANNUAIRE_FHIR','ROR_FHIR','COMMUNES','FUSIONS','POPULATIONS'));
