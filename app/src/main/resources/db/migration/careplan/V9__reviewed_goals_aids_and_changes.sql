-- The synthesis that PPCS asks for, and what the person can rest on.
alter table careplan.pps add column synthesis text, add column strengths text;

-- The day a goal was graded at a review; a version that is begun has none yet.
alter table careplan.goal add column reviewed_on date;

-- Plan d'aide: what is asked for, of whom. Where it stands is not part of the version, which never changes once in force:
-- it is told by the steps below, or by the right it is linked to.
create table careplan.aid (
  network_id uuid not null default platform.acting(),
  pps_id     uuid not null,
  aid_id     uuid not null,            -- stable from one version to the next
  kind       text not null check (kind in ('APA','PCH','AIDE_TECHNIQUE','AMENAGEMENT','EQUIPEMENT','AIDE_FINANCIERE','AIDE_HUMAINE','AUTRE')),
  title      text not null,
  body       text,                     -- who decides or pays: « Département du Nord »
  asked_by   text,                     -- who makes the request
  right_id   uuid,                     -- casefile.entitlement, when one exists
  note       text,
  rank       int not null default 0,
  primary key (network_id, pps_id, aid_id),
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
create index on careplan.aid (network_id, aid_id);
select platform.protect('careplan.aid');
create trigger keep_in_force before insert or update or delete on careplan.aid for each row execute function careplan.keep_in_force();

create table careplan.aid_step (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  aid_id      uuid not null,
  state       text not null check (state in ('A_DEMANDER','DEMANDE','ACCORDE','REFUSE','EN_PLACE','TERMINE')),
  on_date     date not null,
  amount      numeric(11, 2) check (amount >= 0),
  amount_per  text check (amount_per in ('MOIS','AN','UNIQUE')),
  starts_on   date,
  ends_on     date,
  words       text,
  author_name text not null,
  at          timestamptz not null,
  primary key (network_id, id),
  check (ends_on >= starts_on),
  check ((amount is null) = (amount_per is null)),
  check (state <> 'REFUSE' or words is not null)
);
create index on careplan.aid_step (network_id, aid_id, on_date);
select platform.protect('careplan.aid_step');
select platform.append_only('careplan.aid_step');

-- What was changed in a version after it had been submitted once: old and new, by whom and when.
create table careplan.change (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  pps_id      uuid not null,
  what        text not null,
  kind        text not null,
  part        text not null,           -- whose it is to read, as the parts of a plan
  before_text text,
  after_text  text,
  author_name text not null,
  at          timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, pps_id) references careplan.pps
);
create index on careplan.change (network_id, pps_id, at);
select platform.protect('careplan.change');
select platform.append_only('careplan.change');
