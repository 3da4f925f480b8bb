-- Who did the act, who is not who wrote it down: a support team coordinates, it does not care (REQ-TEAM-11).
alter table followup.occurrence add column done_by text;
-- A closed alert whose cause remains comes back on this day; without a day it does not, for the same due date.
create index alert_closed on followup.alert (network_id, rule, subject_id) where status = 'CLOSE';
create index followup_due on followup.occurrence (network_id, intervention_id, due_on);
