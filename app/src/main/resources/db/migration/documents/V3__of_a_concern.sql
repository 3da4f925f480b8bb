-- A document may be a piece of a concern of abuse (adr 0013): it has the concern's audience, in the policy itself, and none of its own.
-- For anybody else, and for the application itself, it is not there, whatever statement asks: it is not in the search either.
alter table documents.document
  add column concern_id uuid,
  add foreign key (network_id, concern_id) references casefile.concern,
  add check (concern_id is null or patient_id is not null and right_id is null and audience = '{}');
create index of_a_concern on documents.document (network_id, concern_id) where concern_id is not null;
create policy audience on documents.document as restrictive
  using (concern_id is null or exists (select 1 from casefile.concern c where c.network_id = document.network_id and c.id = document.concern_id));
create policy audience on documents.version as restrictive
  using (exists (select 1 from documents.document d where d.network_id = version.network_id and d.id = version.document_id));
