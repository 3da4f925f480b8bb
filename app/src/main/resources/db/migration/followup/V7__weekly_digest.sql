-- The head's weekly digest that was mailed, so that it is never mailed twice.
create table followup.digest (
  network_id uuid not null default platform.acting() references network.network,
  week       date not null,              -- its Monday
  sent_at    timestamptz not null,
  recipients int not null,
  primary key (network_id, week)
);
select platform.protect('followup.digest');
