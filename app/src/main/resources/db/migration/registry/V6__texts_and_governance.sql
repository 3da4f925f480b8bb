-- Files of the texts of a sheet; one model of governance (bodies, seats, meetings, decisions); the two steps of the reform;
-- support without inclusion, common core, federation, shared equipment, watch and calls for projects.
do $$ declare t text; begin
  foreach t in array array['document','shared_function','body_meeting','body','college','body_member','structure_type'] loop
    execute format('alter table registry.%I no force row level security', t);
  end loop;
end $$;

-- The agency has a sheet too: the consultations it leads are bodies like others.
insert into registry.structure_type (code, label, acronym, family, missions, territory, source, rank) values
  ('ARS', 'Agence régionale de santé', 'ARS', 'PARTENAIRE', 'Conduit l’évolution des réseaux : état des lieux, contrats, concertation', 'Région', 'Guide DGOS 2012, partie 1 §3', 23);

-- Who may read a text, a file, minutes: anybody; whoever works here; the structure and its agency; the structure alone (the
-- agency where no structure of the installation holds the sheet).
create function registry.works_in(structure uuid) returns boolean language sql stable as $$
  select exists (select 1 from registry.structure s where s.id = $1 and s.owner_id = any (platform.networks()))
$$;
create function registry.may_read(structure uuid, audience text) returns boolean language sql stable as $$
  select case audience
    when 'PUBLIC' then true
    when 'TRAVAIL' then registry.at_work()
    when 'AGENCE' then registry.works_in(structure) or registry.may_register(structure) or '*' = any (platform.agencies())
    else registry.works_in(structure) or registry.may_register(structure) and registry.may_edit(structure) end
$$;
-- A regional network that supports professionals does not include people directly: it is no entrance and follows nobody
-- (SROS NPdC, annexe réseaux, §2.6 Cancer). Not sorted is not « no ».
create function registry.follows_people(structure uuid) returns boolean language sql stable as $$
  select not exists (select 1 from registry.classification k where k.structure_id = $1 and not k.includes_patients)
$$;

-- Texts ------------------------------------------------------------------------------------------------------------------
alter table registry.document
  add column audience text not null default 'TRAVAIL' check (audience in ('PUBLIC','TRAVAIL','AGENCE','INTERNE')),
  add column signatories text,          -- structures and functions, no names
  add column regional_project text;     -- what a health project takes up of the regional one
update registry.document set audience = 'PUBLIC' where public;
drop policy everybody_reads on registry.document;
create policy audience_reads on registry.document for select using (registry.may_read(structure_id, audience));
alter table registry.document drop column public;

-- Bodies ------------------------------------------------------------------------------------------------------------------
alter table registry.body drop constraint body_kind_check;
alter table registry.body
  add check (kind in ('ASSEMBLEE','CONSEIL','BUREAU','DIRECTION','PILOTAGE','SCIENTIFIQUE','USAGERS','GROUPE_TRAVAIL','GROUPE_OPERATIONNEL','CONCERTATION')),
  add column common boolean not null default false; -- common to the regional and the territorial networks

-- A body that met is not taken away with its meetings by a slip.
alter table registry.college drop constraint college_body_id_fkey, add foreign key (body_id) references registry.body;
alter table registry.body_meeting drop constraint body_meeting_body_id_fkey, add foreign key (body_id) references registry.body;
alter table registry.body_member drop constraint body_member_body_id_fkey, add foreign key (body_id) references registry.body;

-- Who is represented in a body: a milieu, perhaps a structure of the register, by which profession. No name: see body_member.
create table registry.seat (
  id             uuid primary key default uuidv7(),
  structure_id   uuid not null references registry.structure,
  body_id        uuid not null references registry.body,
  represents     text not null check (represents in ('STRUCTURE','PREMIER_RECOURS','URPS','ETABLISSEMENT','MEDICO_SOCIAL','HEBERGEMENT','SOCIAL','USAGERS','COLLECTIVITE','CONFERENCE','CRSA','RESEAU_TERRITORIAL','RESEAU_REGIONAL','FEDERATION','AGENCE','ASSURANCE_MALADIE','AUTRE')),
  represented_id uuid references registry.structure,
  profession     text not null check (profession in ('MEDECIN','INFIRMIER','PHARMACIEN','REEDUCATEUR','SAGE_FEMME','PSYCHOLOGUE','SOCIAL','AUTRE_SOIGNANT','DIRECTION','ELU','USAGER','AUTRE')),
  function       text,
  since          date not null,
  until          date check (until >= since),
  version        int not null default 0
);
create index on registry.seat (body_id);

alter table registry.body_meeting
  add column mode text not null default 'PRESENCE' check (mode in ('PRESENCE','DISTANCE','MIXTE','ECRIT')),
  add column place text,
  add column minutes_audience text not null default 'AGENCE' check (minutes_audience in ('PUBLIC','TRAVAIL','AGENCE','INTERNE'));
create index on registry.body_meeting (body_id);

