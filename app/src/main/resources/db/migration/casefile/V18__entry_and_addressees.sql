-- The list of a stay says what is done at the entry too (guide DGOS 2012, fiche O1 §1: protocols of entry and discharge).
alter table casefile.return_model add column at_entry boolean not null default false, add check (not (at_entry and before_return));
alter table casefile.return_line add column at_entry boolean not null default false, add check (not (at_entry and before_return));

create or replace view casefile.hospital_stay with (security_invoker = true) as
  select network_id, id, patient_id, kind, hospital, admitted_on, expected_on, discharged_on, finess from casefile.stay;

-- Whom a concern may be sent to, as the structure knows them: by department, with where the words come from and the day
-- somebody checked them. What a transmission says keeps the name it had.
create table casefile.concern_addressee (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  kind        text not null check (kind in ('CELLULE_DEPARTEMENTALE','CRIP','PROCUREUR','ARS','NUMERO_3977','NUMERO_119')),
  department  text check (department ~ '^(2A|2B|[0-9]{2,3})$'),  -- none: everywhere
  name        text not null,
  phone       text,
  email       text,
  address     text,
  hours       text,
  source      text,
  checked_on  date,                      -- none: to be checked
  checked_by  text,
  version     int not null default 0,
  primary key (network_id, id),
  check ((checked_on is null) = (checked_by is null))
);
create index on casefile.concern_addressee (network_id, department);
select platform.protect('casefile.concern_addressee');

alter table casefile.concern_step drop constraint concern_step_addressee_check;
alter table casefile.concern_step add constraint concern_step_addressee_check
  check (addressee in ('CELLULE_DEPARTEMENTALE','CRIP','PROCUREUR','ARS','NUMERO_3977','NUMERO_119'));
alter table casefile.concern_step add column addressee_name text check (addressee_name is null or addressee is not null);
