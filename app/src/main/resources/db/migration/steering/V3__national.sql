-- What a region publishes for the national project team that follows the guide and its evaluations (guide DGOS 2012, partie 1 §3):
-- counts of a day, signed by its agency, never changed. No structure, no person. A figure nobody gave has no value.
create table steering.regional_state (
  id          uuid primary key default uuidv7(),
  region_code text not null references territory.zone,
  as_of       date not null,
  signed_at   timestamptz not null,
  words       text,                    -- what the agency adds
  unique (region_code, as_of)
);
create table steering.regional_figure (
  state_id uuid not null references steering.regional_state,
  code     text not null,
  value    numeric(14,2),              -- null: not given
  of_total numeric(14,2),              -- of how many
  primary key (state_id, code)
);
select platform.append_only('steering.regional_state');
select platform.append_only('steering.regional_figure');
alter table steering.regional_state enable row level security;
alter table steering.regional_state force row level security;
alter table steering.regional_figure enable row level security;
alter table steering.regional_figure force row level security;
create policy region_reads on steering.regional_state for select using (region_code = any (platform.agencies()) or '*' = any (platform.agencies()));
create policy agency_signs on steering.regional_state for insert with check (region_code = any (platform.agencies()));
create policy state_reads on steering.regional_figure for select using (exists (select 1 from steering.regional_state s where s.id = state_id));
create policy agency_signs on steering.regional_figure for insert with check (exists (select 1 from steering.regional_state s where s.id = state_id and s.region_code = any (platform.agencies())));
