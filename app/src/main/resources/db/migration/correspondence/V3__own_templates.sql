-- A template of the structure's own that is offered no more. Its versions stay, and the letters written from it.
create table correspondence.template_retired (
  network_id uuid not null default platform.acting(),
  code       text not null,
  retired_at timestamptz not null,
  retired_by text not null,
  primary key (network_id, code)
);
select platform.protect('correspondence.template_retired');
