-- The pages of somebody who answers a survey by a link are held back like the other public ones.
alter table platform.source_use drop constraint source_use_what_check, add check (what in ('ENVOI','ETAT','GUICHET','ENQUETE'));
