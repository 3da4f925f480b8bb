-- How the answers came: typed on the screen, from a filled paper sheet, or from a telephone without a network.
alter table assessment.response add column source text not null default 'ECRAN' check (source in ('ECRAN','PAPIER','HORS_CONNEXION'));
-- Who held the pencil; the scan of the sheet, a document of the person.
alter table assessment.response add column filled_by text;
alter table assessment.response add column sheet_id uuid;
alter table assessment.response add constraint response_paper_check check (source = 'PAPIER' or sheet_id is null and filled_by is null);
