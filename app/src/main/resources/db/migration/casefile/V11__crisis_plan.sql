-- Consignes de crise: what whoever answers one evening must do, and what an emergency room must know. One line a version,
-- the latest in force; a line is never changed. Of the person, not of an accompaniment: it outlives an exit and a return.
create table casefile.crisis_plan (
  network_id    uuid not null default platform.acting(),
  id            uuid not null default uuidv7(),
  patient_id    uuid not null,
  call_first    text,              -- whom to call, in which order
  actions       text,              -- what to do, read by everybody around the person: no health content
  medical       text,              -- medical instructions and precautions, for those who treat
  directives    text not null default 'INCONNU' check (directives in ('OUI','NON','INCONNU')), -- anticipated directives known
  directives_where text,
  directives_asked_on date,
  allergies     text, allergies_on date, allergies_from text,
  treatments    text, treatments_on date, treatments_from text,
  habits        text,              -- how to speak with them, what reassures
  written_by    text not null,
  written_at    timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on casefile.crisis_plan (network_id, patient_id, written_at desc, id desc);

-- What accompaniments said until now: the open one, else the last.
alter table casefile.support no force row level security;
insert into casefile.crisis_plan (network_id, patient_id, actions, directives, directives_where, written_by, written_at)
select distinct on (s.network_id, s.patient_id) s.network_id, s.patient_id, nullif(trim(s.crisis_plan), ''),
       case when nullif(trim(s.directives), '') is null then 'INCONNU' else 'OUI' end, nullif(trim(s.directives), ''),
       'Reprise des consignes', cast(s.opened_on as timestamptz)
  from casefile.support s
 where nullif(trim(s.crisis_plan), '') is not null or nullif(trim(s.directives), '') is not null
 order by s.network_id, s.patient_id, (s.status <> 'CLOS') desc, s.opened_on desc, s.id desc;
alter table casefile.support force row level security;
alter table casefile.support drop column crisis_plan, drop column directives;
select platform.protect('casefile.crisis_plan');
