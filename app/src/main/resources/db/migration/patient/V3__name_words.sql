-- Names as words, to find a person by. Under forced row-level security only leakproof operators may use an index: equality
-- of text is, trigrams are not, so a search by trigrams reads every person of the structure. Here the typo is tolerated over
-- the structure's vocabulary, which stays small, and the persons are then found by equality, network_id first.
create table patient.name_vocabulary (
  network_id uuid not null default platform.acting(),
  word       text not null,
  primary key (network_id, word)
);
select platform.protect('patient.name_vocabulary');
create table patient.name_word (
  network_id uuid not null default platform.acting(),
  word       text not null,
  patient_id uuid not null,
  primary key (network_id, word, patient_id)
);
create index on patient.name_word (network_id, patient_id);
select platform.protect('patient.name_word');

-- The words of a name in compared form, and its neighbours as one: « day » finds « d’Aÿ ».
create function patient.name_words(search text) returns setof text language sql immutable parallel safe as $$
  with words as (select string_to_array(search, ' ') as a)
  select w from words, unnest(a) w where w <> ''
  union
  select a[i] || a[i + 1] from words, generate_subscripts(a, 1) i where i < cardinality(a)
$$;

-- By statement, so that a load by COPY costs one pass. Words no longer borne stay in the vocabulary: they find nobody.
create function patient.keep_name_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select 1 from added n join removed o using (network_id, id) where n.search <> o.search) then
      return null;
    end if;
    delete from patient.name_word w using added n join removed o using (network_id, id)
     where n.search <> o.search and w.network_id = n.network_id and w.patient_id = n.id;
  end if;
  insert into patient.name_vocabulary (network_id, word)
    select distinct n.network_id, w from added n, patient.name_words(n.search) w on conflict do nothing;
  insert into patient.name_word (network_id, word, patient_id)
    select n.network_id, w, n.id from added n, patient.name_words(n.search) w on conflict do nothing;
  return null;
end $$;
create trigger name_words_added after insert on patient.patient
  referencing new table as added for each statement execute function patient.keep_name_words();
create trigger name_words_changed after update on patient.patient
  referencing old table as removed new table as added for each statement execute function patient.keep_name_words();

-- Persons already there, structure by structure.
do $$
declare n uuid;
begin
  for n in select id from network.network loop
    perform set_config('maillage.networks', n::text, true), set_config('maillage.network', n::text, true);
    insert into patient.name_word (network_id, word, patient_id)
      select p.network_id, w, p.id from patient.patient p, patient.name_words(p.search) w on conflict do nothing;
    insert into patient.name_vocabulary (network_id, word)
      select distinct network_id, word from patient.name_word on conflict do nothing;
  end loop;
  perform set_config('maillage.networks', '', true), set_config('maillage.network', '', true);
end $$;
drop index patient.patient_search_idx;
