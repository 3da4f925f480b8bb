-- Evaluations that were completed, for what they may show was done: no answer.
create or replace view assessment.completed with (security_invoker = true) as
  select network_id, id, patient_id, questionnaire_code, title, on_date, author_name, completed_at
    from assessment.response where status = 'TERMINEE';
