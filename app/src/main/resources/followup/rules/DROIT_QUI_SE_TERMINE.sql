select f.network_id, r.id, r.patient_id, coalesce(r.member, f.coordinator_id), f.level, false,
       r.label || case when r.ends_on < {today} then ' : échéance passée le ' else ' : échéance le ' end || to_char(r.ends_on, 'DD/MM/YYYY')
         || case r.renewal_state when 'A_DEMANDER' then ', renouvellement à demander'
                                 when 'DEMANDE' then ', renouvellement demandé le ' || to_char(r.renewal_asked_on, 'DD/MM')
                                 when 'REFUSE' then ', renouvellement refusé' when 'RECOURS' then ', recours en cours' else '' end,
       r.ends_on, cast(r.warn_on as timestamp), {never},
       least(case when r.ends_on >= {today} then cast(r.ends_on + 1 as timestamp) end, r.member_leaves), 0, false
  from rights r join followed f on f.network_id = r.network_id and f.patient_id = r.patient_id
 where r.state = 'ACCORDE'
