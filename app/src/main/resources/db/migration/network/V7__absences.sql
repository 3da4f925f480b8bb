-- Leave of a member and who replaces them: for these days the replacement sees what is theirs.
create table network.absence (
  network_id     uuid not null default platform.acting() references network.network,
  id             uuid not null,
  member_id      uuid not null,
  replacement_id uuid not null,
  reason         text not null check (reason in ('CONGE','MALADIE','FORMATION','AUTRE')),
  since          date not null,
  until          date not null check (until >= since),
  noted_by       text not null,
  noted_at       timestamptz not null,
  primary key (network_id, id),
  check (replacement_id <> member_id),
  foreign key (network_id, member_id) references network.team_member,
  foreign key (network_id, replacement_id) references network.team_member
);
select platform.protect('network.absence');
alter table network.absence add constraint one_absence_at_a_time exclude using gist
  (network_id with =, member_id with =, daterange(since, until, '[]') with &&);
create index on network.absence (network_id, replacement_id);

-- Binôme: the colleague who knows the same persons, proposed first when somebody is away.
alter table network.team_member add column partner_id uuid check (partner_id <> id);
alter table network.team_member add constraint partner_of_the_team foreign key (network_id, partner_id) references network.team_member;

-- Who acts for whom, and when.
create view network.replacement with (security_invoker = true) as
  select a.network_id, a.id, a.member_id, a.replacement_id, a.since, a.until,
         m.given_name || ' ' || upper(m.family_name) as member_name
    from network.absence a join network.team_member m on m.network_id = a.network_id and m.id = a.member_id;
