-- It is platform.source_use now: a day of counts, worth no copy.
drop table intake.source_use;
