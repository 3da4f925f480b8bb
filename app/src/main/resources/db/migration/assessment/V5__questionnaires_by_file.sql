-- Questionnaires a structure brings itself, by file: received, tried, published under url|version, withdrawn. What was
-- published never changes: the answers given to it are read with it for as long as they are kept.
create table assessment.imported (
  network_id      uuid not null default platform.acting(),
  id              uuid not null default uuidv7(),
  url             text not null,
  version         text not null,
  code            text not null,        -- last part of the url: what evaluations by it are known under
  title           text not null,
  definition      text not null,        -- the file, as it was received
  items           int not null,
  status          text not null default 'A_ESSAYER' check (status in ('A_ESSAYER','PUBLIE','RETIRE')),
  imported_at     timestamptz not null,
  imported_by     text not null,
  -- Whose it is, as the structure declared when it published.
  right_kind      text check (right_kind in ('LIBRE','PROPRE','AUTORISATION')),
  right_holder    text,
  right_reference text,
  right_on        date,
  published_at    timestamptz,
  published_by    text,
  withdrawn_at    timestamptz,
  withdrawn_by    text,
  withdrawn_why   text,
  primary key (network_id, id),
  unique (network_id, url, version),
  check ((status = 'A_ESSAYER') = (published_at is null)),
  check (status = 'A_ESSAYER' or right_kind is not null),
  check (right_kind is distinct from 'AUTORISATION' or (right_holder is not null and right_reference is not null and right_on is not null)),
  check ((status = 'RETIRE') = (withdrawn_why is not null))
);
select platform.protect('assessment.imported');

create function assessment.keep_published() returns trigger language plpgsql as $$
begin
  if old.status = 'A_ESSAYER' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or new.status = 'A_ESSAYER'
     or to_jsonb(new) - '{status,withdrawn_at,withdrawn_by,withdrawn_why}'::text[]
        is distinct from to_jsonb(old) - '{status,withdrawn_at,withdrawn_by,withdrawn_why}'::text[] then
    raise exception 'a published questionnaire never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on assessment.imported for each row execute function assessment.keep_published();

-- An evaluation may be by a questionnaire of the structure, which the table of the shipped ones does not have.
alter table assessment.response drop constraint response_questionnaire_url_questionnaire_version_fkey;

-- What an evaluation begun from the last one could not take over, in words: question, answer, why.
alter table assessment.response add column not_resumed jsonb;
alter table assessment.response drop constraint response_source_check;
alter table assessment.response add constraint response_source_check check (source in ('ECRAN','PAPIER','HORS_CONNEXION','FICHIER'));
