-- Resources of the ROR as they came, by the name others call them by. An offer is made of several: the service, its
-- place, its structure, its contacts; one that changes later (places free) changes the offers it serves.
create table directory.ror_resource (
  key        text collate "C" primary key,     -- HealthcareService/12
  kind       text not null check (kind in ('SERVICE','PLACE','STRUCTURE','CONTACT')),
  updated_at timestamptz not null,
  body       jsonb not null
);
create index on directory.ror_resource (kind);

create function directory.texts(list jsonb) returns text[] language sql immutable parallel safe
  as $$ select coalesce((select array_agg(t order by n) from jsonb_array_elements_text(list) with ordinality as e (t, n)), '{}') $$;

-- Makes the offers of the resources; tells how many came or changed, and how many went. An offer whose structure or
-- place is unknown is shown with what it says itself.
create function directory.make_offers(out changed bigint, out gone bigint) language plpgsql as $$
begin
  create temporary table made_offer on commit drop as
  select distinct on (s.body ->> 'offer') s.body ->> 'offer' as id, s.key as resource_id, o.body ->> 'finess' as organization, o.body ->> 'name' as organization_name,
         s.body ->> 'name' as name, n.code as need, s.body ->> 'kind' as kind, directory.texts(s.body -> 'specialties') as specialties,
         s.body ->> 'mode' as mode, coalesce(l.body, o.body) ->> 'address' as address, coalesce(l.body, o.body) ->> 'postcode' as postcode,
         coalesce(l.body, o.body) ->> 'commune_code' as commune_code, coalesce(c.name, coalesce(l.body, o.body) ->> 'commune_name') as commune_name,
         (l.body ->> 'latitude')::numeric(8,5) as latitude, (l.body ->> 'longitude')::numeric(8,5) as longitude,
         coalesce(s.body ->> 'phone', k.phone, l.body ->> 'phone', o.body ->> 'phone') as phone, s.body ->> 'email' as email,
         coalesce(s.body ->> 'mssante', k.mssante, o.body ->> 'mssante') as mssante,
         (l.body ->> 'places_total')::int as places_total, (l.body ->> 'places_free')::int as places_free, (l.body ->> 'available_at')::timestamptz as available_at,
         (s.body ->> 'age_from')::int as age_from, (s.body ->> 'age_to')::int as age_to, s.body ->> 'hours' as hours,
         directory.texts(s.body -> 'served') as served, greatest(s.updated_at, l.updated_at) as updated_at
    from directory.ror_resource s
    left join directory.ror_resource o on o.key = s.body ->> 'organization' and o.kind = 'STRUCTURE'
    left join directory.ror_resource l on l.key = s.body ->> 'place' and l.kind = 'PLACE'
    left join territory.commune c on c.code = coalesce(l.body, o.body) ->> 'commune_code'
    left join (select distinct on (v.service) v.service, r.body ->> 'phone' as phone, r.body ->> 'mssante' as mssante
                 from directory.ror_resource r cross join lateral unnest(directory.texts(r.body -> 'services')) as v (service)
                where r.kind = 'CONTACT' order by v.service, r.body ->> 'phone' nulls last, r.key) k on k.service = s.key
    left join lateral (select d.code from directory.need d
                        where d.modes && directory.texts(s.body -> 'modes') or d.categories && directory.texts(o.body -> 'categories')
                              or exists (select 1 from unnest(d.words) w where ' ' || (s.body ->> 'words') like '% ' || w || '%')
                        order by d.rank limit 1) n on true
   where s.kind = 'SERVICE'
   order by s.body ->> 'offer', s.updated_at desc, s.key;
  delete from directory.offer f where f.source = 'ROR' and not exists (select 1 from made_offer m where m.id = f.id);
  get diagnostics gone = row_count;
  -- two offers may exchange their resources: the name is taken back before it is given
  update directory.offer f set resource_id = null from made_offer m where f.id = m.id and f.resource_id is distinct from m.resource_id;
  insert into directory.offer as f (id, source, resource_id, organization, organization_name, name, need, kind, specialties, mode, address, postcode, commune_code, commune_name,
                                    latitude, longitude, phone, email, mssante, places_total, places_free, available_at, age_from, age_to, hours, served, updated_at)
  select id, 'ROR', resource_id, organization, organization_name, name, need, kind, specialties, mode, address, postcode, commune_code, commune_name,
         latitude, longitude, phone, email, mssante, places_total, places_free, available_at, age_from, age_to, hours, served, updated_at from made_offer
  on conflict (id) do update set source = 'ROR', resource_id = excluded.resource_id, organization = excluded.organization, organization_name = excluded.organization_name,
         name = excluded.name, need = excluded.need, kind = excluded.kind, specialties = excluded.specialties, mode = excluded.mode, address = excluded.address,
         postcode = excluded.postcode, commune_code = excluded.commune_code, commune_name = excluded.commune_name, latitude = excluded.latitude, longitude = excluded.longitude,
         phone = excluded.phone, email = excluded.email, mssante = excluded.mssante, places_total = excluded.places_total, places_free = excluded.places_free,
         available_at = excluded.available_at, age_from = excluded.age_from, age_to = excluded.age_to, hours = excluded.hours, served = excluded.served, updated_at = excluded.updated_at
   where (f.resource_id, f.organization, f.organization_name, f.name, f.need, f.kind, f.specialties, f.mode, f.address, f.postcode, f.commune_code, f.commune_name, f.latitude, f.longitude,
          f.phone, f.email, f.mssante, f.places_total, f.places_free, f.available_at, f.age_from, f.age_to, f.hours, f.served, f.updated_at)
         is distinct from (excluded.resource_id, excluded.organization, excluded.organization_name, excluded.name, excluded.need, excluded.kind, excluded.specialties, excluded.mode,
          excluded.address, excluded.postcode, excluded.commune_code, excluded.commune_name, excluded.latitude, excluded.longitude, excluded.phone, excluded.email, excluded.mssante,
          excluded.places_total, excluded.places_free, excluded.available_at, excluded.age_from, excluded.age_to, excluded.hours, excluded.served, excluded.updated_at);
  get diagnostics changed = row_count;
  drop table made_offer;
