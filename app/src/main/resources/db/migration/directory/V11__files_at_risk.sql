-- A sign of life of each import, by the clock all nodes share: one whose node was killed is told as stopped, whatever
-- else is running and however long the last statement of the killed one holds its lock.
alter table directory.edition add column alive_at timestamptz not null default clock_timestamp();

-- What stopped an import that no file is to blame for stands where the reason of a refusal does.
comment on column directory.edition.why is 'code of the refusal, or of what stopped it';

-- Takes the tables *_next for those in use. Readers hold the former ones while they read, one after the other and in any
-- order: all are taken for a moment or given back at once, so that a slow reader neither keeps the others waiting behind
-- us nor waits for us while we wait for it (PostgreSQL would end one of the two, and the import with it).
create or replace function directory.take_next() returns void language plpgsql as $$
begin
  for tried in 1 .. 600 loop
    begin
      set local lock_timeout = '300ms';         -- less than deadlock_timeout
      drop view directory.practitioner;
      drop table directory.activity;
      drop table directory.name;
      exit;
    exception when lock_not_available then
      if tried = 600 then raise; end if;
    end;
    perform pg_sleep(0.2);
  end loop;
  set local lock_timeout = 0;
  alter table directory.activity_next rename to activity;
  alter table directory.name_next rename to name;
  perform directory.show_practitioners();
end $$;
