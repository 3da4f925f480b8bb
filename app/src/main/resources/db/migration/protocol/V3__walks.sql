-- A decision algorithm walked for a person: what was answered, by whom, when, in which version. What the questions and the
-- answers say, and what they propose, is read in the version, which never changes once published.
create table protocol.walk (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  version_id  uuid not null,
  root_key    text not null,             -- the question that begins it
  steps       jsonb not null default '[]', -- in order: {"question": key, "answer": rank from 0, "at": instant, "by": name}
  begun_at    timestamptz not null,
  begun_by    text not null,
  ended_at    timestamptz,
  ended_by    text,
  primary key (network_id, id),
  check ((ended_at is null) = (ended_by is null)),
  check (jsonb_typeof(steps) = 'array'),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, version_id) references protocol.version
);
create index on protocol.walk (network_id, patient_id, begun_at desc);
select platform.protect('protocol.walk');

-- Once concluded it is a trace: it never changes, but follows the person when two files are joined.
create function protocol.keep_ended() returns trigger language plpgsql as $$
begin
  if old.ended_at is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or to_jsonb(new) - 'patient_id' is distinct from to_jsonb(old) - 'patient_id' then
    raise exception 'a walk that ended never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_ended before update or delete on protocol.walk for each row execute function protocol.keep_ended();
