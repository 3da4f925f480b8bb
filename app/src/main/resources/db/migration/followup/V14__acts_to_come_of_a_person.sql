-- The acts of a few persons that nobody marked, read from the index alone: of thirty lines a person, one or two are late.
create index followup_open on followup.occurrence (network_id, patient_id, late_after) where status = 'PREVU';
-- The same columns as the unique key of the table.
drop index followup.followup_due;
