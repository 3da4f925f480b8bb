-- Sheets that two people may edit at once: the second is told.
alter table network.network add column version int not null default 0;
alter table network.team_member add column version int not null default 0;