create table registry.agenda_item (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  meeting_id   uuid not null references registry.body_meeting,
  rank         int not null,
  subject      text not null,
  axis         text check (axis in ('STRATEGIE','PROSPECTIVE','EVALUATION')),
  brought_by   text,
  version      int not null default 0
);
create table registry.participant (
  id             uuid primary key default uuidv7(),
  structure_id   uuid not null references registry.structure,
  meeting_id     uuid not null references registry.body_meeting,
  represents     text not null check (represents in ('STRUCTURE','PREMIER_RECOURS','URPS','ETABLISSEMENT','MEDICO_SOCIAL','HEBERGEMENT','SOCIAL','USAGERS','COLLECTIVITE','CONFERENCE','CRSA','RESEAU_TERRITORIAL','RESEAU_REGIONAL','FEDERATION','AGENCE','ASSURANCE_MALADIE','AUTRE')),
  represented_id uuid references registry.structure,
  function       text not null,
  presence       text not null check (presence in ('ATTENDU','PRESENT','EXCUSE','ABSENT')),
  opinion        text check (opinion in ('FAVORABLE','RESERVES','DEFAVORABLE','SANS_AVIS')),
  opinion_words  text,
  version        int not null default 0
);
-- What was decided; with an owner and a day when something is to be done, until it is.
create table registry.decision (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  meeting_id   uuid not null references registry.body_meeting,
  words        text not null,
  owner        text,
  due_on       date,
  done_on      date,
  done_words   text,
  version      int not null default 0,
  check ((owner is null) = (due_on is null)),
  check (done_on is null or owner is not null)
);
insert into registry.participant (structure_id, meeting_id, represents, function, presence)
select structure_id, id, 'AUTRE', functions, 'PRESENT' from registry.body_meeting where functions is not null;
insert into registry.decision (structure_id, meeting_id, words) select structure_id, id, decided from registry.body_meeting where decided is not null;
alter table registry.body_meeting drop column functions, drop column decided;

-- Files: of a text, of an agreement, the minutes of a meeting. Versions follow each other; what is taken out of view stays.
create table registry.file (
  id            uuid primary key default uuidv7(),
  structure_id  uuid not null references registry.structure,
  document_id   uuid references registry.document,
  agreement_id  uuid references registry.agreement,
  meeting_id    uuid references registry.body_meeting,
  number        int not null check (number > 0),
  dated_on      date not null,
  name          text not null,
  media_type    text not null,
  size          bigint not null check (size > 0),
  sha256        bytea not null check (octet_length(sha256) = 32),
  why           text,
  added_at      timestamptz not null,
  added_by      text not null,            -- a role, no name
  withdrawn_at  timestamptz,
  withdrawn_by  text,
  withdrawn_why text,
  check (num_nonnulls(document_id, agreement_id, meeting_id) = 1),
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3)),
  unique nulls not distinct (document_id, agreement_id, meeting_id, number)
);
create table registry.file_piece (
  file_id uuid not null references registry.file,
  rank    int not null,
  bytes   bytea not null,
  primary key (file_id, rank)
);
alter table registry.file_piece alter column bytes set storage external; -- PDF and images are compressed already
select platform.append_only('registry.file_piece');
create trigger kept before delete on registry.file for each row execute function platform.refuse_change();

-- The register of the agency ------------------------------------------------------------------------------------------------
-- The reform in two steps (guide DGOS 2012, partie 1 §3): the state of each network, then a contract with those that bear the support.
create table registry.reform (
  id            uuid primary key default uuidv7(),
  structure_id  uuid not null unique references registry.structure,
  review        text not null check (review in ('A_FAIRE','EN_COURS','FAIT')),
  reviewed_on   date,
  efficient     boolean,                  -- first criterion
  bears_support boolean,                  -- second: able to bear the support of coordination
  outcome       text check (outcome in ('POURSUITE','REGROUPEMENT','TRANSFORMATION','ARRET')),
  contract      text not null check (contract in ('A_NEGOCIER','EN_NEGOCIATION','SIGNE','SANS_OBJET')),
  signed_on     date,
  ends_on       date check (ends_on >= signed_on),
  commitments   text,
  source        text,
  version       int not null default 0,
  check ((review = 'FAIT') = (reviewed_on is not null)),
  check (review <> 'FAIT' or outcome is not null),
  check (contract = 'A_NEGOCIER' or review = 'FAIT'),
  check (contract not in ('EN_NEGOCIATION','SIGNE') or bears_support),
  check ((contract = 'SIGNE') = (signed_on is not null)),
  check (signed_on >= reviewed_on)
);

