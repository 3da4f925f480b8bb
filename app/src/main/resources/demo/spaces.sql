-- Spaces of groups of actors: what three invented structures and the agency discuss, decide and announce. About nobody.
create temporary table demo_voice on commit drop as
select v.key, a.id as account, v.name, v.party, v.network, v.function
from (values ('helene','helene.vandamme','Hélène VANDAMME','Appui Scarpe-Hainaut','{platform}'::uuid,'direction'), ('claire','claire.dumont','Claire DUMONT','Appui Scarpe-Hainaut','{platform}','coordination'),
 ('paul','paul.roussel','Dr Paul ROUSSEL','Appui Scarpe-Hainaut','{platform}','médecin de l’équipe'), ('sophie','sophie.leclerc','Sophie LECLERC','Appui Scarpe-Hainaut','{platform}','secrétariat'),
 ('olivier','olivier.lemaire','Olivier LEMAIRE','Réseau Gohelle-Béthunois','{network}','direction'), ('catherine','catherine.blondel','Dr Catherine BLONDEL','Réseau Gohelle-Béthunois','{network}','médecin de l’équipe'),
 ('beatrice','beatrice.cousin','Béatrice COUSIN','DAC Flandre-Métropole','{dac}','direction'), ('etienne','etienne.masson','Dr Étienne MASSON','DAC Flandre-Métropole','{dac}','médecin de l’équipe'),
 ('marc','marc.hennion','Marc HENNION','ARS Hauts-de-France',null,'agence')) as v (key, login, name, party, network, function)
join access.account a on a.login = v.login;

insert into space.space (id, kind, title, purpose, region_code, theme_code, zone_code, body_id, host_network, host_region, host_name, opened_on, opened_by, closed_on, closed_why)
select md5('demo espace ' || v.key)::uuid, v.kind, v.title, v.purpose, '32', v.theme, v.zone, case when v.body is not null then md5('demo instance ' || v.body)::uuid end,
  h.network, case when h.network is null then '32' end, h.party, date '{today}' - v.opened, h.name, date '{today}' - v.closed, v.closed_why
from (values ('regional','REGIONAL','Réseaux régionaux et territoriaux','Ce que les réseaux régionaux apportent et ce que les territoires en attendent : formation, expertise, évaluation, bonnes pratiques.',null,null,'cs','marc',210,null,null),
 ('retour','GROUPE','Retour à domicile : une seule procédure','Écrire à trois structures la procédure de sortie d’hôpital, et la même lettre de liaison.',null,null,'groupe-retour','helene',120,null,null),
 ('geronto','THEME','Gérontologie : repérage de la fragilité','Partager outils et pratiques du repérage à domicile.','GERONTOLOGIE',null,null,'olivier',75,null,null),
 ('artois','TERRITOIRE','Artois-Douaisis : qui fait quoi','Tenir à jour la répartition des rôles et les astreintes du territoire.',null,'AD',null,'marc',40,null,null),
 ('numero','GROUPE','Numéro unique','Préparer un numéro d’appel commun.',null,null,null,'helene',400,60,'Le numéro est en service depuis le printemps.')) as v (key, kind, title, purpose, theme, zone, body, host, opened, closed, closed_why)
join demo_voice h on h.key = v.host;

insert into space.party (id, space_id, network_id, region_code, host_network, host_region, name, regional, moderates, invited_at, invited_by, joined_at, joined_by, ended_at, ended_by, ended_why)
select md5('demo membre ' || v.space || m.party)::uuid, s.id, m.network, case when m.network is null then '32' end, s.host_network, s.host_region, m.party, false, v.moderates,
  timestamptz '{today} 09:00 Europe/Paris' - make_interval(days => v.invited), s.opened_by || ', ' || s.host_name,
  timestamptz '{today} 10:00 Europe/Paris' - make_interval(days => v.joined), case when v.joined is not null then m.name end,
  timestamptz '{today} 11:00 Europe/Paris' - make_interval(days => v.ended), case when v.ended is not null then m.name || ', ' || m.party end, v.why
