-- The day a professional signed the agreement by which they join (convention d'adhésion).
alter table network.affiliation add column agreement_on date;
