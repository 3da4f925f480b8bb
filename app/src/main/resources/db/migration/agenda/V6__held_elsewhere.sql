-- An appointment that another module holds (a meeting about persons): the path of its page, where it is moved and called off.
alter table agenda.appointment add column page text;
