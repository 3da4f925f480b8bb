-- What an institutional coordinator masters of the framework of competences (guide DGOS 2012, annexe 2), by themselves and by
-- who heads the structure. Each look is kept: one sees what moved.
create table network.competence_review (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  member_id   uuid not null,
  by_whom     text not null check (by_whom in ('SOI','RESPONSABLE')),
  on_date     date not null,
  marks       jsonb not null,            -- code of a competence → 0 to 3
  words       text,
  training    text,                      -- what would help: a training, a colleague, a reading
  author_name text not null,
  at          timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, member_id) references network.team_member
);
create index on network.competence_review (network_id, member_id, by_whom, at desc);
select platform.protect('network.competence_review');
select platform.append_only('network.competence_review');
