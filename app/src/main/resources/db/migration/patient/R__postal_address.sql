-- Where a letter to the person goes.
create or replace view patient.postal_address with (security_invoker = true) as
  select network_id, id, address as street, nullif(concat_ws(' ', postcode, commune_name), '') as town from patient.patient;
