-- Two files of one person become one, and two again (adr 0025). The absorbed file keeps its line and its identifier, and
-- points to the one that goes on; what both held is written down, so that each row finds its way back.
alter table patient.patient add column merged_into uuid;
alter table patient.patient add foreign key (network_id, merged_into) references patient.patient;
alter table patient.patient add constraint absorbed_holds_no_ins check (merged_into is null or ins is null and merged_into <> id);
create index absorbed_into on patient.patient (network_id, merged_into) where merged_into is not null;

-- How a name sounds in French, roughly: « Lefebvre » and « Lefèbre », « Dhaene » and « Daene ». Ours, for proposing only.
create function patient.sound(name text) returns text language sql immutable parallel safe as $$
  select rtrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
         regexp_replace(replace(platform.search_key(coalesce(name, '')), ' ', ''),
           'ph', 'f', 'g'), '[ea]?aux?', 'o', 'g'), 'ae|ai|ei|ey|ay|ee', 'e', 'g'), 'ck|qu|[ckq]', 'k', 'g'), 'th|h', '', 'g'),
           'y', 'i', 'g'), 'bv|w', 'v', 'g'), '(.)\1+', '\1', 'g'), 'estdxzl') $$;
alter table patient.patient add column birth_sound text not null generated always as (patient.sound(birth_name)) stored;
alter table patient.patient add column used_sound text not null generated always as (patient.sound(used_name)) stored;
alter table patient.patient add column given_sound text not null
  generated always as (patient.sound(split_part(given_names, ' ', 1))) stored;

create or replace view patient.identity with (security_invoker = true) as
  select network_id, id, birth_name, used_name, given_names,
         upper(coalesce(nullif(used_name, ''), birth_name)) || ' ' || given_names as display_name,
         sex, birth_date, commune_code, commune_name, phone, mobile, identity_status, deceased_on,
         mt_state, mt_rpps, mt_name, mt_phone, mt_told, lives_alone, social_vulnerability, search
    from patient.patient where merged_into is null;

