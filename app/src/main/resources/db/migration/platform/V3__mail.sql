-- Mails that were sent, and those that wait for the server to answer. Address and words are there only while it waits,
-- sealed with the key of the installation.
create table platform.mail (
  id        uuid primary key,
  posted_at timestamptz not null,
  state     text not null check (state in ('SENT','WAITING','REFUSED')),
  attempts  int not null,
  next_at   timestamptz,
  recipient bytea,
  content   bytea,
  check ((state = 'WAITING') = (content is not null)),
  check ((state = 'WAITING') = (next_at is not null))
);
create index on platform.mail (next_at) where state = 'WAITING';
