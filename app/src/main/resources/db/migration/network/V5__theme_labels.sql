-- The names of the activity report, in the capitals of a sentence.
update network.theme set label = 'Soins palliatifs' where code = 'SOINS_PALLIATIFS';
update network.theme set label = 'Proximité (polypathologie)' where code = 'PROXIMITE_POLY';
update network.theme set label = 'Santé mentale' where code = 'SANTE_MENTALE';
update network.theme set label = 'Autre (à préciser)' where code = 'AUTRE';
