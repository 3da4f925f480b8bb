-- A question may be put to an expert of outside without saying whom it is about.
alter table rcp.expertise add column anonymous boolean not null default false;
-- Why an invitation could not leave when it was asked for.
alter table rcp.participant add column not_invited text;
