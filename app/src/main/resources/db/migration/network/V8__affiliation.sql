-- Professionals who joined the network, and how they left: a voluntary exit with its reason feeds the adverse events
-- (guide DGOS 2012, fiche L1 §2). One who works with the team without having joined is outside the network.
create table network.affiliation (
  network_id uuid not null default platform.acting() references network.network,
  id         uuid not null,
  name       text not null,
  profession text not null,
  rpps       text,
  status     text not null check (status in ('LIBERAL','SALARIE','HOSPITALIER')),
  joined_on  date,                      -- null: works with the team from outside the network
  left_on    date,
  left_how   text check (left_how in ('VOLONTAIRE','RETRAITE','DEMENAGEMENT','DECES','AUTRE')),
  left_why   text,
  noted_by   text not null,
  primary key (network_id, id),
  check (left_on is null or joined_on is not null and left_on >= joined_on),
  check ((left_on is null) = (left_how is null)),
  check (left_how is distinct from 'VOLONTAIRE' or left_why is not null)
);
select platform.protect('network.affiliation');
create unique index on network.affiliation (network_id, rpps) where rpps is not null and left_on is null;
