-- What a structure decided about a rule of alerts. Absent: what the registry of rules says (AlertRule). Thresholds, by
-- level, stay where every threshold of the structure is (network.setting).
create table followup.rule_choice (
  network_id uuid not null default platform.acting(),
  rule       text not null,
  active     boolean not null default true,
  weight     int check (weight between 0 and 300),   -- null: that of the registry
  goes_to    text not null default 'REFERENT' check (goes_to in ('REFERENT','EQUIPE','MEMBRE')),
  member_id  uuid,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (network_id, rule),
  check ((goes_to = 'MEMBRE') = (member_id is not null)),
  foreign key (network_id, member_id) references network.team_member
);
select platform.protect('followup.rule_choice');

-- Another threshold for one person, or « pas pour cette personne ».
create table followup.rule_override (
  network_id uuid not null default platform.acting(),
  id         uuid not null,
  patient_id uuid not null,
  rule       text not null,
  threshold  int,                        -- in the unit of the rule; null: the rule does not hold for this person
  reason     text not null,
  until      date,                       -- last day; null: until somebody ends it
  set_at     timestamptz not null,
  set_by     text not null,
  ended_at   timestamptz,
  ended_by   text,
  primary key (network_id, id),
  check ((ended_at is null) = (ended_by is null)),
  foreign key (network_id, patient_id) references patient.patient
);
create index on followup.rule_override (network_id, patient_id) where ended_at is null;
select platform.protect('followup.rule_override');

-- `urgency` holds what does not change with the days: weight, level and what the rule adds. The days late are added when
-- it is read (followup.urgency), so that a night does not write every open alert again.
alter table followup.alert
  add column weight int,                 -- of the rule when it was last looked at; null on older lines
  add column extra int not null default 0,
  add column forced boolean not null default false, -- may no longer be put aside
  add column paused_until date,          -- this one alone, last day
  add column pause_reason text check (pause_reason in ('HOSPITALISATION','VACANCES','ATTENTE_REPONSE','AUTRE')),
  add column paused_by text,
  add column changed_at timestamptz;     -- last change of state or of words
create function followup.urgency(points int, due_on date, today date) returns int language sql immutable parallel safe
  as $$ select points + least(greatest(today - due_on, 0), 60) $$;
alter table followup.alert add constraint a_pause_has_its_reason check ((paused_until is null) = (pause_reason is null));

-- What happened to an alert, written by the database whatever changed it.
create table followup.alert_event (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  alert_id   uuid not null,
  at         timestamptz not null,
  kind       text not null check (kind in ('LEVEE','CHANGEE','PAUSE','REPRISE','CLOSE','RESOLUE','ROUVERTE')),
  detail     text,
  by_name    text,                       -- null: Maillage itself
  primary key (network_id, id),
  foreign key (network_id, alert_id) references followup.alert on delete cascade
);
create index on followup.alert_event (network_id, alert_id, at);
select platform.protect('followup.alert_event');

create function followup.tell_raised() returns trigger language plpgsql as $$
begin
  insert into followup.alert_event (network_id, alert_id, at, kind, detail)
    select network_id, id, raised_at, 'LEVEE', title from new_rows;
  insert into followup.alert_event (network_id, alert_id, at, kind, detail, by_name)
    select network_id, id, closed_at, case status when 'CLOSE' then 'CLOSE' else 'RESOLUE' end, concat_ws(' · ', outcome, outcome_note),
           nullif(closed_by, 'Maillage')
      from new_rows where closed_at is not null;
  return null;
end $$;
create function followup.tell_changed() returns trigger language plpgsql as $$
begin
  insert into followup.alert_event (network_id, alert_id, at, kind, detail, by_name)
    select n.network_id, n.id, coalesce(case when n.status in ('CLOSE','RESOLUE') then n.closed_at else n.changed_at end, now()), k.kind,
           case k.kind when 'CHANGEE' then n.title || ' · ' || to_char(n.due_on, 'DD/MM/YYYY')
                       when 'PAUSE' then concat_ws(' · ', n.pause_reason, to_char(n.paused_until, 'DD/MM/YYYY'))
                       when 'CLOSE' then concat_ws(' · ', n.outcome, to_char(n.snoozed_until, 'DD/MM/YYYY'), n.outcome_note) end,
           case when k.kind in ('CLOSE','RESOLUE') then nullif(n.closed_by, 'Maillage') when k.kind = 'PAUSE' then n.paused_by end
      from new_rows n join old_rows o on o.network_id = n.network_id and o.id = n.id
      cross join lateral (select case
           when n.status = 'CLOSE' and o.status <> 'CLOSE' then 'CLOSE'
           when n.status = 'RESOLUE' and o.status <> 'RESOLUE' then 'RESOLUE'
           when n.status in ('OUVERTE','EN_PAUSE') and o.status in ('CLOSE','RESOLUE') then 'ROUVERTE'
           when n.status = 'EN_PAUSE' and o.status = 'OUVERTE' then 'PAUSE'
           when n.status = 'EN_PAUSE' and n.paused_until is distinct from o.paused_until and n.paused_until is not null then 'PAUSE'
           when n.status = 'OUVERTE' and o.status = 'EN_PAUSE' then 'REPRISE'
           when n.status in ('OUVERTE','EN_PAUSE') and (n.due_on, n.title) is distinct from (o.due_on, o.title) then 'CHANGEE' end as kind) k
     where k.kind is not null;
  return null;
end $$;
create trigger tell_raised after insert on followup.alert referencing new table as new_rows
  for each statement execute function followup.tell_raised();
create trigger tell_changed after update on followup.alert referencing old table as old_rows new table as new_rows
  for each statement execute function followup.tell_changed();

create or replace view followup.open_alert with (security_invoker = true) as
  select network_id, id, rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency, status, weight, extra
    from followup.alert where status in ('OUVERTE','EN_PAUSE');
