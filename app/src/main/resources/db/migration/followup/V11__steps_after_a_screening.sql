-- What follows a screening: a task, and how it ended. The person is that of the task.
create table followup.screening_step (
  network_id   uuid not null default platform.acting(),
  screening_id uuid not null,         -- assessment.retinal_screening
  kind         text not null check (kind in ('RENDEZ_VOUS','LECTURE','RAPPEL')),
  task_id      uuid not null,
  no_shows     int not null default 0,
  ended        text check (ended in ('DROIT_COMMUN','NOUVEAU_DEPISTAGE','REFUS')),
  ended_on     date,
  with_whom    text,                  -- the ophthalmologist who goes on
  primary key (network_id, screening_id, kind),
  foreign key (network_id, task_id) references followup.task on delete cascade,
  check ((ended is null) = (ended_on is null))
);
create index on followup.screening_step (network_id, task_id);
select platform.protect('followup.screening_step');
