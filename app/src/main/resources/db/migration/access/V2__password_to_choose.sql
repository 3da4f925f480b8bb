-- A password that somebody else gave: another one is chosen at the first sign-in, before anything is opened.
alter table access.account add column password_to_choose boolean not null default false;
