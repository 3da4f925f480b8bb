-- Alert indicators shared by hospitals and institutions: the structure's own list (none: the one proposed), what a request
-- says of them, and a door for those of an establishment who have an account.
create table intake.signal_kind (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  rank       int not null,
  label      text not null,
  primary key (network_id, id)
);
select platform.protect('intake.signal_kind');
alter table intake.referral add column signals text[] not null default '{}';
alter table intake.arrival drop constraint arrival_door_check;
alter table intake.arrival add constraint arrival_door_check check (door in ('FORMULAIRE','REPERAGE'));
