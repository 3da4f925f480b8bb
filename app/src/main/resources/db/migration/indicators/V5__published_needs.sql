-- What coordinators looked for and did not find, of the latest publication of each structure in a year, by need and by zone:
-- the list of an agency (guide DGOS 2012, fiche O1 §3). Each reader sees what its policies let it.
create view indicators.published_need with (security_invoker = true) as
  select y.network_id, y.network_name, y.region_code, y.year, y.as_of, c.dimension, c.code, c.label, c.value, c.withheld, c.rank
    from indicators.published_year y join indicators.published_count c on c.network_id = y.network_id and c.publication_id = y.publication_id
   where c.measure = 'BESOINS_NON_COUVERTS' and c.dimension in ('TOTAL', 'BESOIN', 'ZONE');
