-- What was decided on the page of levels: an intensity, and what the findings advised that day. A change of level has its
-- own line in level_change besides, which counts the time at each level.
create table casefile.level_decision (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  support_id  uuid not null,
  patient_id  uuid not null,
  change_id   uuid,                 -- level_change; null when the intensity alone changed
  intensity   text not null check (intensity in ('PONCTUEL','SOUTENU','INTENSIF')),
  since       date not null,
  reason      text not null,
  advised_level     smallint check (advised_level between 0 and 3),
  advised_intensity text check (advised_intensity in ('PONCTUEL','SOUTENU','INTENSIF')),
  advised_why       text,
  decided_by  text,
  primary key (network_id, id),
  check ((advised_level is null) = (advised_intensity is null) and (advised_level is null) = (advised_why is null)),
  foreign key (network_id, support_id) references casefile.support,
  foreign key (network_id, change_id) references casefile.level_change on delete cascade
);
create index on casefile.level_decision (network_id, patient_id, since);
create index on casefile.level_decision (network_id, change_id);
select platform.protect('casefile.level_decision');
