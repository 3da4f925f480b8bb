-- What surveys, projects and the national follow-up read of the register. Each sees what its policies let it.
create or replace view registry.listed with (security_invoker = true) as
  select s.id, s.owner_id, s.name, s.region_code, s.type_code, coalesce(t.acronym, t.label) as type_label, t.family, s.email, s.opened_on, s.closed_on, s.provenance
    from registry.structure s join registry.structure_type t on t.code = s.type_code;
create or replace view registry.followed_theme with (security_invoker = true) as
  select structure_id, theme_code, since, until from registry.structure_theme;
create or replace view registry.covered_place with (security_invoker = true) as
  select structure_id, coalesce(zone_code, commune_code) as place, since, until from registry.declared_area where status = 'COUVERT';
-- What a project may carry out: a health project (text of the sheet), a call for projects that was answered.
create or replace view registry.carried_out with (security_invoker = true) as
  select id, structure_id, 'PROJET_SANTE' as kind, title, null::numeric as amount from registry.document where kind = 'PROJET_SANTE'
  union all
  select id, structure_id, 'APPEL', title, amount from registry.call_for_projects where state in ('EN_PREPARATION', 'DEPOSE', 'RETENU');
-- Each network the guide speaks of, with where it stands; texts only where who asks may read them.
create or replace view registry.guide_state with (security_invoker = true) as
  select s.id, s.region_code, s.type_code, s.provenance, s.opened_on, s.closed_on, s.owner_id is not null as works_here,
         k.guide_type, r.review, r.reviewed_on, r.outcome, r.bears_support, r.contract, r.signed_on, r.ends_on,
         array(select distinct d.kind from registry.document d where d.structure_id = s.id) as texts
    from registry.structure s left join registry.classification k on k.structure_id = s.id left join registry.reform r on r.structure_id = s.id
   where s.type_code in ('RESEAU', 'PLATEFORME', 'DAC');
create or replace view registry.consulted with (security_invoker = true) as
  select b.id, s.region_code, b.since, b.until, (select count(*) from registry.body_meeting m where m.body_id = b.id) as meetings
    from registry.body b join registry.structure s on s.id = b.structure_id where b.kind = 'CONCERTATION';
