-- Structures and offers by the beginnings of their words: a trigram index must read every name that holds the letters
-- of « re », and a search for a person asks it each time.
create index organization_words on directory.organization using gin (to_tsvector('simple', search));
drop index directory.offer_search_key_idx;
create index offer_words on directory.offer using gin (to_tsvector('simple', platform.search_key(name || ' ' || coalesce(organization_name, ''))));
-- The one over (commune_code, kind) answers for it.
drop index directory.organization_commune_code_idx;
-- Names of several words by the beginnings of each, for « martin » that finds « Durand-Martin ».
create or replace function directory.index_names(t regclass) returns void language plpgsql as $$
begin
  execute format('create unique index on %s (key, kind)', t);
  execute format('create index on %s using gin (key public.gin_trgm_ops)', t);
  execute format('create index on %s using gin (to_tsvector(''simple'', key)) where key like ''%% %%''', t);
end $$;
create index on directory.name using gin (to_tsvector('simple', key)) where key like '% %';
