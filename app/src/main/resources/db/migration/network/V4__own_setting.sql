-- What each structure set for itself, whatever the level: for statements that span several structures.
create view network.own_setting with (security_invoker = true) as
  select network_id, key, value::int as value from network.setting where level = -1;
