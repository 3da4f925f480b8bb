-- An accompaniment that goes on in the file of the same person, after two files were joined: neither an exit nor an entry.
alter table casefile.support drop constraint support_exit_reason_check;
alter table casefile.support add constraint support_exit_reason_check check (exit_reason in
  ('DECES','RELAIS','OBJECTIFS_ATTEINTS','ENTREE_ETABLISSEMENT','SOUHAIT','DEMENAGEMENT','PERDUE_DE_VUE','PROFESSIONNEL','FUSION'));

-- Several teams of a structure (poles, antennas) around one person: one file, one accompaniment, and each team its référent.
-- The référent of the accompaniment is `support.coordinator_id`; those of the other teams stand here.
create table casefile.support_team (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  support_id     uuid not null,
  unit_id        uuid,
  coordinator_id uuid not null,
  since          date not null,
  until          date check (until >= since),
  why            text,
  added_by       text not null,
  primary key (network_id, id),
  foreign key (network_id, support_id) references casefile.support,
  foreign key (network_id, unit_id) references network.unit,
  foreign key (network_id, coordinator_id) references network.team_member
);
create unique index once_a_team on casefile.support_team (network_id, support_id, coordinator_id) where until is null;
create index on casefile.support_team (network_id, coordinator_id);
select platform.protect('casefile.support_team');

-- Everybody who answers for an open accompaniment: the référent, then those of the other teams.
create view casefile.referent with (security_invoker = true) as
  select network_id, id as support_id, patient_id, coordinator_id, unit_id, true as main
    from casefile.support where status <> 'CLOS' and coordinator_id is not null
  union all
  select t.network_id, t.support_id, s.patient_id, t.coordinator_id, t.unit_id, false
    from casefile.support_team t join casefile.support s on s.network_id = t.network_id and s.id = t.support_id
   where s.status <> 'CLOS' and t.until is null;
