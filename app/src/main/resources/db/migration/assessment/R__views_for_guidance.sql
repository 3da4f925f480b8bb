-- What evaluations found and nobody set aside, for what it suggests: retained, or still to decide.
create or replace view assessment.open_finding with (security_invoker = true) as
  select network_id, patient_id, code, label, domain, severity, status, since, because
    from assessment.problem where status in ('PROPOSE', 'RETENU');
