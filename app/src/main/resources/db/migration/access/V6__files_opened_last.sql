-- What somebody opened last, without reading the whole trail of the structure.
create index trail_of_account on access.trail (account_id, at desc) where action = 'READ' and patient_id is not null;
