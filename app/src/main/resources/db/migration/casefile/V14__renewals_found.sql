-- What renews a right is looked for with each right (casefile.open_right): without this, every open right of the
-- structure was read for each of them, and a night took the square of their number.
create index on casefile.entitlement (network_id, renews) where renews is not null;
