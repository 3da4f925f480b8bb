-- Each contact once along each way of counting contacts: a count and the list it opens read the same line. Unanswered: a
-- call made by the team that reached nobody.
create or replace view followup.contact_axis with (security_invoker = true) as
  select c.network_id, c.id, c.at, c.minutes, x.axis, x.code
    from followup.contact c cross join lateral (values
      ('tous', 'tous'), ('qualite', coalesce(c.caller, 'AUCUNE')), ('motif', coalesce(c.motive, 'AUCUN')), ('canal', c.channel), ('sens', c.direction),
      ('resultat', c.reached),
      ('reponse', case when c.channel <> 'TELEPHONE' or c.direction <> 'SORTANT' then 'autre' when c.reached in ('PAS_DE_REPONSE', 'MESSAGE') then 'sans' else 'avec' end),
      ('heure', to_char(c.at at time zone 'Europe/Paris', 'HH24')), ('jour', to_char(c.at at time zone 'Europe/Paris', 'ID'))) as x(axis, code);
