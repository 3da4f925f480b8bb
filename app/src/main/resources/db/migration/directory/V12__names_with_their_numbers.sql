-- Who bears a name is read in the index of names itself: forty answers stood on forty pages of the table.
create or replace function directory.index_activities(t regclass) returns void language plpgsql as $$
begin
  execute format('create index on %s (hash)', t);
  execute format('create index on %s (pp_id)', t);
  execute format('create index on %s (family_key, given_key) include (pp_id)', t);
  execute format('create index on %s (given_key, family_key) include (pp_id)', t);
  execute format('create index on %s (commune_code, profession)', t);
  execute format('create index on %s (finess) where finess is not null', t);
end $$;
do $$
declare former record;
begin
  -- an import gives its indexes names of its own
  for former in select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
                 where i.indrelid = 'directory.activity'::regclass
                   and pg_get_indexdef(i.indexrelid) ~ '\((family_key, given_key|given_key, family_key)\)$' loop
    execute format('drop index directory.%I', former.relname);
  end loop;
end $$;
create index on directory.activity (family_key, given_key) include (pp_id);
create index on directory.activity (given_key, family_key) include (pp_id);
