-- The national level reads what every region published: its transactions carry « * » as region.
alter policy agency on indicators.publication
  using (signed_at is not null and (region_code = any (platform.agencies()) or '*' = any (platform.agencies())));

-- A masked count is either under 11, or larger and withheld so that another cannot be worked out.
alter table indicators.published_count add column withheld boolean not null default false check (masked or not withheld);
