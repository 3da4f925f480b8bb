-- Préoccupation: a concern of abuse or neglect (CASF L.119-1, L.226-3). Its audience is in the policy itself: for anybody
-- else the line is not there, whatever statement asks, and for the application itself (lists, sweeps, exports) neither.
create function casefile.reads_concern(network uuid, patient uuid, author uuid, readers uuid[], restricted boolean)
  returns boolean language sql stable as $$
  select platform.account() is not null and (
    platform.account() = author
    or platform.account() = any (readers)
    or access.holds(network, 'HEAD')
    or exists (select 1 from casefile.support s
                 join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                where s.network_id = network and s.patient_id = patient and s.status <> 'CLOS'
                  and m.account_id = platform.account())
    or not restricted and access.holds(network, 'COORDINATOR', 'DOCTOR')) $$;

create table casefile.concern (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  nature      text not null check (nature in ('PHYSIQUE','PSYCHOLOGIQUE','SEXUELLE','FINANCIERE','NEGLIGENCE','PRIVATION','INDETERMINEE')),
  facts       text not null,             -- what was seen or said, by whom
  impressions text,                      -- what the author thinks of it, apart
  concerned   text not null,             -- who is concerned: whom it endangers, who is said to be at its origin
  since       text not null,             -- since when, as people know it
  decided     text not null,
  review_on   date,                      -- looked at again; none once closed
  status      text not null default 'OUVERTE' check (status in ('OUVERTE','TRANSMISE','CLOSE')),
  closed_why  text check (closed_why in ('PROTEGEE','NON_CONFIRMEE','SUIVIE_AILLEURS','DECES','ERREUR')),
  restricted  boolean not null default true,
  readers     uuid[] not null default '{}', -- accounts named, besides those of the rule
  author_id   uuid not null default platform.account(),
  author_name text not null,
  written_at  timestamptz not null,
  version     int not null default 0,
  primary key (network_id, id),
  check ((status = 'CLOSE') = (closed_why is not null)),
  check ((status = 'CLOSE') = (review_on is null)),
  foreign key (network_id, patient_id) references patient.patient
);
create index on casefile.concern (network_id, patient_id);
create index concern_review on casefile.concern (network_id, review_on) where status <> 'CLOSE';
select platform.protect('casefile.concern');
create policy audience on casefile.concern as restrictive
  using (casefile.reads_concern(network_id, patient_id, author_id, readers, restricted));

-- What became of it, line after line: nothing written is ever changed, it is completed.
create table casefile.concern_step (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  concern_id  uuid not null,
  kind        text not null check (kind in ('ECRITE','COMPLETEE','TRANSMISE','DECISION','AUDIENCE','LEVEE','CLOSE')),
  on_date     date not null,             -- of the transmission; of the writing for the others
  addressee   text check (addressee in ('CELLULE_DEPARTEMENTALE','CRIP','PROCUREUR')),
  words       text,
  impressions text,
  review_on   date,
  author_name text not null,
  at          timestamptz not null,
  primary key (network_id, id),
  check ((kind = 'TRANSMISE') = (addressee is not null)),
  foreign key (network_id, concern_id) references casefile.concern
);
create index on casefile.concern_step (network_id, concern_id, at);
select platform.protect('casefile.concern_step');
select platform.append_only('casefile.concern_step');
create policy audience on casefile.concern_step as restrictive
  using (exists (select 1 from casefile.concern c
                  where c.network_id = concern_step.network_id and c.id = concern_step.concern_id));

-- For the day of those who may read them, and of nobody else.
create view casefile.concern_to_review with (security_invoker = true) as
  select network_id, id, patient_id, review_on from casefile.concern where status <> 'CLOSE';
