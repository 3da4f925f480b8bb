-- One visit for several persons of a household: one line each, in each file, that share `together`; made, and closed, at once.
alter table agenda.appointment add column together uuid;
create index on agenda.appointment (network_id, together) where together is not null;
