-- Structures of this installation that are financed, by year and theme: what they are paid for obliges them.
create or replace view registry.financed_structure with (security_invoker = true) as
  select distinct s.owner_id as structure, f.year, f.theme_code
    from registry.financing f join registry.structure s on s.id = f.structure_id
   where s.owner_id is not null;
