-- Every score measured, for those who show how it moved: no answers.
create or replace view assessment.measured with (security_invoker = true) as
  select network_id, patient_id, response_id, code, label, value, class_label, severity, on_date
    from assessment.score where value is not null;
