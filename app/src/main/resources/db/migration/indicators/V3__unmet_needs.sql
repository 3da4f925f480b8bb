-- Needs nobody answers leave as counts too: by kind of need and by zone de proximité.
alter table indicators.published_count drop constraint published_count_dimension_check;
alter table indicators.published_count add constraint published_count_dimension_check
  check (dimension in ('TOTAL','THEME','NIVEAU','COMMUNE','ZONE','BESOIN'));
