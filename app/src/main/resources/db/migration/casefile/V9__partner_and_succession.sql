-- A second coordinator beside the référent of an accompaniment (binôme): one at a time, the former ones kept with their days.
alter table casefile.support_team add column kind text not null default 'EQUIPE' check (kind in ('EQUIPE','BINOME'));
create unique index one_partner on casefile.support_team (network_id, support_id) where until is null and kind = 'BINOME';

-- Who follows a person together with their référent.
create view casefile.partner with (security_invoker = true) as
  select t.network_id, s.patient_id, t.coordinator_id as partner_id, s.coordinator_id
    from casefile.support_team t join casefile.support s on s.network_id = t.network_id and s.id = t.support_id
   where t.kind = 'BINOME' and t.until is null and s.status <> 'CLOS';

-- « Remplacé par »: a professional of circles gives way to another, for a time (a locum) or for good, in every circle at
-- once. What was moved is kept line by line, so that it is given back at the end, or when it was a mistake.
create table casefile.succession (
  network_id     uuid not null default platform.acting(),
  id             uuid not null,
  name           text not null,
  rpps           text,
  phone          text,
  by_name        text not null,
  by_rpps        text,
  by_phone       text,
  by_profession  text,
  kind           text not null check (kind in ('REMPLACANT','SUCCESSEUR')),
  since          date not null,
  until          date check (until >= since),
  noted_by       text not null,
  noted_at       timestamptz not null,
  begun_at       timestamptz,
  ended_at       timestamptz,
  ended_by       text,            -- null when it ended on its day
  primary key (network_id, id),
  check ((kind = 'REMPLACANT') = (until is not null))
);
select platform.protect('casefile.succession');

create table casefile.succession_line (
  network_id    uuid not null default platform.acting(),
  succession_id uuid not null,
  role          text not null,
  former_id     uuid not null,   -- line of casefile.care_team that gave way
  former_until  date,            -- its end before that
  line_id       uuid not null,   -- line of who came
  primary key (network_id, succession_id, line_id),
  foreign key (network_id, succession_id) references casefile.succession,
  foreign key (network_id, former_id) references casefile.care_team on delete cascade,
  foreign key (network_id, line_id) references casefile.care_team on delete cascade deferrable initially deferred
);
select platform.protect('casefile.succession_line');
create index on casefile.succession_line (network_id, former_id);
create index on casefile.succession_line (network_id, line_id);
