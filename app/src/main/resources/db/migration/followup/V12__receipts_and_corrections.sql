-- A sign that a plan was received changes what is awaited of the person it is about.
create function followup.look_again_receipt() returns trigger language plpgsql as $$
begin
  insert into followup.look (network_id, patient_id)
    select distinct p.network_id, p.patient_id from new_rows n join careplan.pps p on p.network_id = n.network_id and p.id = n.pps_id
     where n.network_id = platform.acting();
  return null;
end $$;
create trigger look_again_1 after insert on careplan.receipt referencing new table as new_rows
  for each statement execute function followup.look_again_receipt();
create trigger look_again_2 after update on careplan.receipt referencing new table as new_rows
  for each statement execute function followup.look_again_receipt();

-- A recommended consultation has a rule of its own: what was said of its alerts goes with it. The rule for one person, and
-- what the structure chose for acts, hold for consultations too until they are chosen otherwise.
do $$
declare n uuid;
begin
  for n in select id from network.network loop
    perform set_config('maillage.networks', n::text, true), set_config('maillage.network', n::text, true);
    update followup.alert set rule = 'CONSULTATION_NON_FAITE', title = 'Consultation recommandée, sans nouvelle : ' || substr(title, 28)
     where rule = 'ACTE_NON_FAIT' and title like 'Consultation recommandée : %';
    insert into followup.rule_choice (rule, active, weight, goes_to, member_id, changed_at, changed_by)
      select 'CONSULTATION_NON_FAITE', active, weight, goes_to, member_id, changed_at, changed_by from followup.rule_choice where rule = 'ACTE_NON_FAIT'
      on conflict do nothing;
    insert into followup.rule_override (id, patient_id, rule, threshold, reason, until, set_at, set_by, ended_at, ended_by)
      select uuidv7(), patient_id, 'CONSULTATION_NON_FAITE', threshold, reason, until, set_at, set_by, ended_at, ended_by
        from followup.rule_override where rule = 'ACTE_NON_FAIT' and ended_at is null;
  end loop;
  perform set_config('maillage.networks', '', true), set_config('maillage.network', '', true);
end $$;

-- A point de coordination as it was before somebody corrected it.
create table followup.coordination_former (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  point_id     uuid not null,
  held_at      timestamptz not null,
  mode         text not null check (mode in ('PRESENCE','TELEPHONE','VISIO')),
  subject      text not null,
  said         text,
  minutes      int,
  participants text[] not null,
  why          text not null,              -- why it was corrected
  corrected_at timestamptz not null,
  corrected_by text not null,
  primary key (network_id, id),
  foreign key (network_id, point_id) references followup.coordination_point
);
create index on followup.coordination_former (network_id, point_id, corrected_at);
select platform.protect('followup.coordination_former');
select platform.append_only('followup.coordination_former');
alter table followup.coordination_point add column version int not null default 0;
