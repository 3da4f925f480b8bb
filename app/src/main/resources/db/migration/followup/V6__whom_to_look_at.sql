-- The sweep looks again at persons something changed for, and at those for whom a day has come. Both lists are made: the
-- first by triggers on what the rules read, so that no way of writing is forgotten, the second by the sweep itself.
create table followup.look (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid,                       -- null: everybody (a threshold or a rule changed)
  primary key (network_id, id)
);
create index on followup.look (network_id, patient_id);
select platform.protect('followup.look');

create table followup.next_look (
  network_id uuid not null default platform.acting(),
  patient_id uuid not null,
  at         timestamp not null,         -- time of Paris, as every day of a rule
  primary key (network_id, patient_id)
);
create index on followup.next_look (network_id, at);
select platform.protect('followup.next_look');

-- When the whole structure was last looked at, and by which rules.
create table followup.sweep_state (
  network_id  uuid not null default platform.acting() primary key references network.network,
  full_on     date not null,
  fingerprint text not null
);
select platform.protect('followup.sweep_state');

-- Progress of a night, structure by structure: taken up again after a kill where it stopped. Days and durations only, of
-- structures, which everybody may know; figures are the structure's own, beside.
create table followup.night (
  structure_id uuid not null references network.network,
  night        date not null,
  started_at   timestamptz not null,
  done_at      timestamptz,
  failed_at    timestamptz,
  primary key (structure_id, night)
);
create table followup.sweep_run (
  network_id uuid not null default platform.acting() references network.network,
  night      date not null,
  whole      boolean not null,           -- everybody, or only who had changed
  persons    int not null,
  raised     int not null,
  refreshed  int not null,
  resolved   int not null,
  millis     int not null,
  primary key (network_id, night)
);
select platform.protect('followup.sweep_run');

create function followup.look_again() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into followup.look (network_id, patient_id)
      select distinct network_id, patient_id from new_rows where patient_id is not null and network_id = platform.acting();
  elsif tg_op = 'DELETE' then
    insert into followup.look (network_id, patient_id)
      select distinct network_id, patient_id from old_rows where patient_id is not null and network_id = platform.acting();
  else
    insert into followup.look (network_id, patient_id)
      select network_id, patient_id from new_rows where patient_id is not null and network_id = platform.acting()
      union select network_id, patient_id from old_rows where patient_id is not null and network_id = platform.acting();
  end if;
  return null;
end $$;
create function followup.look_again_person() returns trigger language plpgsql as $$
begin
  insert into followup.look (network_id, patient_id)
    select network_id, id from new_rows where network_id = platform.acting();
  return null;
end $$;
create function followup.look_again_everybody() returns trigger language plpgsql as $$
begin
  if platform.acting() is not null then insert into followup.look (patient_id) values (null); end if;
  return null;
end $$;
-- A date added a year ahead to an act already awaited changes nothing before a day the person is looked at anyway.
create function followup.look_again_act() returns trigger language plpgsql as $$
begin
  insert into followup.look (network_id, patient_id)
    select distinct n.network_id, n.patient_id from new_rows n
     where n.network_id = platform.acting()
       and not (n.status = 'PREVU'
                and exists (select 1 from followup.next_look k
                             where k.network_id = n.network_id and k.patient_id = n.patient_id and k.at <= n.late_after)
                and exists (select 1 from followup.occurrence o
                             where o.network_id = n.network_id and o.intervention_id = n.intervention_id and o.status = 'PREVU' and o.due_on < n.due_on));
  return null;
end $$;
-- Closed, taken back or paused by hand: when it speaks again is to be found out.
create function followup.look_again_alert() returns trigger language plpgsql as $$
begin
  insert into followup.look (network_id, patient_id) values (new.network_id, new.patient_id);
  return null;
end $$;

create function followup.watch(t regclass) returns void language plpgsql as $$
begin
  execute format('create trigger look_again_1 after insert on %s referencing new table as new_rows for each statement execute function followup.look_again()', t);
  execute format('create trigger look_again_2 after update on %s referencing old table as old_rows new table as new_rows for each statement execute function followup.look_again()', t);
  execute format('create trigger look_again_3 after delete on %s referencing old table as old_rows for each statement execute function followup.look_again()', t);
end $$;
select followup.watch(t) from unnest(array[
  'casefile.support', 'casefile.level_change', 'casefile.entitlement', 'casefile.stay', 'careplan.pps', 'intake.referral', 'intake.urgency',
  'intake.handover', 'assessment.score', 'assessment.problem', 'agenda.appointment', 'followup.contact_patient', 'followup.concertation',
  'followup.rule_override']::regclass[]) t;
create trigger look_again_1 after insert on followup.occurrence referencing new table as new_rows
  for each statement execute function followup.look_again_act();
create trigger look_again_2 after update on followup.occurrence referencing old table as old_rows new table as new_rows
  for each statement execute function followup.look_again();
create trigger look_again_3 after delete on followup.occurrence referencing old table as old_rows
  for each statement execute function followup.look_again();
create trigger look_again after update on patient.patient referencing new table as new_rows
  for each statement execute function followup.look_again_person();
create trigger look_again after insert or update or delete on network.setting for each statement execute function followup.look_again_everybody();
create trigger look_again after insert or update or delete on followup.rule_choice for each statement execute function followup.look_again_everybody();
create trigger look_again after update of resumption_date on network.network for each statement execute function followup.look_again_everybody();
create trigger look_again after update on network.team_member for each statement execute function followup.look_again_everybody();
create trigger look_again after update on followup.alert for each row
  when (new.status = 'CLOSE' or old.status = 'CLOSE' or new.paused_until is distinct from old.paused_until)
  execute function followup.look_again_alert();
