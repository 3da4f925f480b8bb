-- Every version of every document, removed ones too, for an export of everything.
create or replace view documents.every_file with (security_invoker = true) as
  select v.network_id, v.content_id, v.document_id, v.number, v.file_name, d.patient_id, d.type, d.title
    from documents.version v join documents.document d on d.network_id = v.network_id and d.id = v.document_id;
