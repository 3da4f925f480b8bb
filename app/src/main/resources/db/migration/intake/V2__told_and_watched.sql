-- When the attending doctor was told, and how: shown with every request sent by somebody else (guide, fiche D3 §3, principle 2).
alter table intake.referral add column mt_told_at timestamptz;
alter table intake.referral add column mt_told_how text check (mt_told_how in ('TELEPHONE','COURRIER','MSSANTE','REUNION'));
alter table intake.referral add column asker_email text;
-- Who evaluated the urgency, since the day may belong to the on-call person or to a named relay.
alter table intake.urgency add column opened_by_name text;
alter table intake.urgency add column done24_by text;
alter table intake.urgency add column done48_by text;
alter table intake.analysis add column intensity text check (intensity in ('PONCTUEL','SOUTENU','INTENSIF'));
alter table intake.analysis add column need_validated_by text;
alter table intake.handover add column answer_due date;
alter table intake.awareness_action add column theme text;
alter table intake.awareness_action add column recorded_by_name text;

-- What the modules above may join.
-- Urgent circuits that run: what is due, and what was done.
create view intake.open_urgency with (security_invoker = true) as
  select network_id, referral_id, patient_id, opened_at, answered_at, due24, relay24, done24_at, due48, relay48, done48_at
    from intake.urgency where ended_at is null;
-- Hand-overs nobody acknowledged yet.
create view intake.pending_handover with (security_invoker = true) as
  select network_id, id, referral_id, patient_id, to_kind, to_name, sent_at, reminded_at
    from intake.handover where acknowledged_at is null;
-- Every request with its outcome, for figures and lists; no word of health.
create view intake.outcome with (security_invoker = true) as
  select r.network_id, r.id, r.number, r.patient_id, r.received_at, r.channel, r.asker_quality, r.urgency, r.status, r.closed_reason,
         r.theme_code, r.commune_code, r.level, r.assigned_to, r.taken_at, r.answer_due, r.decided_at, a.need_validated_on
    from intake.referral r left join intake.analysis a on a.network_id = r.network_id and a.referral_id = r.id;
