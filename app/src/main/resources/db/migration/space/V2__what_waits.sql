-- What waits in spaces is counted on every page of a team: what somebody is to do is found from who they are, not by reading every decision of the installation.
create index on space.person (account_id);
create index on space.decision (person_id) where done_on is null;
