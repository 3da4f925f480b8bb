-- Since when a former commune lies inside the one of today, when the file of movements says it.
alter table territory.commune_former add column since date;
