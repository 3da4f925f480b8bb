-- Concerns that are the reader's, without a word of them: what another module keeps about one asks here whether it may.
create view casefile.readable_concern with (security_invoker = true) as
  select network_id, id, patient_id from casefile.concern;
