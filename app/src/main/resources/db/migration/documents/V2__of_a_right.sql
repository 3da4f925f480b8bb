-- A document may be the paper of a right or measure of the same person (notification, judgment, certificate).
alter table documents.document
  add column right_id uuid,
  add foreign key (network_id, right_id) references casefile.entitlement,
  add check (right_id is null or patient_id is not null);
create index of_a_right on documents.document (network_id, right_id) where right_id is not null;
