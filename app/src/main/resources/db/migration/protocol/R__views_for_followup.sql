-- Monitoring constraints that a machine can follow: an act of the protocol, and the days after which its silence is told.
create or replace view protocol.watch with (security_invoker = true) as
  select v.network_id, v.protocol_id, v.id as version_id, w.value ->> 'key' as key, w.value ->> 'title' as title,
         w.value ->> 'severity' as severity, cast(w.value ->> 'days' as int) as days, a.value as act_key
    from protocol.version v
    cross join lateral jsonb_array_elements(v.document -> 'watches') w
    cross join lateral jsonb_array_elements_text(case when jsonb_typeof(w.value -> 'acts') = 'array' then w.value -> 'acts' else '[]' end) a
   where cast(w.value ->> 'days' as int) > 0;
