-- What somebody was typing when interrupted: one line per account and form, gone when the form is sent.
create table web.draft (
  network_id uuid not null default platform.acting(),
  account_id uuid not null default platform.account(),
  form       text not null,
  fields     jsonb not null,
  saved_at   timestamptz not null,
  primary key (network_id, account_id, form)
);
select platform.protect('web.draft');

-- A form sent twice is done once: the token it was printed with.
create table web.sent_form (
  network_id uuid not null default platform.acting(),
  token      uuid not null,
  location   text,
  at         timestamptz not null,
  primary key (network_id, token)
);
select platform.protect('web.sent_form');
