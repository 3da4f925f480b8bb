-- Every request, with what became of it and no word of anybody: for counts, and for the list of people identified but not included.
create view intake.any_referral with (security_invoker = true) as
  select network_id, id, number, patient_id, received_at, urgency, channel, status, closed_reason, theme_code, commune_code,
         assigned_to, level, decided_at
    from intake.referral;
