-- The agenda of a team: several people in one appointment, rooms and vehicles, what repeats, what was moved, working
-- hours, permanences, and feeds for other calendars.
alter table agenda.appointment drop constraint appointment_kind_check;
alter table agenda.appointment add constraint appointment_kind_check
  check (kind in ('VISITE','TELEPHONE','BUREAU','VISIO','RCP','SYNTHESE','REUNION','FORMATION'));
alter table agenda.appointment add column version int not null default 0;

-- What repeats: each date is an appointment of its own, so that one may be moved and the others stay.
create table agenda.series (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  starts_on  date not null,
  ends_on    date,
  every_n    int not null check (every_n > 0),
  unit       text not null check (unit in ('JOUR','SEMAINE','MOIS')),
  times      int,
  weekdays   int[] not null default '{}',
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (network_id, id),
  check (ends_on is not null or times is not null)
);
select platform.protect('agenda.series');
alter table agenda.appointment add column series_id uuid;
alter table agenda.appointment add constraint appointment_of_series foreign key (network_id, series_id) references agenda.series;
create index on agenda.appointment (network_id, series_id, starts_at) where series_id is not null;
create index on agenda.appointment (network_id, starts_at);
create index appointment_without_outcome on agenda.appointment (network_id, ends_at) where outcome is null;

-- Colleagues who come too; who holds the appointment is its member_id.
create table agenda.participant (
  network_id     uuid not null default platform.acting(),
  appointment_id uuid not null,
  member_id      uuid not null,
  primary key (network_id, appointment_id, member_id),
  foreign key (network_id, appointment_id) references agenda.appointment on delete cascade,
  foreign key (network_id, member_id) references network.team_member
);
create index on agenda.participant (network_id, member_id);
select platform.protect('agenda.participant');

create table agenda.resource (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  kind       text not null check (kind in ('SALLE','VEHICULE','MATERIEL')),
  name       text not null,
  note       text,
  unit_id    uuid,
  active     boolean not null default true,
  primary key (network_id, id),
  foreign key (network_id, unit_id) references network.unit
);
select platform.protect('agenda.resource');
create unique index one_resource_of_a_name on agenda.resource (network_id, platform.search_key(name)) where active;

create table agenda.booking (
  network_id     uuid not null default platform.acting(),
  appointment_id uuid not null,
  resource_id    uuid not null,
  primary key (network_id, appointment_id, resource_id),
  foreign key (network_id, appointment_id) references agenda.appointment on delete cascade,
  foreign key (network_id, resource_id) references agenda.resource
);
create index on agenda.booking (network_id, resource_id);
select platform.protect('agenda.booking');

-- What was moved, by whom: shown to the second of two who move the same one.
create table agenda.change (
  network_id     uuid not null default platform.acting(),
  id             uuid not null,
  appointment_id uuid not null,
  at             timestamptz not null,
  by_name        text not null,
  version        int not null,        -- of the appointment after it
  from_starts    timestamptz not null,
  from_ends      timestamptz not null,
  from_member    uuid not null,
  to_starts      timestamptz not null,
  to_ends        timestamptz not null,
  to_member      uuid not null,
  primary key (network_id, id),
  foreign key (network_id, appointment_id) references agenda.appointment on delete cascade
);
create index on agenda.change (network_id, appointment_id, version);
select platform.protect('agenda.change');

-- Working hours of the structure, and of a member who has their own. ISO weekdays.
create table agenda.hours (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  member_id  uuid,
  weekday    smallint not null check (weekday between 1 and 7),
  opens      time not null,
  closes     time not null,
  primary key (network_id, id),
  check (closes > opens),
  foreign key (network_id, member_id) references network.team_member
);
create index on agenda.hours (network_id, member_id);
select platform.protect('agenda.hours');

-- Permanences: who answers, from when to when, and where calls are led meanwhile.
create table agenda.on_call (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  member_id  uuid not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  forward_to text,
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  check (ends_at > starts_at),
  foreign key (network_id, member_id) references network.team_member
);
create index on agenda.on_call (network_id, starts_at);
select platform.protect('agenda.on_call');

-- Addresses at which another calendar reads one's agenda. The secret is not here, only its digest.
create table agenda.feed (
  network_id   uuid not null default platform.acting(),
  id           uuid not null,
  member_id    uuid not null,
  account_id   uuid not null,
  token_hash   bytea not null,
  made_at      timestamptz not null,
  revoked_at   timestamptz,
  last_read_at timestamptz,
  primary key (network_id, id),
  unique (network_id, token_hash),
  foreign key (network_id, member_id) references network.team_member
);
create index on agenda.feed (network_id, member_id);
select platform.protect('agenda.feed');
