-- Documents of persons, for what they may show was done: no content.
create or replace view documents.of_person with (security_invoker = true) as
  select network_id, id, patient_id, type, title, dated_on, source, deposited_at, removed_at
    from documents.document where patient_id is not null;
