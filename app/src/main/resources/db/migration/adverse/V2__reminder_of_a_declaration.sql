-- The reminder of what is still to be declared to the ARS (CSP R.1413-69), so that it is over when that is declared.
alter table adverse.event add column ars_task_id uuid,
  add foreign key (network_id, ars_task_id) references followup.task on delete set null (ars_task_id);
-- those made before: by their words
alter table adverse.event no force row level security;
alter table followup.task no force row level security;
update adverse.event e set ars_task_id = t.id
  from followup.task t
 where t.network_id = e.network_id and t.done_at is null and t.created_by = 'Maillage' and e.eigs and e.closed_at is null
   and t.title = case when e.ars_on is null then E'EIGS\u00a0: déclarer à l’ARS sans délai (événement ' else E'EIGS\u00a0: second volet à l’ARS (événement ' end
                 || e.year || '-' || lpad(e.rank::text, greatest(3, length(e.rank::text)), '0') || ')';
alter table adverse.event force row level security;
alter table followup.task force row level security;
