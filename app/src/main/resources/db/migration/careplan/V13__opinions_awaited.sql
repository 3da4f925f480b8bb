-- The sweep looks at the opinions awaited of a few persons: by their plan's state it read those of the whole structure.
create index opinion_awaited on careplan.pps (network_id, patient_id) where opinion = 'ATTENDU' and status in ('SOUMIS', 'EN_VIGUEUR');
