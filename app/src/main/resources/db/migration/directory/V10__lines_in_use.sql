-- How many lines are in use once an edition was taken: recorded when it ends, so that no page counts millions of them.
alter table directory.edition add column held bigint;
update directory.edition set held = before + added - removed where state in ('FAITE', 'IDENTIQUE') and source not in ('ROR', 'ROR_FHIR', 'ANNUAIRE_FHIR');
