-- Hand-overs that were acknowledged.
create or replace view intake.acknowledged_handover with (security_invoker = true) as
  select network_id, id, patient_id, to_name, acknowledged_at, acknowledged_by
    from intake.handover where acknowledged_at is not null;
