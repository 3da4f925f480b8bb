-- The head's weekly digest that was mailed, so that it is never mailed twice.
create table followup.digest (
  network_id uuid not null default platform.acting() references network.network,
  week       date not null,              -- its Monday
  sent_at    timestamptz not null,
  recipients int not null,
  primary key (network_id, week)
);
select platform.protect('followup.digest');

-- Everybody may read how far a night went; only the structure itself writes its line.
alter table followup.night enable row level security;
alter table followup.night force row level security;
create policy everybody_reads on followup.night for select using (true);
create policy itself_writes on followup.night for all using (structure_id = platform.acting()) with check (structure_id = platform.acting());
