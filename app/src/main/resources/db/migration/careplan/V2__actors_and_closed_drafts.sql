-- A plan still in preparation is closed with the accompaniment, though it was never submitted.
do $$
declare old text;
begin
  select conname into old from pg_constraint
   where conrelid = 'careplan.pps'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%BROUILLON%submitted_at%';
  execute format('alter table careplan.pps drop constraint %I', old);
end $$;
alter table careplan.pps add constraint submitted_before_force check (status in ('BROUILLON','CLOS') or submitted_at is not null);

-- Who was around the person when the plan was submitted: what a version says never changes, the circle does.
create table careplan.actor (
  network_id  uuid not null default platform.acting(),
  pps_id      uuid not null,
  actor_id    uuid not null,            -- casefile.care_team
  actor_group text not null,
  role        text not null,
  main        boolean not null,
  name        text not null,
  profession  text,
  phone       text,
  primary key (network_id, pps_id, actor_id),
  foreign key (network_id, pps_id) references careplan.pps on delete cascade
);
select platform.protect('careplan.actor');
create trigger keep_in_force before insert or update or delete on careplan.actor for each row execute function careplan.keep_in_force();
