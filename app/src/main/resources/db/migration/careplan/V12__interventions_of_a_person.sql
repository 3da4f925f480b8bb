-- The sweep looks at the interventions of a few persons, among the ten thousand of a structure.
create index on careplan.intervention (network_id, patient_id);
