-- A form sent twice is done once, also by who acts for no structure (an agency, the national level, an operator): its token is
-- kept under their account.
create table web.sent_form_of_account (
  account_id uuid not null default platform.account(),
  token      uuid not null,
  location   text,
  at         timestamptz not null,
  primary key (account_id, token)
);
alter table web.sent_form_of_account enable row level security;
alter table web.sent_form_of_account force row level security;
create policy own on web.sent_form_of_account using (account_id = platform.account()) with check (account_id = platform.account());
