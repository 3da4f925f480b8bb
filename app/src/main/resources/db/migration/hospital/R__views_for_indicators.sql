-- Situations in which the team supported the attending doctor; `kept` when the stay that was feared did not come in the seven
-- days after.
create or replace view hospital.acute_told with (security_invoker = true) as
  select a.network_id, a.id, a.patient_id, a.happened_on, a.kind, a.stay_feared, a.outcome,
         a.stay_feared and a.outcome = 'DOMICILE'
           and not exists (select 1 from casefile.hospital_stay s
                            where s.network_id = a.network_id and s.patient_id = a.patient_id and s.kind = 'NON_PROGRAMME'
                              and s.admitted_on between a.happened_on and a.happened_on + 7) as kept
    from hospital.acute_support a;