-- Regional networks, federations ----------------------------------------------------------------------------------------
create table registry.support_mission (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  mission      text not null check (mission in ('FORMATION','EXPERTISE','EVALUATION','BONNES_PRATIQUES')),
  words        text not null,
  since        date not null,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
create table registry.membership (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,      -- the federation
  member_id    uuid not null references registry.structure,
  since        date not null,
  until        date check (until >= since),
  words        text,
  version      int not null default 0,
  check (structure_id <> member_id)
);
create index on registry.membership (member_id);
create table registry.watch_item (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  kind         text not null check (kind in ('REGLEMENTAIRE','JURIDIQUE','INFORMATION')),
  title        text not null,
  reference    text,
  link         text,
  published_on date not null,
  applies_on   date,
  summary      text not null,
  owner        text,
  due_on       date,
  done_on      date,
  done_words   text,
  version      int not null default 0,
  check ((owner is null) = (due_on is null)),
  check (done_on is null or owner is not null)
);
create table registry.call_for_projects (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  title        text not null,
  issuer       text not null,
  link         text,
  theme_code   text references network.theme,
  found_on     date not null,
  closes_on    date not null check (closes_on >= found_on),
  amount       numeric(14,2),
  state        text not null check (state in ('REPERE','EN_PREPARATION','DEPOSE','RETENU','NON_RETENU','ECARTE')),
  lead         text,
  submitted_on date check (submitted_on between found_on and closes_on),
  partners     text,
  outcome      text,
  version      int not null default 0,
  check ((state in ('DEPOSE','RETENU','NON_RETENU')) = (submitted_on is not null)),
  check (state in ('REPERE','ECARTE') or lead is not null)
);

-- A single number is a shared function with its number; equipment shared between professionals is its own list.
alter table registry.shared_function add column phone text;
create table registry.equipment (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  label        text not null,
  quantity     int not null default 1 check (quantity > 0),
  used_by      text not null,             -- professions and structures that share it
  commune_code text,
  place        text,
  conditions   text,                      -- how it is booked, who maintains it
  phone        text,
  since        date,
  until        date check (until >= since),
  source       text,
  version      int not null default 0
);
insert into registry.equipment (structure_id, label, used_by, since, until, source)
select structure_id, coalesce(words, 'Équipement'), coalesce(shared_with, 'ses pôles'), since, until, source from registry.shared_function where function = 'EQUIPEMENT';
delete from registry.shared_function where function = 'EQUIPEMENT';
alter table registry.shared_function drop constraint shared_function_function_check;
alter table registry.shared_function add check (function in ('DIRECTION','GESTION','COMPTABILITE','RH','QUALITE','LOCAUX','ACCUEIL','SECRETARIAT','NUMERO','SI','COMMUNICATION','PARCOURS','FORMATION','LOGISTIQUE'));

do $$ declare t text; begin
  foreach t in array array['seat','agenda_item','participant','decision','support_mission','membership','watch_item','call_for_projects','equipment'] loop
    execute format('create index on registry.%I (structure_id)', t);
    perform registry.list_of_sheet(format('registry.%I', t)::regclass);
  end loop;
  foreach t in array array['agenda_item','participant','decision'] loop
    execute format('create index on registry.%I (meeting_id)', t);
  end loop;
  foreach t in array array['seat','agenda_item','participant','decision','watch_item','call_for_projects'] loop
    execute format('alter policy everybody_reads on registry.%I using (registry.at_work())', t);
  end loop;
  foreach t in array array['document','shared_function','body_meeting','body','college','body_member','structure_type'] loop
    execute format('alter table registry.%I force row level security', t);
  end loop;
end $$;
alter table registry.reform enable row level security;
alter table registry.reform force row level security;
create policy at_work_reads on registry.reform for select using (registry.at_work());
create policy agency_adds on registry.reform for insert with check (registry.may_register(structure_id));
create policy agency_changes on registry.reform for update using (registry.may_register(structure_id)) with check (registry.may_register(structure_id));
create policy agency_removes on registry.reform for delete using (registry.may_register(structure_id));

-- A file is read by who reads the line it hangs on, minutes by their audience; the line is of the same structure.
alter table registry.file enable row level security;
alter table registry.file force row level security;
create policy line_reads on registry.file for select using (
  exists (select 1 from registry.document d where d.id = document_id)
  or exists (select 1 from registry.agreement a where a.id = agreement_id)
  or exists (select 1 from registry.body_meeting m where m.id = meeting_id and registry.may_read(m.structure_id, m.minutes_audience)));
create policy editor_adds on registry.file for insert with check (registry.may_edit(structure_id) and (
  exists (select 1 from registry.document d where d.id = document_id and d.structure_id = file.structure_id)
  or exists (select 1 from registry.agreement a where a.id = agreement_id and a.structure_id = file.structure_id)
  or exists (select 1 from registry.body_meeting m where m.id = meeting_id and m.structure_id = file.structure_id)));
create policy editor_withdraws on registry.file for update using (registry.may_edit(structure_id)) with check (registry.may_edit(structure_id));
alter table registry.file_piece enable row level security;
alter table registry.file_piece force row level security;
create policy file_reads on registry.file_piece for select using (exists (select 1 from registry.file f where f.id = file_id));
create policy editor_adds on registry.file_piece for insert with check (exists (select 1 from registry.file f where f.id = file_id and registry.may_edit(f.structure_id)));