end $$;

-- How far each list of a national service was read: asked again from `mark` on. Only a list whose pages were all taken
-- moves its mark. One line for each resource of a service.
create table directory.refresh (
  service   text not null check (service in ('ANNUAIRE','ROR')),
  resource  text not null,
  mark      timestamptz,
  tried_at  timestamptz not null,
  heard_at  timestamptz,                       -- last time the whole list was taken
  failure   text,                              -- code of what went wrong the last time; null when nothing did
  failures  int not null default 0,            -- times in a row
  taken     bigint not null default 0,         -- resources taken the last time
  primary key (service, resource)
);

-- Whom and what the resources of the Annuaire Santé are: one that ends comes with its name alone (active = false).
create table directory.known_practitioner (
  key    text collate "C" primary key,         -- Practitioner/003-334081
  pp_id  text collate "C" not null
);
create table directory.known_role (
  key             text collate "C" primary key, -- PractitionerRole/…
  pp_id           text collate "C" not null,
  hash            uuid not null                 -- the line of directory.activity it made
);
create index on directory.known_role (hash);

alter table directory.edition drop constraint edition_source_check;
alter table directory.edition add constraint edition_source_check
  check (source in ('PERSONNES','SAVOIR_FAIRE','DIPLOMES','MSSANTE','FINESS','ROR','ANNUAIRE_FHIR','ROR_FHIR'));

-- Takes into the directory what the Annuaire Santé says changed: the resources of the temporary table annuaire_read
-- (key, kind, body), the latest of each alone. A role is the line of its professional at its place, whatever loaded it:
-- the line is changed where it stands, so that a file read later finds its own again, and nobody is there twice.
create function directory.same_place(f1 text, s1 text, i1 text, f2 text, s2 text, i2 text) returns boolean language sql immutable parallel safe
  as $$ select coalesce(f1 = f2, false) or coalesce(i1 = i2, false) or coalesce(s1 = s2 and (f1 is null or f2 is null), false)
               or (coalesce(f1, s1, i1) is null and coalesce(f2, s2, i2) is null) $$;

create function directory.merge_annuaire(edition uuid, out changed bigint, out gone bigint, out unknown bigint) language plpgsql as $$
declare
  n bigint;
