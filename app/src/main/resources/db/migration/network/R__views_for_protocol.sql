-- Criteria of inclusion and exit that serve, to be compared with those of protocols.
create or replace view network.criterion_in_use with (security_invoker = true) as
  select c.network_id, c.id, c.kind, c.theme_code, t.label as theme, c.label, c.required, c.rank
    from network.criterion c left join network.theme t on t.code = c.theme_code where c.active;