from (values ('regional','marc',true,210,210,null,null), ('regional','helene',false,205,203,null,null), ('regional','olivier',false,205,200,null,null), ('regional','beatrice',false,205,190,null,null),
 ('retour','helene',true,120,120,null,null), ('retour','olivier',false,118,116,null,null), ('retour','beatrice',false,118,110,null,null), ('retour','marc',false,30,28,null,null),
 ('geronto','olivier',true,75,75,null,null), ('geronto','helene',false,1,null,null,null), ('geronto','beatrice',false,70,68,null,null),
 ('artois','marc',true,40,40,null,null), ('artois','helene',false,38,37,null,null), ('artois','olivier',false,38,36,null,null), ('artois','beatrice',false,38,null,33,'Hors de notre territoire'),
 ('numero','helene',true,400,400,null,null), ('numero','olivier',false,395,390,null,null)) as v (space, who, moderates, invited, joined, ended, why)
join demo_voice m on m.key = v.who join space.space s on s.id = md5('demo espace ' || v.space)::uuid;

insert into space.person (id, network_id, space_id, account_id, name, function, since, chosen_by)
select md5('demo personne ' || v.space || m.key)::uuid, m.network, md5('demo espace ' || v.space)::uuid, m.account, m.name, m.function, p.joined_at, p.joined_by
from (values ('regional','helene'), ('regional','claire'), ('regional','olivier'), ('regional','catherine'), ('regional','beatrice'), ('retour','helene'), ('retour','claire'), ('retour','sophie'), ('retour','olivier'), ('retour','beatrice'), ('retour','etienne'),
 ('geronto','olivier'), ('geronto','catherine'), ('geronto','etienne'), ('artois','helene'), ('artois','claire'), ('artois','paul'), ('artois','olivier'), ('numero','helene'), ('numero','claire'), ('numero','olivier')) as v (space, who)
join demo_voice m on m.key = v.who join space.party p on p.space_id = md5('demo espace ' || v.space)::uuid and p.network_id = m.network;

create temporary table demo_said on commit drop as
select row_number() over () as rank, v.space, v.thread, v.subject, v.who, timestamptz '{today} 08:00 Europe/Paris' - make_interval(days => v.days, mins => -v.minutes) as at, v.words, v.replies
from (values
 ('retour','lettre','Lettre de liaison : qui la signe ?','helene',96,75,'Trois modèles circulent. Je propose de garder celui de la cadre de santé, en une page : traitements modifiés, rendez-vous pris, qui appeler.',null),
 ('retour','lettre',null,'olivier',95,40,'D’accord pour une page. Chez nous elle part avec la personne et une copie au médecin traitant.',1),
 ('retour','lettre',null,'etienne',94,180,'Ajoutons la ligne « ce qui doit être surveillé dans les sept jours » : c’est la question que posent les infirmières.',null),
 ('retour','lettre',null,'claire',93,65,'Je l’ajoute au modèle. La version du groupe est dans les textes.',3),
 ('retour','delai','Première visite : deux jours, ouvrés ou non ?','claire',34,20,'La procédure dit deux jours. Une sortie le vendredi fait tomber la visite le dimanche : que faisons-nous ?',null),
 ('retour','delai',null,'beatrice',33,310,'Au DAC, appel téléphonique le samedi par l’astreinte, visite le lundi. Cela suffit dans neuf cas sur dix.',1),
 ('retour','delai',null,'olivier',32,95,'Même chose, avec le SSIAD qui passe le dimanche quand il y a un pansement. Il faut l’écrire.',null),
 ('retour','delai',null,'marc',5,130,'Pour l’évaluation du contrat, comptez les deux : appel sous deux jours, visite sous deux jours ouvrés.',1),
 ('retour','delai',null,'olivier',1,220,'Nous pouvons publier les deux taux dès ce trimestre. Qui écrit la phrase de la procédure ?',4),
 ('retour','pharmacie','Conciliation des traitements avec l’officine','etienne',2,150,'Une pharmacienne du groupe propose un appel de dix minutes à la sortie. Qui d’autre voudrait l’essayer ?',null),
 ('regional','formation','Formations 2027 : ce que demandent les territoires','marc',60,90,'Les réseaux régionaux bouclent leur programme en septembre. Chaque territoire peut-il dire ses deux priorités ?',null),
 ('regional','formation',null,'olivier',58,45,'Chimiothérapie orale à domicile pour les infirmiers libéraux ; repérage de la douleur chez la personne qui ne parle plus.',1),
 ('regional','formation',null,'helene',57,200,'Soins palliatifs non cancéreux, et la chimiothérapie orale aussi.',1),
 ('regional','formation',null,'beatrice',3,30,'Précarité et accès aux droits : une demi-journée avec les travailleurs sociaux.',1),
 ('regional','referentiel','Soins de support à domicile : relecture du référentiel','catherine',12,160,'Le conseil scientifique nous renvoie la version de mars. La partie « nutrition » reprend nos remarques ; la partie « fatigue » est encore trop longue.',null),
 ('regional','referentiel',null,'claire',9,75,'Lu par l’équipe : il manque qui prévenir la nuit. Je l’ai écrit en marge.',1),
 ('geronto','outils','Quel outil de repérage à domicile ?','catherine',60,30,'SEGA volet A chez nous, en six minutes. Et ailleurs ?',null),
 ('geronto','outils',null,'etienne',55,95,'Même outil, avec la vitesse de marche quand le couloir le permet.',1),
 ('artois','astreinte','Astreintes du pont de juillet','marc',20,60,'Chaque structure peut-elle dire ses horaires avant le 20 juin ? Le guichet public les reprend.',null),
 ('artois','astreinte',null,'paul',18,100,'Plate-forme : téléphone jusqu’à 18 h, relais du SSIAD ensuite.',1),
 ('numero','bilan','Bilan des trois premiers mois','helene',70,80,'Un appel sur quatre vient d’un hôpital. Le registre porte le numéro depuis avril.',null),
 ('numero','bilan',null,'olivier',66,40,'Rien à ajouter : nous pouvons clore ce groupe.',1)) as v (space, thread, subject, who, days, minutes, words, replies);

