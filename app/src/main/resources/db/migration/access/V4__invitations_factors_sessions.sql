-- Who was invited to have an account in the structure. The link holds the structure and a secret; only the secret's
-- digest is here. It serves once, and not after its end; sent again it has another secret.
create table access.invitation (
  network_id   uuid not null default platform.acting(),
  id           uuid not null,
  role         text not null check (role in ('SECRETARY','COORDINATOR','DOCTOR','HEAD','PROFESSIONAL')),
  display_name text not null,
  email        text,
  member_id    uuid,          -- line of network.team_member, for the team
  circle_id    uuid,          -- line of casefile.care_team, for a member of a circle
  rpps         text,
  since        date not null,
  until        date check (until >= since),   -- last day of the right: a locum
  token_hash   bytea not null,
  invited_by   text not null,
  invited_at   timestamptz not null,
  sent_at      timestamptz not null,
  expires_at   timestamptz not null,
  mail_id      uuid,          -- platform.mail, when it left by mail
  withdrawn_at timestamptz,
  accepted_at  timestamptz,
  account_id   uuid,
  primary key (network_id, id),
  check ((accepted_at is null) = (account_id is null)),
  check (withdrawn_at is null or accepted_at is null)
);
select platform.protect('access.invitation');
create unique index one_invitation_by_address on access.invitation (network_id, lower(email))
  where accepted_at is null and withdrawn_at is null and email is not null;
create unique index one_invitation_by_member on access.invitation (network_id, member_id)
  where accepted_at is null and withdrawn_at is null and member_id is not null;

-- Second factors of an account. The secret of one-time codes is sealed with the key of the installation; last_step is the
-- last half-minute whose code served: none serves twice (RFC 6238, 5.2).
create table access.one_time_code (
  account_id  uuid primary key references access.account,
  secret      bytea not null,
  enrolled_at timestamptz not null,
  last_step   bigint not null default 0
);
create table access.passkey (
  credential_id    bytea primary key,
  account_id       uuid not null references access.account,
  public_key       bytea not null,
  signature_count  bigint not null,
  uv_initialized   boolean not null,
  transports       text[] not null,
  backup_eligible  boolean not null,
  backup_state     boolean not null,
  label            text not null,
  created_at       timestamptz not null,
  last_used_at     timestamptz not null
);
create index on access.passkey (account_id);
create table access.recovery_code (
  account_id uuid not null references access.account,
  hash       bytea not null,
  used_at    timestamptz,
  primary key (account_id, hash)
);

-- Sessions, so that they can be told and ended from another one.
create table access.open_session (
  id         uuid primary key,
  account_id uuid not null references access.account,
  began_at   timestamptz not null,
  seen_at    timestamptz not null,
  agent      text not null,
  ended_at   timestamptz
);
create index on access.open_session (account_id) where ended_at is null;

-- What happened to an account, apart from the files it opened: factors, sessions, passwords. It only grows.
create table access.account_event (
  id         uuid primary key default uuidv7(),
  account_id uuid not null,
  at         timestamptz not null,
  actor      text not null,
  what       text not null
);
create index on access.account_event (account_id, at desc);
select platform.append_only('access.account_event');
