-- Each time somebody checked how a protocol is applied: what was counted, found and decided. Never changed.
create table protocol.review (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  protocol_id    uuid not null,
  version_number int,                    -- that served then; null when none did
  from_day       date not null,
  until_day      date not null check (until_day >= from_day),
  plans          int not null,
  acts           int not null,           -- whose window ended in the period
  done           int not null,           -- in their window
  late           int not null,
  not_done       int not null,           -- with a reason
  silent         int not null,           -- their tolerance passed and nobody said anything
  findings       text not null,
  decided        text,
  at             timestamptz not null,
  by_name        text not null,
  by_id          uuid default platform.account(),
  primary key (network_id, id),
  foreign key (network_id, protocol_id) references protocol.protocol
);
create index on protocol.review (network_id, protocol_id, until_day desc);
select platform.protect('protocol.review');
select platform.append_only('protocol.review');
