-- A letter to the attending doctor waits to be posted: « à prévenir, courrier prêt ». The doctor is told when it is ticked as posted, or otherwise (telephone…).
alter table intake.referral add column mt_letter_ready boolean not null default false;
