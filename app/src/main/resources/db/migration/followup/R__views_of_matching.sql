-- What came in and still waits for somebody to say what it fulfilled: an act that may be marked is proposed for it.
create or replace view followup.to_match with (security_invoker = true) as
  select i.network_id, i.id, i.patient_id, i.kind, i.event_id, i.nature, i.on_day, i.title, i.who, i.of_team, i.account_id, i.at
    from followup.incoming i
   where i.refused_at is null and i.gone_at is null
     and not exists (select 1 from followup.fulfilment f where f.network_id = i.network_id and f.incoming_id = i.id and f.undone_at is null)
     and exists (select 1 from followup.proposal p join followup.occurrence o on o.network_id = p.network_id and o.id = p.occurrence_id
                  where p.network_id = i.network_id and p.incoming_id = i.id and o.status = 'PREVU');
