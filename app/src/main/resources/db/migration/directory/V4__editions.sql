-- What an edition changed inside lines that stay, and who a movement is about: somebody who left is named nowhere else
-- (names of professionals are public in the file itself).
alter table directory.edition add column changed bigint not null default 0;
alter table directory.movement add column name text;
create index on directory.movement (edition_id, kind);
-- For FINESS the number is the structure's.
comment on column directory.movement.pp_id is 'RPPS or ADELI of the person; the FINESS number of a structure';

-- Told once to whoever follows persons: those before this column have nobody to tell.
alter table directory.edition add column told_at timestamptz;
update directory.edition set told_at = coalesce(ended_at, begun_at);
create index on directory.edition (told_at) where told_at is null;
