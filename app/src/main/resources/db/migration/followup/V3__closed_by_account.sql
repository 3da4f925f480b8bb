-- Two people may have one name: who closed an alert is told by the account. Null for what the night closed, and for lines older than this.
alter table followup.alert add column closed_by_id uuid;
