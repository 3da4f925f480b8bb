-- Rules over findings: a protocol may say what the facts of a person propose among its lines.
alter table protocol.version drop constraint version_nature_check;
alter table protocol.version add constraint version_nature_check
  check (nature in ('REFERENTIEL','MODELE_PPS','BONNE_PRATIQUE','COOPERATION','ORGANISATION','PROPOSITIONS'));

-- A line that findings proposed to somebody's plan and that was set aside: by whom, when, why, on which facts. It is not
-- proposed again while these facts stand, unless somebody reconsiders it. What it said is read in the version.
create table protocol.set_aside (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  patient_id      uuid not null,
  protocol_id     uuid not null,
  version_id      uuid not null,
  line_key        text not null,
  reason          text not null check (reason in ('REFUS','DEJA_ORGANISE','NE_CONVIENT_PAS','PAS_MAINTENANT','INDISPONIBLE','AVIS_MEDICAL','AUTRE')),
  words           text,
  because         text not null,         -- the rules and the facts, as they were read
  facts           text not null,         -- the same facts, to be compared: « gir=4;vitSeule=true »
  at              timestamptz not null,
  by_name         text not null,
  by_id           uuid default platform.account(),
  reconsidered_at timestamptz,
  reconsidered_by text,
  primary key (network_id, id),
  check (reason <> 'AUTRE' or words is not null),
  check ((reconsidered_at is null) = (reconsidered_by is null)),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, version_id) references protocol.version
);
create index on protocol.set_aside (network_id, patient_id, at desc);
select platform.protect('protocol.set_aside');

-- A trace: it never changes but to say who reconsidered it, and follows the person when two files are joined.
create function protocol.keep_set_aside() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reconsidered_at is not null and new.reconsidered_at is distinct from old.reconsidered_at
     or to_jsonb(new) - '{patient_id,reconsidered_at,reconsidered_by}'::text[]
        is distinct from to_jsonb(old) - '{patient_id,reconsidered_at,reconsidered_by}'::text[] then
    raise exception 'what was set aside stays a trace' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_set_aside before update or delete on protocol.set_aside for each row execute function protocol.keep_set_aside();