-- « Ce sont deux personnes »: a pair looked at and set apart, whichever is named first.
create table patient.told_apart (
  network_id uuid not null default platform.acting(),
  one_id     uuid not null,
  other_id   uuid not null,
  at         timestamptz not null,
  by_name    text not null,
  why        text,
  primary key (network_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (network_id, one_id) references patient.patient,
  foreign key (network_id, other_id) references patient.patient
);
select platform.protect('patient.told_apart');

create table patient.merge (
  network_id   uuid not null default platform.acting(),
  id           uuid not null default uuidv7(),
  survivor_id  uuid not null,
  absorbed_id  uuid not null,
  at           timestamptz not null,
  by_account   uuid default platform.account(),
  by_name      text not null,
  why          text not null,
  choices      jsonb not null,           -- each field that differed: which file's value was kept, and both values
  survivor_was jsonb not null,           -- both lines of identity as they stood
  absorbed_was jsonb not null,
  survivor_became jsonb not null,
  undone_at    timestamptz,
  undone_by    text,
  undone_why   text,
  primary key (network_id, id),
  check (survivor_id <> absorbed_id),
  check ((undone_at is null) = (undone_by is null)),
  foreign key (network_id, survivor_id) references patient.patient,
  foreign key (network_id, absorbed_id) references patient.patient
);
create unique index absorbed_once on patient.merge (network_id, absorbed_id) where undone_at is null;
create index on patient.merge (network_id, survivor_id);
select platform.protect('patient.merge');

-- Whose row each was when the files were joined, or was said to be when they were parted.
create table patient.merged_row (
  network_id uuid not null default platform.acting(),
  merge_id   uuid not null,
  source     text not null,              -- table, and column when it is not patient_id
  key        uuid not null,
  origin_id  uuid not null,
  since      boolean not null default false, -- written after the merge, assigned when it was undone
  primary key (network_id, merge_id, source, key),
  foreign key (network_id, merge_id) references patient.merge
);
create index on patient.merged_row (network_id, merge_id, key);
select platform.protect('patient.merged_row');
select platform.append_only('patient.merged_row');

-- What could not live twice and was put aside: the columns as they were, and as the merge left them; no `became`: the row
-- was taken out; no `was`: the merge added it.
create table patient.merged_aside (
  network_id uuid not null default platform.acting(),
  merge_id   uuid not null,
  rank       int generated always as identity,
  source     text not null,
  key_column text not null,
  key        uuid not null,
  was        jsonb,
  became     jsonb,
  primary key (network_id, merge_id, rank),
  check (was is not null or became is null),
  foreign key (network_id, merge_id) references patient.merge
);
select platform.protect('patient.merged_aside');
select platform.append_only('patient.merged_aside');

-- What happens to the identity is a line of life of its own kind.
alter table patient.timeline_entry drop constraint timeline_entry_kind_check;
alter table patient.timeline_entry add constraint timeline_entry_kind_check check (kind in
  ('DEMANDE','INCLUSION','NIVEAU','DROITS','EVALUATION','PPS','SUIVI','ALERTE','CONTACT','VISITE','SEJOUR','COURRIER','CERCLE','SORTIE','RCP','DOCUMENT','IDENTITE'));

-- A merge is never rewritten; it is undone once.
create function patient.keep_merge() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.undone_at is not null
     or to_jsonb(new) - '{undone_at,undone_by,undone_why}'::text[] <> to_jsonb(old) - '{undone_at,undone_by,undone_why}'::text[] then
    raise exception 'a merge is never rewritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger kept before update or delete on patient.merge for each row execute function patient.keep_merge();

-- Whether rows go from one person to another: along a merge that holds, or back along one that was undone. The only change
-- that lines which never change accept is the file they stand in.
create function patient.moves(network uuid, source uuid, target uuid) returns boolean language sql stable as $$
  select exists (select 1 from patient.merge m where m.network_id = network
                    and (m.undone_at is null and m.absorbed_id = source and m.survivor_id = target
                         or m.undone_at is not null and m.survivor_id = source and m.absorbed_id = target)) $$;
create function patient.refuse_change_but_of_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'patient_id' = to_jsonb(old) - 'patient_id'
     and patient.moves(old.network_id, old.patient_id, new.patient_id) then
    return new;
  end if;
  raise exception 'lines of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger append_only on patient.consent;
create trigger append_only before update or delete on patient.consent for each row execute function patient.refuse_change_but_of_file();

-- Each change of an identity trait: from what to what, who, when, why, on what ground.
create table patient.identity_change (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  patient_id uuid not null,
  at         timestamptz not null,
  field      text not null check (field in ('birth_name','used_name','given_names','sex','birth_date','birth_place','ins')),
  was        text,
  became     text,
  ground     text not null check (ground in ('PIECE','DECLARATION','SAISIE','JUGEMENT','MARIAGE','INSI','FUSION')),
  why        text,
  by_name    text not null,
  status_was text not null,
  status_became text not null,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on patient.identity_change (network_id, patient_id, at);
select platform.protect('patient.identity_change');
create trigger append_only before update or delete on patient.identity_change for each row execute function patient.refuse_change_but_of_file();

-- Names somebody bore here: whoever looks for one of them finds the person, and is told why.
create table patient.former_name (
  network_id  uuid not null default platform.acting(),
  id          uuid not null default uuidv7(),
  patient_id  uuid not null,
  birth_name  text not null,
  used_name   text,
  given_names text not null,
  until       timestamptz not null,
  merge_id    uuid,                      -- borne in the other file
  search      text not null generated always as (platform.search_key(birth_name || ' ' || coalesce(used_name, '') || ' ' || given_names)) stored,
  primary key (network_id, id),
  foreign key (network_id, patient_id) references patient.patient
);
create index on patient.former_name (network_id, patient_id);
select platform.protect('patient.former_name');
create table patient.former_word (
  network_id uuid not null default platform.acting(),
  word       text not null,
  name_id    uuid not null,
  primary key (network_id, word, name_id),
  foreign key (network_id, name_id) references patient.former_name on delete cascade
);
create index on patient.former_word (network_id, name_id);
select platform.protect('patient.former_word');
create function patient.keep_former_words() returns trigger language plpgsql as $$
begin
  insert into patient.name_vocabulary (network_id, word)
    select new.network_id, w from patient.name_words(new.search) w on conflict do nothing;
  insert into patient.former_word (network_id, word, name_id)
    select new.network_id, w, new.id from patient.name_words(new.search) w on conflict do nothing;
  return null;
end $$;
create trigger former_words after insert on patient.former_name for each row execute function patient.keep_former_words();

-- Every word by which somebody is found: those of today, and those of names they bore.
create view patient.borne_word with (security_invoker = true) as
  select network_id, word, patient_id, false as former from patient.name_word
  union all
  select f.network_id, f.word, n.patient_id, true from patient.former_word f
    join patient.former_name n on n.network_id = f.network_id and n.id = f.name_id;

-- Families and households. A link is two lines, one in each file, so that either is read from its own side.
create table patient.family_link (
  network_id uuid not null default platform.acting(),
  id         uuid not null default uuidv7(),
  link_id    uuid not null,              -- the same for both lines
  patient_id uuid not null,
  other_id   uuid not null,
  relation   text not null check (relation in ('CONJOINT','PARENT','ENFANT','FRATRIE','AIDANT','AIDE','FOYER')), -- what the other is to them
  household  boolean not null default false, -- they live together
  since      timestamptz not null,
  by_name    text not null,
  ended_at   timestamptz,
  ended_by   text,
  ended_why  text,
  primary key (network_id, id),
  check (patient_id <> other_id or ended_at is not null),
  foreign key (network_id, patient_id) references patient.patient,
  foreign key (network_id, other_id) references patient.patient
);
create unique index one_link on patient.family_link (network_id, patient_id, other_id) where ended_at is null;
create index on patient.family_link (network_id, other_id);
select platform.protect('patient.family_link');

-- Files merged today, for reading the trail of both.
create view patient.absorbed with (security_invoker = true) as
  with recursive chain as (
    select network_id, id as absorbed_id, merged_into as survivor_id from patient.patient where merged_into is not null
    union
    select c.network_id, c.absorbed_id, p.merged_into from chain c
      join patient.patient p on p.network_id = c.network_id and p.id = c.survivor_id where p.merged_into is not null
  ) select network_id, absorbed_id, survivor_id from chain;
-- Who is of the family, for the agenda and the page of the person.
create view patient.family with (security_invoker = true) as
  select network_id, link_id, patient_id, other_id, relation, household from patient.family_link where ended_at is null;