begin
  changed := 0;
  gone := 0;
  create temporary table person_read on commit drop as
    select r.key, coalesce(r.body ->> 'pp_id', k.pp_id) as pp_id, r.body, coalesce((r.body ->> 'active')::boolean, true) as active
      from annuaire_read r left join directory.known_practitioner k on k.key = r.key
     where r.kind = 'PERSON' and coalesce(r.body ->> 'pp_id', k.pp_id) is not null;
  insert into directory.known_practitioner as k (key, pp_id) select key, pp_id from person_read where active
    on conflict (key) do update set pp_id = excluded.pp_id where k.pp_id <> excluded.pp_id;
  create temporary table role_read on commit drop as
    select r.key, r.body, coalesce((r.body ->> 'active')::boolean, true) as active, coalesce(p.pp_id, k.pp_id, known.pp_id) as pp_id, p.body as person,
           s.body as site, s.body ->> 'finess' as finess, s.body ->> 'siret' as siret, s.body ->> 'site_id' as site_id, known.hash as known_hash
      from annuaire_read r
      left join person_read p on p.key = r.body ->> 'practitioner'
      left join directory.known_practitioner k on k.key = r.body ->> 'practitioner'
      left join annuaire_read s on s.key = r.body ->> 'organization' and s.kind = 'SITE'
      left join directory.known_role known on known.key = r.key
     where r.kind = 'ROLE';
  -- of somebody, or in a place, that nobody told: it comes again with them
  delete from role_read where pp_id is null or active and known_hash is null and site is null and body ->> 'organization' is not null;
  get diagnostics unknown = row_count;
  create temporary table touched on commit drop as
    select pp_id from person_read union select pp_id from role_read where pp_id is not null;
  create temporary table people_before on commit drop as
    select a.pp_id, array_agg(distinct a.family_key) as families, array_agg(distinct a.given_key) as givens, min(a.family_name || ' ' || a.given_name) as name,
           array_agg(distinct coalesce(a.site_id, a.finess, a.siret, '') || '/' || coalesce(a.commune_code, '') || '/' || coalesce(a.address, '')) as places
      from directory.activity a where a.pp_id in (select pp_id from touched) group by a.pp_id;
  create temporary table names_before on commit drop as
    select unnest(families) as key, cast('f' as "char") as kind from people_before union select unnest(givens), 'g' from people_before;

  -- who left
  delete from directory.activity a using person_read p where a.pp_id = p.pp_id and not p.active;
  get diagnostics gone = row_count;
  delete from directory.mailbox m using person_read p where m.pp_id = p.pp_id and not p.active;
  delete from directory.known_role k using person_read p where k.pp_id = p.pp_id and not p.active;

  -- names, and the profession or the specialty where there is one alone on both sides
  update directory.activity a
     set family_name = p.body ->> 'family', given_name = coalesce(p.body ->> 'given', ''), family_key = platform.search_key(p.body ->> 'family'),
         given_key = coalesce(platform.search_key(p.body ->> 'given'), ''), civility = coalesce(p.body ->> 'civility', a.civility),
         profession = coalesce(case when one.professions = 1 and one.expertises <= 1 then p.body ->> 'profession' end, a.profession),
         profession_code = coalesce(case when one.professions = 1 then p.body ->> 'profession_code' end, a.profession_code),
         expertise = case when one.expertises <= 1 and p.body ? 'expertise' then p.body ->> 'expertise' else a.expertise end,
         expertise_type = case when one.expertises <= 1 and p.body ? 'expertise' then p.body ->> 'expertise_type' else a.expertise_type end
    from person_read p
    cross join lateral (select count(distinct x.profession_code) as professions, count(distinct x.expertise) as expertises from directory.activity x where x.pp_id = p.pp_id) one
   where a.pp_id = p.pp_id and p.active and p.body ->> 'family' is not null
     and (a.family_name, a.given_name, a.civility, a.profession, a.profession_code, a.expertise) is distinct from
         (p.body ->> 'family', coalesce(p.body ->> 'given', ''), coalesce(p.body ->> 'civility', a.civility),
          coalesce(case when one.professions = 1 and one.expertises <= 1 then p.body ->> 'profession' end, a.profession),
          coalesce(case when one.professions = 1 then p.body ->> 'profession_code' end, a.profession_code),
          case when one.expertises <= 1 and p.body ? 'expertise' then p.body ->> 'expertise' else a.expertise end);
  get diagnostics n = row_count;
  changed := changed + n;

  -- secure addresses of the person: the service gives them all
  delete from directory.mailbox m using person_read p
   where m.pp_id = p.pp_id and p.active and p.body ? 'mailboxes' and m.site_id is null and m.finess is null and m.address <> all (directory.texts(p.body -> 'mailboxes'));
  get diagnostics n = row_count;
  changed := changed + n;
  insert into directory.mailbox (pp_id, address) select p.pp_id, unnest(directory.texts(p.body -> 'mailboxes')) from person_read p where p.active on conflict do nothing;
  get diagnostics n = row_count;
  changed := changed + n;

  -- places whose own words changed
  update directory.activity a
     set site_name = coalesce(s.body ->> 'name', a.site_name), site_sign = coalesce(s.body ->> 'sign', a.site_sign), address = coalesce(s.body ->> 'address', a.address),
         postcode = coalesce(s.body ->> 'postcode', a.postcode), commune_code = coalesce(s.body ->> 'commune_code', a.commune_code),
         commune_name = coalesce(s.body ->> 'commune_name', a.commune_name), phone = coalesce(s.body ->> 'phone', a.phone), fax = coalesce(s.body ->> 'fax', a.fax)
    from annuaire_read s
   where s.kind = 'SITE' and coalesce((s.body ->> 'active')::boolean, true) and coalesce(a.finess, a.site_id, a.siret) is not null
     and (a.finess = s.body ->> 'finess' or a.site_id = s.body ->> 'site_id')
     and (a.site_name, a.site_sign, a.address, a.postcode, a.commune_code, a.commune_name, a.phone, a.fax) is distinct from
         (coalesce(s.body ->> 'name', a.site_name), coalesce(s.body ->> 'sign', a.site_sign), coalesce(s.body ->> 'address', a.address), coalesce(s.body ->> 'postcode', a.postcode),
          coalesce(s.body ->> 'commune_code', a.commune_code), coalesce(s.body ->> 'commune_name', a.commune_name), coalesce(s.body ->> 'phone', a.phone), coalesce(s.body ->> 'fax', a.fax));
  get diagnostics n = row_count;
  changed := changed + n;
  update directory.organization o set mssante = coalesce(s.body ->> 'mssante', o.mssante), phone = coalesce(s.body ->> 'phone', o.phone)
    from annuaire_read s
   where s.kind = 'SITE' and o.finess = s.body ->> 'finess' and coalesce((s.body ->> 'active')::boolean, true)
     and (o.mssante, o.phone) is distinct from (coalesce(s.body ->> 'mssante', o.mssante), coalesce(s.body ->> 'phone', o.phone));
  get diagnostics n = row_count;
  changed := changed + n;

  -- roles that ended: the line goes, unless it is the last of somebody who is still there
  create temporary table ended on commit drop as
    select distinct on (a.hash) a.hash, a.pp_id from role_read r
      join directory.activity a on a.pp_id = r.pp_id and (a.hash = r.known_hash or coalesce(r.finess, r.siret, r.site_id) is not null and directory.same_place(a.finess, a.siret, a.site_id, r.finess, r.siret, r.site_id))
     where not r.active;
  delete from directory.activity a using ended e
   where a.hash = e.hash and exists (select 1 from directory.activity x where x.pp_id = a.pp_id and x.hash not in (select hash from ended));
  get diagnostics n = row_count;
  gone := gone + n;
  update directory.activity a
     set site_id = null, finess = null, finess_ej = null, siret = null, site_name = null, site_sign = null, address = null, postcode = null, commune_code = null, commune_name = null,
         phone = null, phone2 = null, fax = null, email = null, mode = null, role = null, genre = null
    from ended e where a.hash = e.hash;
  get diagnostics n = row_count;
  gone := gone + n;
  delete from directory.known_role k using role_read r where k.key = r.key and not r.active;

  -- roles that go on, where their line stands
  update directory.activity a
     set mode = coalesce(r.body ->> 'mode', a.mode), genre = coalesce(r.body ->> 'genre', a.genre), role = coalesce(r.body ->> 'role', a.role),
         finess = coalesce(r.finess, a.finess), siret = coalesce(r.siret, a.siret), site_id = coalesce(r.site_id, a.site_id), finess_ej = coalesce(r.site ->> 'finess_ej', a.finess_ej),
         site_name = coalesce(r.site ->> 'name', a.site_name), site_sign = coalesce(r.site ->> 'sign', a.site_sign), address = coalesce(r.site ->> 'address', a.address),
         postcode = coalesce(r.site ->> 'postcode', a.postcode), commune_code = coalesce(r.site ->> 'commune_code', a.commune_code),
         commune_name = coalesce(r.site ->> 'commune_name', a.commune_name), phone = coalesce(r.body ->> 'phone', r.site ->> 'phone', a.phone)
    from (select distinct on (pp_id, coalesce(known_hash::text, ''), finess, siret, site_id) * from role_read where active and pp_id is not null
           order by pp_id, coalesce(known_hash::text, ''), finess, siret, site_id, key) r
   where a.pp_id = r.pp_id
     and (a.hash = r.known_hash or r.known_hash is null and directory.same_place(a.finess, a.siret, a.site_id, r.finess, r.siret, r.site_id))
     and (a.mode, a.genre, a.role, a.finess, a.siret, a.site_id, a.site_name, a.address, a.postcode, a.commune_code, a.commune_name, a.phone) is distinct from
         (coalesce(r.body ->> 'mode', a.mode), coalesce(r.body ->> 'genre', a.genre), coalesce(r.body ->> 'role', a.role), coalesce(r.finess, a.finess), coalesce(r.siret, a.siret),
          coalesce(r.site_id, a.site_id), coalesce(r.site ->> 'name', a.site_name), coalesce(r.site ->> 'address', a.address), coalesce(r.site ->> 'postcode', a.postcode),
          coalesce(r.site ->> 'commune_code', a.commune_code), coalesce(r.site ->> 'commune_name', a.commune_name), coalesce(r.body ->> 'phone', r.site ->> 'phone', a.phone));
  get diagnostics n = row_count;
  changed := changed + n;
  insert into directory.known_role (key, pp_id, hash)
    select distinct on (r.key) r.key, r.pp_id, a.hash from role_read r
      join directory.activity a on a.pp_id = r.pp_id and directory.same_place(a.finess, a.siret, a.site_id, r.finess, r.siret, r.site_id)
     where r.active and r.known_hash is null order by r.key, a.hash
    on conflict do nothing;

  -- new ones; a line without a place, which a file gives to whoever works nowhere, takes the first
  update directory.activity a
     set mode = r.body ->> 'mode', genre = r.body ->> 'genre', role = r.body ->> 'role', finess = r.finess, siret = r.siret, site_id = r.site_id, finess_ej = r.site ->> 'finess_ej',
         site_name = r.site ->> 'name', site_sign = r.site ->> 'sign', address = r.site ->> 'address', postcode = r.site ->> 'postcode', commune_code = r.site ->> 'commune_code',
         commune_name = r.site ->> 'commune_name', phone = coalesce(r.body ->> 'phone', r.site ->> 'phone')
    from (select distinct on (pp_id) * from role_read r where active and pp_id is not null and coalesce(finess, siret, site_id) is not null
             and not exists (select 1 from directory.activity x where x.pp_id = r.pp_id and directory.same_place(x.finess, x.siret, x.site_id, r.finess, r.siret, r.site_id))
           order by pp_id, key) r
   where a.pp_id = r.pp_id and coalesce(a.finess, a.siret, a.site_id) is null
     and not exists (select 1 from directory.activity x where x.pp_id = a.pp_id and x.hash < a.hash and coalesce(x.finess, x.siret, x.site_id) is null);
  get diagnostics n = row_count;
  changed := changed + n;
  insert into directory.activity (hash, pp_id, family_name, given_name, family_key, given_key, civility, profession, profession_code, category, expertise_type, expertise, mode, siret,
                                  finess, finess_ej, site_id, site_name, site_sign, address, postcode, commune_code, commune_name, phone, fax, role, genre)
    select distinct on (r.pp_id, coalesce(r.site_id, r.finess, r.siret, '')) cast(md5(r.key) as uuid), r.pp_id, w.family_name, w.given_name, w.family_key, w.given_key, w.civility, w.profession,
           w.profession_code, w.category, w.expertise_type, w.expertise, r.body ->> 'mode', r.siret, r.finess, r.site ->> 'finess_ej', r.site_id, r.site ->> 'name', r.site ->> 'sign',
           r.site ->> 'address', r.site ->> 'postcode', r.site ->> 'commune_code', r.site ->> 'commune_name', coalesce(r.body ->> 'phone', r.site ->> 'phone'), r.site ->> 'fax',
           r.body ->> 'role', r.body ->> 'genre'
      from role_read r
      cross join lateral (
        select * from (
          select 0 as rank, r.person ->> 'family' as family_name, coalesce(r.person ->> 'given', '') as given_name, platform.search_key(r.person ->> 'family') as family_key,
                 coalesce(platform.search_key(r.person ->> 'given'), '') as given_key, r.person ->> 'civility' as civility, r.person ->> 'profession' as profession,
                 r.person ->> 'profession_code' as profession_code, r.person ->> 'category' as category, r.person ->> 'expertise_type' as expertise_type, r.person ->> 'expertise' as expertise
           where r.person ->> 'family' is not null
          union all
          select 1, a.family_name, a.given_name, a.family_key, a.given_key, a.civility, a.profession, a.profession_code, a.category, a.expertise_type, a.expertise
            from directory.activity a where a.pp_id = r.pp_id) who
         order by rank limit 1) w
     where r.active and r.pp_id is not null
       and not exists (select 1 from person_read p where p.pp_id = r.pp_id and not p.active)
       and not exists (select 1 from directory.activity x where x.pp_id = r.pp_id and directory.same_place(x.finess, x.siret, x.site_id, r.finess, r.siret, r.site_id))
     order by r.pp_id, coalesce(r.site_id, r.finess, r.siret, ''), r.key;
  get diagnostics n = row_count;
  changed := changed + n;
  -- somebody new who works nowhere yet
  insert into directory.activity (hash, pp_id, family_name, given_name, family_key, given_key, civility, profession, profession_code, category, expertise_type, expertise)
    select distinct on (p.pp_id) cast(md5(p.key) as uuid), p.pp_id, p.body ->> 'family', coalesce(p.body ->> 'given', ''), platform.search_key(p.body ->> 'family'),
           coalesce(platform.search_key(p.body ->> 'given'), ''), p.body ->> 'civility', p.body ->> 'profession', p.body ->> 'profession_code', p.body ->> 'category',
           p.body ->> 'expertise_type', p.body ->> 'expertise'
      from person_read p
     where p.active and p.body ->> 'family' is not null and not exists (select 1 from directory.activity a where a.pp_id = p.pp_id) order by p.pp_id, p.key;
  get diagnostics n = row_count;
  changed := changed + n;
  insert into directory.known_role (key, pp_id, hash)
    select distinct on (r.key) r.key, r.pp_id, a.hash from role_read r
      join directory.activity a on a.pp_id = r.pp_id and directory.same_place(a.finess, a.siret, a.site_id, r.finess, r.siret, r.site_id)
     where r.active order by r.key, a.hash
    on conflict (key) do update set pp_id = excluded.pp_id, hash = excluded.hash;
  insert into directory.mailbox (pp_id, address, site_id, finess)
    select r.pp_id, unnest(directory.texts(r.body -> 'mailboxes')), r.site_id, r.finess from role_read r where r.active and r.pp_id is not null on conflict do nothing;
  get diagnostics n = row_count;
  changed := changed + n;

  -- labels, distinct names and what happened to whom
  create temporary table people_after on commit drop as
    select a.pp_id, array_agg(distinct a.family_key) as families, array_agg(distinct a.given_key) as givens, min(a.family_name || ' ' || a.given_name) as name,
           array_agg(distinct coalesce(a.site_id, a.finess, a.siret, '') || '/' || coalesce(a.commune_code, '') || '/' || coalesce(a.address, '')) as places
      from directory.activity a where a.pp_id in (select pp_id from touched) group by a.pp_id;
  create temporary table names_now on commit drop as
    select key, kind from names_before union select unnest(families), cast('f' as "char") from people_after union select unnest(givens), 'g' from people_after;
  delete from directory.name d using names_now t where d.key = t.key and d.kind = t.kind;
  insert into directory.name (key, kind, people)
    select t.key, t.kind, count(*) from names_now t join directory.activity a on a.family_key = t.key where t.kind = 'f' group by 1, 2
    union all select t.key, t.kind, count(*) from names_now t join directory.activity a on a.given_key = t.key where t.kind = 'g' and t.key <> '' group by 1, 2;
  insert into directory.movement (edition_id, pp_id, name, kind)
    select edition, coalesce(b.pp_id, a.pp_id), coalesce(a.name, b.name),
           case when b.pp_id is null then 'NOUVEAU' when a.pp_id is null then 'PARTI' when a.places is distinct from b.places then 'DEMENAGE' else 'CHANGE' end
      from people_before b full join people_after a on a.pp_id = b.pp_id
     where a.pp_id is null or b.pp_id is null or (a.places, a.families, a.givens) is distinct from (b.places, b.families, b.givens);
  drop table person_read, role_read, touched, people_before, people_after, names_before, names_now, ended;
end $$;
