-- A member of the team leaves: who follows each of their persons from then on, with a note to each successor. Prepared,
-- then done in one act; each successor says they have it.
create table casefile.departure (
  network_id  uuid not null default platform.acting(),
  id          uuid not null,
  member_id   uuid not null,
  last_day    date not null,
  rest_to     uuid,                         -- who receives what is about none of these persons
  prepared_by text not null,
  prepared_at timestamptz not null,
  done_at     timestamptz,
  version     int not null default 0,
  primary key (network_id, id),
  foreign key (network_id, member_id) references network.team_member,
  foreign key (network_id, rest_to) references network.team_member
);
select platform.protect('casefile.departure');
create unique index one_departure_prepared on casefile.departure (network_id, member_id) where done_at is null;

create table casefile.departure_file (
  network_id   uuid not null default platform.acting(),
  departure_id uuid not null,
  patient_id   uuid not null,
  to_member    uuid,                        -- null while nobody is chosen
  primary key (network_id, departure_id, patient_id),
  foreign key (network_id, departure_id) references casefile.departure,
  foreign key (network_id, to_member) references network.team_member
);
select platform.protect('casefile.departure_file');
create index on casefile.departure_file (network_id, to_member);

create table casefile.departure_note (
  network_id      uuid not null default platform.acting(),
  departure_id    uuid not null,
  to_member       uuid not null,
  note            text,
  acknowledged_at timestamptz,
  primary key (network_id, departure_id, to_member),
  foreign key (network_id, departure_id) references casefile.departure,
  foreign key (network_id, to_member) references network.team_member
);
select platform.protect('casefile.departure_note');

-- Files received and not acknowledged yet; the successor's own, read by « Ma journée ».
create view casefile.received_file with (security_invoker = true) as
  select d.network_id, d.id, d.done_at, f.patient_id, f.to_member, n.note,
         m.given_name || ' ' || upper(m.family_name) as from_name
    from casefile.departure d
    join casefile.departure_file f on f.network_id = d.network_id and f.departure_id = d.id
    join casefile.departure_note n on n.network_id = d.network_id and n.departure_id = d.id and n.to_member = f.to_member
    join network.team_member m on m.network_id = d.network_id and m.id = d.member_id
   where d.done_at is not null and n.acknowledged_at is null;
