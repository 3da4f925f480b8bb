-- What a task made by the application itself waits for, so that it is found by that and not by its words.
alter table followup.task add column waits_for text check (waits_for in ('COMMENTAIRES', 'PROPOSITIONS'));
alter table followup.task no force row level security;
update followup.task set waits_for = case title when 'Lire les commentaires sur le plan' then 'COMMENTAIRES' else 'PROPOSITIONS' end
 where created_by = 'Maillage' and title in ('Lire les commentaires sur le plan', 'Répondre aux propositions sur le plan');
alter table followup.task force row level security;
create index on followup.task (network_id, patient_id, waits_for) where waits_for is not null and done_at is null;
