-- Professionals of a circle who left the national directory, and the task that says so: the person is that of the task.
create table followup.departed (
  network_id  uuid not null default platform.acting(),
  task_id     uuid not null,
  rpps        text not null,
  edition_id  uuid not null,          -- directory.edition without them
  back_at     timestamptz,            -- when they were in the directory again
  primary key (network_id, task_id, rpps),
  foreign key (network_id, task_id) references followup.task on delete cascade
);
create index on followup.departed (network_id, rpps) where back_at is null;
select platform.protect('followup.departed');
