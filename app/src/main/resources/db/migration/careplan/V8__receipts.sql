-- « Accusé de réception » of a plan: that the attending doctor has it, which is not yet an opinion. Each sign of it is one
-- line, with its day and its way; a line written by mistake is withdrawn, and stays.
create table careplan.receipt (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  pps_id       uuid not null,
  received_on  date not null,
  way          text not null check (way in ('PAGE','TELEPHONE','COURRIER','MSSANTE','REMISE','REUNION')),
  by_name      text not null,              -- who said so, or opened the page: the doctor, a locum, a medical secretary
  words        text,
  recorded_by  text not null,
  recorded_at  timestamptz not null,       -- only those since the plan was last submitted count
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (network_id, pps_id) references careplan.pps
);
create index on careplan.receipt (network_id, pps_id);
select platform.protect('careplan.receipt');

create or replace view careplan.awaited_opinion with (security_invoker = true) as
  select p.network_id, p.id, p.patient_id, p.number, p.status, p.submitted_at,
         (select min(r.received_on) from careplan.receipt r
           where r.network_id = p.network_id and r.pps_id = p.id and r.withdrawn_at is null and r.recorded_at >= p.submitted_at) as received_on
    from careplan.pps p
   where p.opinion = 'ATTENDU' and p.status in ('SOUMIS','EN_VIGUEUR');