insert into space.discussion (id, space_id, subject, account_id, author, author_of, opened_at, last_at, last_by)
select md5('demo discussion ' || s.thread)::uuid, md5('demo espace ' || s.space)::uuid, s.subject, m.account, m.name, m.party, s.at, s.at, m.account
from demo_said s join demo_voice m on m.key = s.who where s.subject is not null;
insert into space.message (id, space_id, discussion_id, reply_to, account_id, author, author_of, at, words)
select md5('demo message ' || s.thread || s.n)::uuid, md5('demo espace ' || s.space)::uuid, md5('demo discussion ' || s.thread)::uuid,
  case when s.replies is not null then md5('demo message ' || s.thread || s.replies)::uuid end, m.account, m.name, m.party, s.at, s.words
from (select s.*, row_number() over (partition by s.thread order by s.rank) as n from demo_said s) s join demo_voice m on m.key = s.who order by s.rank;
-- one edited, one withdrawn, one concluded
update space.message set words = words || ' Essai en juin dans deux services.', edited_at = at + interval '40 minutes' where id = md5('demo message lettre4')::uuid;
insert into space.message (id, space_id, discussion_id, account_id, author, author_of, at, words)
select md5('demo message delai6')::uuid, md5('demo espace retour')::uuid, md5('demo discussion delai')::uuid, m.account, m.name, m.party, timestamptz '{today} 08:00 Europe/Paris' - interval '30 days', ''
from demo_voice m where m.key = 'sophie';
update space.message set withdrawn_at = at + interval '12 minutes', withdrawn_by = 'Hélène VANDAMME, Appui Scarpe-Hainaut', withdrawn_why = 'décrivait une situation : à passer par la demande d’appui', names_somebody = true where id = md5('demo message delai6')::uuid;
update space.discussion d set last_at = m.at, last_by = m.account_id from (select distinct on (discussion_id) discussion_id, at, account_id from space.message order by discussion_id, at desc, id) m where m.discussion_id = d.id;
update space.discussion set closed_at = last_at + interval '1 day', closed_by = 'Hélène VANDAMME, Appui Scarpe-Hainaut' where id = md5('demo discussion lettre')::uuid;

insert into space.decision (id, space_id, discussion_id, words, party_id, person_id, owner, due_on, account_id, author, taken_at, done_on, done_by, done_words)
select md5('demo décision d’espace ' || v.thread || v.words)::uuid, md5('demo espace ' || v.space)::uuid, md5('demo discussion ' || v.thread)::uuid, v.words, p.id, case when v.named then md5('demo personne ' || v.space || o.key)::uuid end,
  case when v.named then o.name || ', ' || o.party else o.party end, date '{today}' + v.due, a.account, a.name || ', ' || a.party, timestamptz '{today} 09:00 Europe/Paris' - make_interval(days => v.taken), date '{today}' - v.done, case when v.done is not null then o.name end, v.how
