select f.network_id, p.id, p.patient_id, f.coordinator_id, f.level, f.paused,
       'PPS v' || p.number || case when y.latest <= {today} then ' : plus de 12 mois, réévaluation obligatoire'
                                   when p.reassess_on < {today} then ' : réévaluation dépassée' else ' à réévaluer' end,
       p.reassess_on, cast(p.reassess_on - {n} as timestamp), {never},
       case when p.reassess_on >= {today} then least(cast(p.reassess_on + 1 as timestamp), cast(y.latest as timestamp)) else cast(y.latest as timestamp) end,
       case when y.latest <= {today} then 30 else 0 end, y.latest <= {today}
  from plan p
  join followed f on f.network_id = p.network_id and f.patient_id = p.patient_id
  {limit f.level f.patient_id}
  -- the day after twelve months: fiche O1, at least once a year
  cross join lateral (select cast(p.since + interval '12 months' as date) + 1 as latest) y
