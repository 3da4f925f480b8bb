-- What the spaces of groups of actors read of the register: who is enrolled, meetings of bodies, texts and their latest file.
create or replace view registry.enrolled with (security_invoker = true) as
select s.id, s.owner_id, s.name, s.region_code, s.level = 'REGIONAL' or s.type_code in ('FEDERATION','CENTRE_REFERENCE') as regional,
       s.type_code in ('RESEAU','PLATEFORME','DAC') and s.level is distinct from 'REGIONAL' as territorial
from registry.structure s where s.provenance <> 'DOCUMENT' and s.closed_on is null;

create or replace view registry.meeting_body with (security_invoker = true) as
select b.id, b.structure_id, b.name, b.until, s.name as structure_name, s.owner_id, s.region_code
from registry.body b join registry.structure s on s.id = b.structure_id where s.provenance <> 'DOCUMENT';

create or replace view registry.group_meeting with (security_invoker = true) as
select m.id, m.structure_id, m.body_id, m.held_on, m.subject, m.mode, m.place,
       exists (select 1 from registry.file f where f.meeting_id = m.id and f.withdrawn_at is null) as minutes
from registry.body_meeting m;

-- `audience`: see registry.may_read; a text that not everybody who works here reads is not in view for those who do not.
create or replace view registry.known_text with (security_invoker = true) as
select d.id, d.structure_id, d.kind, d.title, d.dated_on, d.audience, s.name as structure_name, s.owner_id, s.region_code,
       (select f.id from registry.file f where f.document_id = d.id and f.withdrawn_at is null order by f.number desc limit 1) as file_id
from registry.document d join registry.structure s on s.id = d.structure_id where s.provenance <> 'DOCUMENT';

-- Telephone numbers of structures: their own, those of their poles and antennas, the single numbers they share.
create or replace view registry.telephone with (security_invoker = true) as
select s.phone from registry.structure s where s.phone is not null
union all select p.phone from registry.part p where p.phone is not null
union all select f.phone from registry.shared_function f where f.phone is not null
union all select n.phone from network.network n
union all select n.on_call_phone from network.network n where n.on_call_phone is not null;
