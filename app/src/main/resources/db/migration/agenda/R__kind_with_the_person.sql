-- Kinds where one meets or hears the person: a meeting about them is no contact with them. Kind.withThePerson says the same.
create or replace function agenda.with_the_person(kind text) returns boolean
  language sql immutable parallel safe return kind in ('VISITE','TELEPHONE','BUREAU','VISIO');
