-- As V4, for the tables of a plan that have no person of their own: their lines were refused.
create or replace function careplan.keep_in_force() returns trigger language plpgsql as $$
declare state text;
begin
  if tg_op = 'UPDATE' and tg_table_name in ('pps', 'intervention') then
    if old.patient_id <> new.patient_id and to_jsonb(new) - 'patient_id' = to_jsonb(old) - 'patient_id'
       and patient.moves(old.network_id, old.patient_id, new.patient_id) then
      return new;
    end if;
  end if;
  if tg_table_name = 'pps' then
    if old.status in ('EN_VIGUEUR','REMPLACE','CLOS') and
       (to_jsonb(new) - '{status,opinion,replaced_at,closed_at,version}'::text[])
         is distinct from (to_jsonb(old) - '{status,opinion,replaced_at,closed_at,version}'::text[]) then
      raise exception 'a plan in force never changes' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select status into state from careplan.pps p
   where p.network_id = coalesce(new.network_id, old.network_id) and p.id = coalesce(new.pps_id, old.pps_id);
  if state in ('EN_VIGUEUR','REMPLACE','CLOS') then
    raise exception 'a plan in force never changes' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
