-- Where somebody of the team works besides their first place, and where they worked before: a pole or an antenna, the
-- communes or zones they cover from there, from when to when. The first place stands on their sheet; changed, what it was
-- comes here with its last day.
alter table network.team_member add column placed_since date; -- first day at the place of the sheet, when it is not the first of all
create table network.posting (
  network_id uuid not null default platform.acting() references network.network,
  id         uuid not null,
  member_id  uuid not null,
  unit_id    uuid,
  sectors    text[] not null default '{}',   -- zone or commune codes
  since      date not null,
  until      date check (until >= since),
  noted_by   text not null,
  noted_at   timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, member_id) references network.team_member,
  foreign key (network_id, unit_id) references network.unit,
  check (unit_id is not null or sectors <> '{}')
);
select platform.protect('network.posting');
create index on network.posting (network_id, member_id);

-- Every place of everybody with its days; `main` is that of the sheet.
create view network.assigned with (security_invoker = true) as
  select network_id, id as member_id, null::uuid as id, unit_id, sectors, coalesce(placed_since, since) as since, until, true as main
    from network.team_member
  union all
  select p.network_id, p.member_id, p.id, p.unit_id, p.sectors, p.since, least(p.until, m.until), false
    from network.posting p join network.team_member m on m.network_id = p.network_id and m.id = p.member_id;
