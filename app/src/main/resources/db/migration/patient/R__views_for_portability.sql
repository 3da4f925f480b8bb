-- What an export gives back of a person.
create or replace view patient.whole_identity with (security_invoker = true) as
  select network_id, id, birth_name, used_name, given_names, sex, birth_date, birth_place, ins, phone, mobile, email, address, postcode,
         commune_name, mt_state, mt_rpps, mt_name, mt_phone, notes, deceased_on
    from patient.patient where merged_into is null;
