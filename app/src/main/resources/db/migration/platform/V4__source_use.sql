-- How often one source uses the public pages, for throttling: a digest of its address, kept a day, about nobody. It was of
-- the requests alone (intake.source_use); the counter of the register is held back the same way.
create table platform.source_use (
  key  bytea not null,
  what text not null check (what in ('ENVOI','ETAT','GUICHET')),
  at   timestamptz not null
);
create index on platform.source_use (key, what, at);
