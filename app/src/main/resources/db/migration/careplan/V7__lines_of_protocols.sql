-- An intervention may wait for a discharge, or for another act of the plan to be done: « 3 mois après ».
alter table careplan.intervention
  add column after_n    int check (after_n between 0 and 366),
  add column after_unit text check (after_unit in ('JOUR','SEMAINE','MOIS')),
  add column after_what text check (after_what in ('SORTIE','ACTE')),
  add column after_act  uuid,             -- intervention_id, for ACTE
  add check ((after_n is null) = (after_what is null) and (after_n is null) = (after_unit is null)),
  add check ((after_what is not distinct from 'ACTE') = (after_act is not null)),
  add check (after_act <> intervention_id);
create or replace view careplan.intervention_in_force with (security_invoker = true) as
  select i.* from careplan.intervention i join careplan.pps p on p.network_id = i.network_id and p.id = i.pps_id
   where p.status = 'EN_VIGUEUR';

-- Where a line of a plan comes from: the protocol, its version and its own line. One line may answer to several protocols.
create table careplan.origin (
  network_id     uuid not null default platform.acting(),
  pps_id         uuid not null,
  line_id        uuid not null,           -- goal_id or intervention_id
  protocol_id    uuid not null,           -- protocol.protocol
  line_key       text not null,           -- of the protocol's line, the same in all its versions
  version_id     uuid not null,
  version_number int not null check (version_number > 0),
  protocol_title text not null,           -- as it was called
  code           text,                    -- of the act: the same code is the same act
  primary key (network_id, pps_id, line_id, protocol_id, line_key),
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
create index on careplan.origin (network_id, protocol_id);
select platform.protect('careplan.origin');
create trigger keep_in_force before insert or update or delete on careplan.origin
  for each row when (current_user = session_user) execute function careplan.keep_in_force();

create view careplan.line_origin with (security_invoker = true) as
  select o.*, p.patient_id, p.number as pps_number, p.status as pps_status
    from careplan.origin o join careplan.pps p on p.network_id = o.network_id and p.id = o.pps_id;
