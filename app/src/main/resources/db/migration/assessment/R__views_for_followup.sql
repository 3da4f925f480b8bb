-- Evaluations that were completed, for what they may show was done: no answer.
create or replace view assessment.completed with (security_invoker = true) as
  select network_id, id, patient_id, questionnaire_code, title, on_date, author_name, completed_at
    from assessment.response where status = 'TERMINEE';
-- Screenings of persons with diabetes: what was concluded for the eye and when to call back, as the definition computed
-- them the day it was completed; nothing else of the answers.
create or replace view assessment.retinal_screening with (security_invoker = true) as
  select r.network_id, r.id, r.patient_id, r.on_date, r.author_name,
         jsonb_path_query_first(r.response, '$.item.item ? (@.linkId == "oeil.conclusion").answer.valueString') #>> '{}' as conclusion,
         cast(jsonb_path_query_first(r.response, '$.item.item ? (@.linkId == "suite.rappel").answer.valueInteger') #>> '{}' as int) as recall_months,
         coalesce(r.answers #>> '{diabete.type,0}', '') not in ('', 'aucun') as diabetic
    from assessment.response r where r.status = 'TERMINEE' and r.questionnaire_code = 'depistage-retinopathie';
