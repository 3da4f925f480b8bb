-- Rights and measures with an end date (ALD, C2S, AME, APA…): what is asked, granted, refused or appealed against, until
-- when, who decides, who follows it, and each administrative step. A renewal is the next line, linked to the former.
create table casefile.right_kind (
  kind        text primary key,
  label       text not null,             -- short words on screen
  notice_days int not null,              -- « proposition Maillage », as Setting.RIGHT_NOTICE_…
  rank        int not null
);
insert into casefile.right_kind values
  ('ALD', 'ALD', 90, 1),
  ('C2S', 'C2S', 90, 2),
  ('AME', 'AME', 60, 3),
  ('APA', 'APA', 90, 4),
  ('PCH', 'PCH', 180, 5),
  ('AAH', 'AAH', 180, 6),
  ('AEEH', 'AEEH', 180, 7),
  ('PROTECTION', 'Mesure de protection', 180, 8),
  ('INVALIDITE', 'Invalidité', 90, 9),
  ('AUTRE', 'Autre', 60, 10);

-- What makes two lines the same right: a person may have several ALD, and several « autres », of different names.
create function casefile.right_key(kind text, name text, detail text) returns text language sql immutable parallel safe as $$
  select kind || case kind when 'AUTRE' then ':' || platform.search_key(coalesce(name, ''))
                           when 'ALD' then ':' || platform.search_key(coalesce(detail, ''))
                           else '' end $$;

create table casefile.entitlement (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  patient_id   uuid not null,
  kind         text not null references casefile.right_kind,
  name         text,                     -- of an « autre », or which measure of protection
  detail       text,                     -- health content: the disease of an ALD
  state        text not null check (state in ('A_DEMANDER','DEMANDE','ACCORDE','REFUSE','RECOURS','CLOS')),
  asked_on     date,
  decided_on   date,
  starts_on    date,
  ends_on      date,
  amount       numeric(11, 2) check (amount >= 0),
  amount_per   text check (amount_per in ('MOIS','AN','UNIQUE')),
  body         text check (body in ('CPAM','MSA','MDPH','DEPARTEMENT','CAF','JUGE','AUTRE')),
  reference    text,
  appeal_until date,
  appealed_on  date,
  followed_by  uuid,                     -- network.team_member
  next_on      date,                     -- the next administrative step
  next_what    text,
  next_by      text,
  renews       uuid,
  note         text,                     -- the clinical team's
  closed_on    date,
  closed_why   text,
  version      int not null default 0,
  key          text not null generated always as (casefile.right_key(kind, name, detail)) stored,
  primary key (network_id, id),
  check (ends_on >= starts_on),
  check (kind <> 'AUTRE' or name is not null),
  check ((amount is null) = (amount_per is null)),
  check (state <> 'DEMANDE' or asked_on is not null),
  check (state <> 'ACCORDE' or starts_on is not null),
  check (state <> 'REFUSE' or decided_on is not null),
  check (state <> 'RECOURS' or appealed_on is not null),
  check (appealed_on <= appeal_until),
  check ((next_on is null) = (next_what is null)),
  check ((state = 'CLOS') = (closed_on is not null and closed_why is not null)),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, followed_by) references network.team_member,
  foreign key (network_id, renews) references casefile.entitlement
);
create index on casefile.entitlement (network_id, patient_id);
create index entitlement_open on casefile.entitlement (network_id, ends_on) where state <> 'CLOS';
create unique index one_request on casefile.entitlement (network_id, patient_id, key) where state in ('A_DEMANDER','DEMANDE','RECOURS');
create unique index one_renewal on casefile.entitlement (network_id, renews) where state not in ('CLOS','REFUSE');
alter table casefile.entitlement add constraint granted_once exclude using gist
  (network_id with =, patient_id with =, key with =, daterange(starts_on, ends_on, '[]') with &&) where (state = 'ACCORDE');
select platform.protect('casefile.entitlement');

-- What was done about it, line after line.
create table casefile.entitlement_step (
  network_id     uuid not null default platform.acting(),
  id             uuid not null default uuidv7(),
  entitlement_id uuid not null,
  on_date        date not null,
  what           text not null,
  who            text,
  next_on        date,
  next_what      text,
  next_by        text,
  author_name    text not null,
  at             timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, entitlement_id) references casefile.entitlement
);
create index on casefile.entitlement_step (network_id, entitlement_id, on_date);
select platform.protect('casefile.entitlement_step');
select platform.append_only('casefile.entitlement_step');

-- Rights that live: neither closed nor followed by a granted renewal. No health content. `warn_on` is the day one is told
-- that it ends, by the structure's delay for its kind.
create view casefile.open_right with (security_invoker = true) as
  select e.network_id, e.id, e.patient_id, e.kind,
         case when e.kind = 'AUTRE' then e.name else k.label || coalesce(' (' || e.name || ')', '') end as label,
         e.state, e.asked_on, e.starts_on, e.ends_on,
         e.ends_on - coalesce((select o.value from network.own_setting o
                                where o.network_id = e.network_id and o.key = 'RIGHT_NOTICE_' || e.kind), k.notice_days) as warn_on,
         e.amount, e.amount_per, e.body, e.appeal_until, e.followed_by, e.next_on, e.next_what, e.next_by,
         n.state as renewal_state, n.asked_on as renewal_asked_on
    from casefile.entitlement e
    join casefile.right_kind k on k.kind = e.kind
    left join lateral (select r.state, r.asked_on from casefile.entitlement r
                        where r.network_id = e.network_id and r.renews = e.id and r.state <> 'CLOS'
                        order by r.state = 'ACCORDE' desc, r.id desc limit 1) n on true
   where e.state <> 'CLOS' and n.state is distinct from 'ACCORDE';
