-- An evaluation is typed for an hour, in a tab that saves as one types. A save is accepted from the tab that saved last,
-- or from one that shows the last version: an answer lost on the network is not a colleague's change.
alter table assessment.response add column saved_from uuid;
alter table assessment.response drop constraint response_setting_check;
alter table assessment.response add constraint response_setting_check
  check (setting in ('DOMICILE','TELEPHONE','BUREAU','HOPITAL','ETABLISSEMENT','DOCUMENT'));
-- Why a proposed problem was set aside, or how a retained one ended.
alter table assessment.problem add column source text;
alter table assessment.problem add column urgent boolean not null default false;
alter table assessment.problem add column decision text;
alter table assessment.problem add column decided_on date;
alter table assessment.problem add column decided_by text;
alter table assessment.problem add column version int not null default 0;
-- What a score means and where its classes come from, as the definition said on the day.
alter table assessment.score add column rank int not null default 0;
alter table assessment.score add column shown text;
alter table assessment.score add column state text not null default 'DONE' check (state in ('DONE','INCOMPLETE','NOT_DONE','NOT_APPLICABLE'));
alter table assessment.score add column cut_off text;
alter table assessment.score add column meaning text;
alter table assessment.score add column reason text;
