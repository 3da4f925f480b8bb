-- Each attempt at a nightly backup of the whole installation; no data of anybody.
create table platform.backup_run (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  file      text not null,
  bytes     bigint not null,
  rows      bigint not null,
  documents bigint not null,
  failure   text            -- what went wrong; null when the archive was written and read again whole
);
