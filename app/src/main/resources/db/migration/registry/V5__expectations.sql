-- What the professionals of the first line expect of a network, and what became of it: heard from a group of them, answered, put in
-- place or set aside with why. The relations that are then agreed are registry.agreement (PREMIER_RECOURS). About professions and
-- structures, never about a person. Source: SROS NPdC, annexe réseaux, §4.5.2 (action 13).
create table registry.expectation (
  id           uuid primary key default uuidv7(),
  structure_id uuid not null references registry.structure,
  who          text not null check (who in ('GENERALISTES','INFIRMIERS','PHARMACIENS','KINES','AUTRES','MAISON','CENTRE','CPTS','ENSEMBLE')),
  subject      text not null check (subject in ('EXPERTISE','EDUCATION','COMPETENCES','LIEN','LOGISTIQUE','RETOUR','INFORMATION','SIMPLICITE','AUTRE')),
  words        text not null,
  heard_on     date not null,
  how          text not null check (how in ('REUNION','ENQUETE','ENTRETIEN','COURRIER')),
  people       int check (people > 0),         -- how many said so, when somebody counted
  answer       text not null default 'A_ETUDIER' check (answer in ('A_ETUDIER','RETENUE','EN_PLACE','ECARTEE')),
  answered     text,                           -- what was decided, or why not
  answered_on  date check (answered_on >= heard_on),
  version      int not null default 0,
  check (answer = 'A_ETUDIER' or answered is not null and answered_on is not null)
);
create index on registry.expectation (structure_id);
select registry.list_of_sheet('registry.expectation');
alter policy everybody_reads on registry.expectation using (registry.at_work());
