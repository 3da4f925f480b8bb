-- What whoever opens a file must know before showing anything of it: to whom the person opposes sharing, whether sharing
-- outside the care team was agreed to, and how to speak with them. An opposition to one professional holds until a later
-- line about the same one: an agreement noted again at each new step must not reopen the file unseen.
-- Source: CSP L.1110-4, D.1110-3-4.
create or replace view patient.precaution with (security_invoker = true) as
  select p.network_id, p.id as patient_id, p.interpreter, p.language,
         coalesce(t.state in ('OPPOSITION', 'REFUSE', 'RETIRE'), false) as opposed_to_all,
         coalesce(o.opposed_to, '{}') as opposed_to,
         coalesce(h.state = 'DONNE', false) as shared_outside,
         coalesce(o.lines, '{}') as opposed_to_lines  -- lines of the circle
    from patient.patient p
    left join lateral (select c.state from patient.consent c
                        where c.network_id = p.network_id and c.patient_id = p.id and c.act = 'PARTAGE_EQUIPE'
                          and c.opposed_to is null and c.state in ('DONNE', 'OPPOSITION', 'REFUSE', 'RETIRE')
                        order by c.recorded_at desc, c.id desc limit 1) t on true
    left join lateral (select array_agg(coalesce(c.opposed_to, '')) as opposed_to,
                              array_agg(c.opposed_to_id) filter (where c.opposed_to_id is not null) as lines
                         from patient.current_consent c
                        where c.network_id = p.network_id and c.patient_id = p.id and c.act = 'PARTAGE_EQUIPE'
                          and c.state = 'OPPOSITION_PARTIELLE') o on true
    left join lateral (select c.state from patient.consent c
                        where c.network_id = p.network_id and c.patient_id = p.id and c.act = 'PARTAGE_HORS_EQUIPE'
                        order by c.recorded_at desc, c.id desc limit 1) h on true;