from (values ('retour','lettre','Mettre le modèle de lettre à l’essai dans deux services','helene',true,-70,93,70,'essayé à Douai et à Somain','helene'), ('retour','delai','Écrire la phrase « appel sous deux jours, visite sous deux jours ouvrés »','claire',true,9,5,null,null,'marc'),
 ('retour','delai','Dire comment compter les deux taux','olivier',false,-4,5,null,null,'marc'), ('regional','formation','Rendre la liste des priorités du territoire','helene',true,13,20,null,null,'marc'),
 ('regional','referentiel','Renvoyer les remarques au conseil scientifique','catherine',true,28,9,null,null,'claire'), ('artois','astreinte','Horaires du pont de juillet au guichet','claire',true,0,18,null,null,'marc')) as v (space, thread, words, owner, named, due, taken, done, how, author)
join demo_voice o on o.key = v.owner join demo_voice a on a.key = v.author join space.party p on p.space_id = md5('demo espace ' || v.space)::uuid and p.network_id is not distinct from o.network and p.ended_at is null;

insert into space.announcement (id, space_id, title, words, link, account_id, author, author_of, published_at, ends_on)
select md5('demo information ' || v.title)::uuid, md5('demo espace ' || v.space)::uuid, v.title, v.words, v.link, a.account, a.name, a.party, timestamptz '{today} 08:00 Europe/Paris' - make_interval(days => v.ago), date '{today}' + v.until
from (values ('regional','Lettre des réseaux, mai 2026','Au sommaire : le référentiel « soins de support » en relecture, les indicateurs de retour à domicile proposés par le réseau de cancérologie, et le calendrier des contrats.
La prochaine lettre paraît en septembre : envoyez vos textes avant la fin d’août.','https://reseaux.example/lettre','marc',6,90), ('regional','Webconférence « Douleur de la personne âgée »','Jeudi 25 juin, de 13 h à 14 h, ouverte à tous les professionnels des territoires. Lien de connexion sur la page du réseau.','https://reseaux.example/douleur','marc',2,23),
 ('regional','Appel à expérimentations 2026','Clos : les trois dossiers de la région ont été transmis.',null,'marc',80,-20), ('retour','Le groupe se réunit à distance','La prochaine réunion se tient à distance ; le lien part la veille.',null,'helene',4,20), ('artois','Guichet public : vérifiez vos horaires d’été','Le guichet lit les horaires du registre : chaque structure tient les siens.','/guichet','marc',15,45)) as v (space, title, words, link, who, ago, until)
join demo_voice a on a.key = v.who;
insert into space.announcement_read (announcement_id, account_id, space_id, reader_of, at)
select n.id, m.account, n.space_id, m.party, n.published_at + interval '1 day' from space.announcement n join demo_voice m on m.key in ('olivier','beatrice','helene') where n.published_at < timestamptz '{today} 00:00 Europe/Paris' - interval '3 days' and m.account <> n.account_id;

insert into space.text (id, space_id, document_id, why, account_id, author, added_at)
select md5('demo texte d’espace ' || v.space || v.title)::uuid, md5('demo espace ' || v.space)::uuid, md5('demo texte ' || v.of || v.title)::uuid, v.why, a.account, a.name || ', ' || a.party, timestamptz '{today} 09:00 Europe/Paris' - make_interval(days => v.ago)
from (values ('retour','platform','Projet 2024-2028','Voir la partie « virage domiciliaire »','helene',90), ('retour','msp','Projet de santé de la maison de Somain','Les soins non programmés','olivier',30), ('regional','network','Convention constitutive',null,'olivier',50), ('artois','platform','Charte éthique',null,'paul',18)) as v (space, of, title, why, who, ago)
join demo_voice a on a.key = v.who;

-- read up to the day before yesterday
insert into space.reading (account_id, discussion_id, at)
select m.account, d.id, timestamptz '{today} 00:00 Europe/Paris' - interval '2 days' from space.discussion d join demo_voice m on m.key in ('helene','claire','marc','sophie') where d.opened_at < timestamptz '{today} 00:00 Europe/Paris' - interval '2 days';
