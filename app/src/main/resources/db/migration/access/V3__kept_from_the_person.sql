-- Lines of the trail kept from the person's own reading while they could endanger them (`trail.hidden`): once the
-- restriction of what was read is lifted, one line here shows them again. The trail itself never changes.
create table access.trail_revealed (
  network_id uuid not null default platform.acting(),
  object_id  uuid not null,
  at         timestamptz not null,
  actor      text not null,
  primary key (network_id, object_id)
);
select platform.protect('access.trail_revealed');
select platform.append_only('access.trail_revealed');

-- Whether the account that acts has one of these roles in a structure. For the policies of tables whose readers are
-- fewer than the structure's; the page asks first, by the rights of the session.
create function access.holds(network uuid, variadic roles text[]) returns boolean language sql stable as $$
  select exists (select 1 from access.membership m
                  where m.account_id = platform.account() and m.network_id = network and m.role = any (roles)
                    and (m.until is null or m.until >= current_date)) $$;
