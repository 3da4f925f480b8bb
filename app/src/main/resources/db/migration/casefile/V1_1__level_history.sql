-- History of levels, without its reasons: who was followed in a year and only watched since is told from it.
create view casefile.level_history with (security_invoker = true) as
  select network_id, support_id, patient_id, level, since from casefile.level_change;
