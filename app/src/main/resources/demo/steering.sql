-- Surveys, projects and states of regions of the demonstration: all invented. {today} is the day of the demonstration, {platform} the
-- structure of Douai.
insert into steering.survey (id, structure_id, series_id, wave, title, purpose, of_service, anonymous, opens_on, closes_on)
select md5('demo enquête ' || v.key)::uuid, md5('demo registre ' || v.leader)::uuid, md5('demo enquête ' || v.series)::uuid, v.wave, v.title, v.purpose, v.service, v.anonymous, date '{today}' + v.opens, date '{today}' + v.closes
from (values
 ('service1','ars','service1',1,'Service rendu par la coordination d’appui','Savoir si l’appui répond vite, et où il manque, avant la revue des contrats. Les résultats sont rendus à chaque structure.',true,false,-430,-400),
 ('service2','ars','service1',2,'Service rendu par la coordination d’appui','Savoir si l’appui répond vite, et où il manque, avant la revue des contrats. Les résultats sont rendus à chaque structure.',true,false,-60,-20),
 ('outils','ars','outils',1,'Outils et échanges d’information','Préparer le schéma des systèmes d’information : ce que chaque structure utilise, ce qui bloque.',false,false,-9,21),
 ('partenaires','platform','partenaires',1,'Ce que nos partenaires attendent de nous','Préparer le prochain projet de santé : délais, retours, place des aidants.',true,true,-75,-30),
 ('equipe','platform','equipe',1,'Conditions de travail à domicile','Préparer la réunion d’équipe : déplacements, sécurité, temps de trajet.',false,true,-3,18),
 ('aidants','platform','aidants',1,'Répit des aidants : besoins du territoire','Dimensionner une offre de répit.',false,false,7,40)
) as v (key, leader, series, wave, title, purpose, service, anonymous, opens, closes);

insert into steering.question (id, survey_id, origin_id, rank, section, words, help, kind, required, choices, low, high, low_words, high_words, unit, if_question, if_choice)
select md5('demo question ' || s.key || v.key)::uuid, md5('demo enquête ' || s.key)::uuid, md5('demo origine ' || s.series || v.key)::uuid, v.rank, v.section, v.words, v.help, v.kind, v.required, v.choices::text[], v.low, v.high, v.low_words, v.high_words, v.unit,
       case when v.after is not null then md5('demo question ' || s.key || v.after)::uuid end, v.choice
from (values ('service1','service'), ('service2','service'), ('outils','outils'), ('partenaires','partenaires'), ('equipe','equipe'), ('aidants','aidants')) as s (key, series)
join (values
 ('service','a',1,'Accès','Avez-vous demandé un appui dans l’année ?',null,'CHOIX',true,'{oui,non}',null,null,null,null,null,null,null),
 ('service','b',2,'Accès','En combien de jours ouvrés la réponse est-elle venue ?','En moyenne, sur vos dernières demandes.','NOMBRE',true,'{}',null,null,null,null,'jours','a',1),
 ('service','c',3,'Réponse','La réponse vous a-t-elle aidé ?',null,'ECHELLE',true,'{}',0,10,'pas du tout','tout à fait',null,'a',1),
 ('service','d',4,'Réponse','Quels appuis avez-vous reçus ?',null,'PLUSIEURS',false,'{information et orientation,évaluation à domicile,plan personnalisé,réunion de concertation,aide aux aidants}',null,null,null,null,null,'a',1),
 ('service','e',5,'Réponse','Pourquoi n’avez-vous rien demandé ?',null,'CHOIX',false,'{pas de besoin,numéro inconnu,délai trop long,autre}',null,null,null,null,null,'a',2),
 ('service','f',6,'Suite','Ce qui devrait changer d’abord','N’y nommez personne.','TEXTE',false,'{}',null,null,null,null,null,null,null),
 ('outils','a',1,null,'Avez-vous une messagerie sécurisée de santé ?',null,'CHOIX',true,'{oui,"oui, peu utilisée",non}',null,null,null,null,null,null,null),
 ('outils','b',2,null,'Combien de comptes-rendus en recevez-vous par semaine ?',null,'NOMBRE',false,'{}',null,null,null,null,'comptes-rendus','a',1),
 ('outils','c',3,null,'Depuis quand votre logiciel est-il en place ?',null,'DATE',false,'{}',null,null,null,null,null,null,null),
 ('outils','d',4,null,'Ce qui bloque les échanges',null,'TEXTE',false,'{}',null,null,null,null,null,null,null),
 ('partenaires','a',1,null,'Vous êtes',null,'CHOIX',true,'{professionnel de ville,établissement,service à domicile,service social}',null,null,null,null,null,null,null),
 ('partenaires','b',2,null,'Nos retours après une demande vous suffisent-ils ?',null,'ECHELLE',true,'{}',1,5,'jamais','toujours',null,null,null),
 ('partenaires','c',3,null,'Combien de fois nous avez-vous joints dans l’année ?',null,'NOMBRE',false,'{}',null,null,null,null,'fois',null,null),
 ('partenaires','d',4,null,'Que manque-t-il le plus ?',null,'TEXTE',false,'{}',null,null,null,null,null,null,null),
 ('equipe','a',1,null,'Vous sentez-vous en sécurité en visite ?',null,'ECHELLE',true,'{}',1,5,'jamais','toujours',null,null,null),
 ('equipe','b',2,null,'Heures de trajet par semaine',null,'NOMBRE',false,'{}',null,null,null,null,'heures',null,null),
 ('equipe','c',3,null,'Ce qui aiderait',null,'TEXTE',false,'{}',null,null,null,null,null,null,null),
 ('aidants','a',1,null,'Combien d’aidants épuisés suivez-vous ?',null,'NOMBRE',true,'{}',null,null,null,null,'aidants',null,null),
 ('aidants','b',2,null,'Quel répit manque ?',null,'PLUSIEURS',true,'{accueil de jour,hébergement temporaire,relais à domicile,séjour de vacances}',null,null,null,null,null,null,null)
) as v (series, key, rank, section, words, help, kind, required, choices, low, high, low_words, high_words, unit, after, choice) on v.series = s.series
order by s.key, v.rank;

-- Structures asked by the agency.
insert into steering.addressee (id, survey_id, anonymous, structure_id, name)
select md5('demo destinataire ' || s.key || k.key)::uuid, md5('demo enquête ' || s.key)::uuid, false, r.id, r.name
from (values ('service1'), ('service2'), ('outils')) as s (key)
cross join unnest(array['platform','network','dac','diabete','addicto','sep','msp','centre','pole','cpts','had','ssiad','emsp','ehpad','clic-douai','clic-62','mdph-59','mdph-62']) as k (key)
join registry.structure r on r.id = md5('demo registre ' || k.key)::uuid;
-- Partners asked by the platform, its own team, and who will be asked about respite.
insert into steering.addressee (id, survey_id, anonymous, name, email)
select md5('demo partenaire ' || n)::uuid, md5('demo enquête partenaires')::uuid, true,
       (array['Cabinet infirmier','Cabinet de kinésithérapie','Pharmacie','Service d’aide à domicile','Service social hospitalier','Cabinet médical','Centre communal d’action sociale'])[1 + n % 7] || ' ' || n || ' (fictif)', 'partenaire' || n || '@exemple.example'
from generate_series(1, 32) n;
insert into steering.addressee (id, survey_id, anonymous, account_id, name, email)
select md5('demo équipe ' || m.id)::uuid, md5('demo enquête equipe')::uuid, true, m.account_id, m.given_name || ' ' || upper(m.family_name), m.email
  from network.team_member m where m.network_id = '{platform}' and m.account_id is not null and m.until is null;
insert into steering.addressee (id, survey_id, anonymous, structure_id, name)
select md5('demo répit ' || k.key)::uuid, md5('demo enquête aidants')::uuid, false, r.id, r.name
from unnest(array['msp','had','ssiad','ehpad','clic-douai']) as k (key) join registry.structure r on r.id = md5('demo registre ' || k.key)::uuid;

update steering.survey set status = 'OUVERTE' where id in (select md5('demo enquête ' || k)::uuid from unnest(array['service1','service2','outils','partenaires','equipe']) k);

-- Answers of structures: the nth of the list answers unless it is left out; the second wave is quicker.
create temporary table demo_answer on commit drop as
select s.key as survey, a.id as addressee, row_number() over (partition by s.key order by a.name, a.id)::int as n from (values ('service1'), ('service2')) as s (key)
  join steering.addressee a on a.survey_id = md5('demo enquête ' || s.key)::uuid;
delete from demo_answer where survey = 'service1' and n in (3, 7, 11, 12, 16) or survey = 'service2' and n in (5, 16);
insert into steering.answer (id, survey_id, anonymous, addressee_id, given, given_on)
select md5('demo réponse ' || d.survey || d.n)::uuid, md5('demo enquête ' || d.survey)::uuid, false, d.addressee,
       case when d.n % 5 = 4
         then jsonb_build_object(md5('demo question ' || d.survey || 'a')::uuid, jsonb_build_array('2'), md5('demo question ' || d.survey || 'e')::uuid, jsonb_build_array((1 + d.n % 3)::text))
         else jsonb_build_object(md5('demo question ' || d.survey || 'a')::uuid, jsonb_build_array('1'),
                md5('demo question ' || d.survey || 'b')::uuid, jsonb_build_array((case d.survey when 'service1' then 4 + d.n * 7 % 9 else 2 + d.n * 5 % 6 end)::text),
                md5('demo question ' || d.survey || 'c')::uuid, jsonb_build_array((case d.survey when 'service1' then 3 + d.n * d.n % 7 else 5 + d.n * d.n % 6 end)::text),
                md5('demo question ' || d.survey || 'd')::uuid, case when d.n % 2 = 0 then '["1", "2"]'::jsonb when d.n % 3 = 0 then '["2", "3", "4"]'::jsonb else '["1", "5"]'::jsonb end) end
       || case when d.n % 3 <> 0 then jsonb_build_object(md5('demo question ' || d.survey || 'f')::uuid, jsonb_build_array((array[
            'Être rappelé le jour même, même pour dire que la demande est prise.', 'Savoir ce qu’est devenue la personne après la visite.', 'Un seul numéro pour tout le territoire.',
            'Des réunions plus courtes, à heure fixe.', 'Associer les aidants dès la première évaluation.', 'Recevoir le plan par messagerie sécurisée.'])[1 + d.n % 6])) else '{}' end,
       s.closes_on - 1 - d.n % 20
  from demo_answer d join steering.survey s on s.id = md5('demo enquête ' || d.survey)::uuid;
update steering.addressee a set answered = true, answered_on = w.given_on from steering.answer w where w.addressee_id = a.id;
-- One structure has answered the survey that is open; the platform has not.
insert into steering.answer (id, survey_id, anonymous, addressee_id, given, given_on)
select md5('demo réponse outils ' || k)::uuid, md5('demo enquête outils')::uuid, false, md5('demo destinataire outils' || k)::uuid,
       jsonb_build_object(md5('demo question outilsa')::uuid, '["1"]'::jsonb, md5('demo question outilsb')::uuid, jsonb_build_array(n::text), md5('demo question outilsc')::uuid, jsonb_build_array('20' || (15 + n % 9) || '-0' || (1 + n % 8) || '-01')), date '{today}' - n % 8
from unnest(array['network','diabete','had','ssiad','mdph-59']) with ordinality as x (k, o) cross join lateral (select (o * 7)::int as n) y;
update steering.addressee a set answered = true, answered_on = w.given_on from steering.answer w where w.addressee_id = a.id and not a.answered;
update steering.addressee set asked_on = date '{today}' - 9 where survey_id = md5('demo enquête outils')::uuid;
update steering.addressee set reminded_on = date '{today}' - 2, reminders = 1 where survey_id = md5('demo enquête outils')::uuid and not answered;

-- Anonymous answers of 26 partners: nothing says which.
insert into steering.answer (id, survey_id, anonymous, given)
select md5('demo anonyme ' || n)::uuid, md5('demo enquête partenaires')::uuid, true,
       jsonb_build_object(md5('demo question partenairesa')::uuid, jsonb_build_array((case when n <= 13 then 1 when n <= 24 then 3 else 2 end)::text),
         md5('demo question partenairesb')::uuid, jsonb_build_array((case when n % 9 = 0 then 2 when n % 2 = 0 then 4 else 3 end)::text), md5('demo question partenairesc')::uuid, jsonb_build_array((1 + n * 5 % 14)::text))
       || case when n % 2 = 0 or n > 20 then jsonb_build_object(md5('demo question partenairesd')::uuid, jsonb_build_array((array[
            'Un retour écrit après chaque visite.', 'Un nom à appeler, toujours le même.', 'Des délais plus courts le vendredi.', 'Savoir qui fait quoi autour de la personne.', 'Du répit pour les aidants.'])[1 + n % 5])) else '{}' end
from generate_series(1, 26) n;
update steering.addressee set answered = true where id in (select md5('demo partenaire ' || (1 + n * 5 % 32))::uuid from generate_series(1, 26) n);
update steering.survey set status = 'CLOSE', closed_on = closes_on where id in (select md5('demo enquête ' || k)::uuid from unnest(array['service1','service2','partenaires']) k);
insert into steering.code (id, survey_id, question_id, label)
select md5('demo thème ' || v.survey || v.label)::uuid, md5('demo enquête ' || v.survey)::uuid, md5('demo question ' || v.survey || v.q)::uuid, v.label
from (values ('partenaires','d','retours'), ('partenaires','d','interlocuteur unique'), ('partenaires','d','délais'), ('partenaires','d','aidants'), ('service2','f','délais'), ('service2','f','retours'), ('service2','f','interlocuteur unique'), ('service2','f','aidants')) as v (survey, q, label);
insert into steering.coding (answer_id, code_id)
select w.id, c.id from steering.code c join steering.answer w on w.survey_id = c.survey_id
  cross join lateral (select w.given -> (c.question_id::text) ->> 0 as words) t
 where t.words ~* case c.label when 'retours' then 'retour|devenue|messagerie' when 'interlocuteur unique' then 'numéro|nom à|qui fait' when 'délais' then 'délai|jour même' else 'aidant' end;

-- Projects --------------------------------------------------------------------------------------------------------------------
insert into steering.project (id, structure_id, title, purpose, lead, document_id, audience)
select md5('demo projet ' || v.key)::uuid, md5('demo registre ' || v.leader)::uuid, v.title, v.purpose, v.lead, case when v.health then md5('demo texte platformProjet 2024-2028')::uuid end, 'AGENCE'
from (values ('aidants','platform','Repérer et soutenir les aidants','Qu’aucun aidant épuisé ne soit découvert à l’hospitalisation de son proche.','Responsable de la plateforme',true),
 ('sorties','platform','Sorties d’hôpital préparées avant la sortie','Prévenir les réadmissions à trente jours.','Médecin coordonnateur',false),
 ('contrats','ars','Revue des contrats de la coordination d’appui','Un signataire par territoire, des indicateurs comparables.','Chargé de mission parcours',false)) as v (key, leader, title, purpose, lead, health);
insert into steering.action (id, project_id) select md5('demo action ' || v.key || v.a)::uuid, md5('demo projet ' || v.key)::uuid
from (values ('aidants','a'), ('aidants','b'), ('aidants','c'), ('aidants','d'), ('aidants','e'), ('sorties','a'), ('sorties','b'), ('sorties','c'), ('contrats','a'), ('contrats','b'), ('contrats','c')) as v (key, a);
create temporary table demo_planned on commit drop as select * from (values
 ('aidants',1,'a',1,'Former l’équipe au repérage','Responsable de formation',-300,-210,0.20,6000,'Toute l’équipe sait passer la grille','personnes formées',0,14),
 ('aidants',1,'b',2,'Passer la grille de Zarit à chaque évaluation','Coordonnateurs',-240,-30,0.50,0,'La grille est passée à tous','aidants évalués',40,220),
 ('aidants',1,'c',3,'Ouvrir quarante places de répit','Responsable de la plateforme',-180,-60,0.30,48000,'Places ouvertes avec trois partenaires','places',0,40),
 ('aidants',1,'d',4,'Groupe de parole à Douai','Psychologue',-150,60,0.10,9000,'Un groupe par mois','séances',0,12),
 ('aidants',2,'a',1,'Former l’équipe au repérage','Responsable de formation',-300,-210,0.20,6000,'Toute l’équipe sait passer la grille','personnes formées',0,14),
 ('aidants',2,'b',2,'Passer la grille de Zarit à chaque évaluation','Coordonnateurs',-240,-10,0.50,0,'La grille est passée à tous','aidants évalués',40,220),
 ('aidants',2,'c',3,'Ouvrir quarante places de répit','Responsable de la plateforme',-60,90,0.30,52000,'Places ouvertes avec trois partenaires','places',0,40),
 ('aidants',2,'d',4,'Groupe de parole à Douai','Psychologue',-150,60,0.10,9000,'Un groupe par mois','séances',0,12),
 ('aidants',2,'e',5,'Atelier des aidants à Cambrai','Psychologue',20,150,0.10,4500,'Six ateliers','ateliers',0,6),
 ('sorties',1,'a',1,'Convention avec le centre hospitalier','Responsable de la plateforme',-120,-60,0.05,0,'Convention signée',null,null,null),
 ('sorties',1,'b',2,'Appel de la coordinatrice avant chaque sortie','Coordonnateurs',-60,120,0.60,15000,'Réadmissions à trente jours','% de réadmissions',18,12),
 ('sorties',1,'c',3,'Chambre de répit à la résidence','Responsable de la plateforme',-40,30,0,22000,'Deux lits',null,null,null),
 ('contrats',1,'a',1,'État des lieux des douze structures','Chargé de mission parcours',-200,-90,0.40,0,'États des lieux faits','structures',0,12),
 ('contrats',1,'b',2,'Enquête sur le service rendu','Chargé de mission parcours',-70,-15,0.10,1200,'Un taux de réponse de 70 %','% de réponses',0,70),
 ('contrats',1,'c',3,'Négocier les avenants','Direction de l’offre de soins',-15,120,0.30,0,'Avenants signés','avenants',0,6)
) as v (key, n, a, rank, title, owner, starts, ends, fte, money, result, unit, baseline, target);
insert into steering.plan (id, project_id, number, why) select distinct md5('demo plan ' || key || n)::uuid, md5('demo projet ' || key)::uuid, n, null from demo_planned where n = 1;
insert into steering.planned (plan_id, action_id, rank, title, owner, starts_on, ends_on, fte, money, result, unit, baseline, target)
select md5('demo plan ' || key || n)::uuid, md5('demo action ' || key || a)::uuid, rank, title, owner, date '{today}' + starts, date '{today}' + ends, fte, money, result, unit, baseline, target from demo_planned where n = 1;
update steering.plan set adopted_on = date '{today}' - 310 where number = 1;
insert into steering.plan (id, project_id, number, why) select distinct md5('demo plan ' || key || n)::uuid, md5('demo projet ' || key)::uuid, n, 'Le financement du répit est arrivé quatre mois plus tard ; l’atelier de Cambrai est ajouté.' from demo_planned where n = 2;
insert into steering.planned (plan_id, action_id, rank, title, owner, starts_on, ends_on, fte, money, result, unit, baseline, target)
select md5('demo plan ' || key || n)::uuid, md5('demo action ' || key || a)::uuid, rank, title, owner, date '{today}' + starts, date '{today}' + ends, fte, money, result, unit, baseline, target from demo_planned where n = 2;
update steering.plan set adopted_on = date '{today}' - 70 where number = 2;
insert into steering.progress (id, action_id, on_day, started_on, ended_on, fte, spent, reached, dropped, note)
select md5('demo avancement ' || v.key || v.a || v.ago)::uuid, md5('demo action ' || v.key || v.a)::uuid, date '{today}' - v.ago, date '{today}' + v.started, date '{today}' + v.ended, v.fte, v.spent, v.reached, v.dropped, v.note
from (values
 ('aidants','a',200,-290,null::int,0.15,4200,9,null,'Deux sessions sur trois'), ('aidants','a',150,-290,-187,0.20,6350.50,14,null,null),
 ('aidants','b',120,-235,null,0.40,0,96,null,null), ('aidants','b',5,-235,null,0.45,0,171,null,'Deux coordinatrices absentes en mars'),
 ('aidants','c',20,-45,null,0.20,11800,12,null,'Un partenaire sur trois a signé'),
 ('aidants','d',8,-150,null,0.10,5230.40,8,null,null),
 ('sorties','a',50,-118,-71,0.05,0,null,null,'Signée onze jours avant'),
 ('sorties','b',6,-41,null,0.50,4100,16.5,null,null),
 ('sorties','c',12,null,null,0,0,null,'Le bailleur a repris les chambres.',null),
 ('contrats','a',80,-190,-82,0.45,0,12,null,null), ('contrats','b',18,-60,-20,0.10,1140,88.9,null,null), ('contrats','c',4,-12,null,0.20,0,1,null,null)
) as v (key, a, ago, started, ended, fte, spent, reached, dropped, note);

-- States that four regions published: invented figures, some left out ----------------------------------------------------------
insert into steering.regional_state (id, region_code, as_of, signed_at, words)
select md5('demo région ' || v.code || v.ago)::uuid, v.code, date '{today}' - v.ago, date '{today}' - v.ago + interval '10 hours', v.words
from (values ('32',120,null), ('32',30,'Chiffres fictifs de la démonstration. Deux regroupements sont en cours.'), ('84',45,'Chiffres fictifs de la démonstration.'), ('53',62,'Chiffres fictifs de la démonstration.'), ('44',15,'Chiffres fictifs de la démonstration. L’état des lieux commence.')) as v (code, ago, words);
insert into steering.regional_figure (state_id, code, value, of_total)
select md5('demo région ' || v.code || v.ago)::uuid, f.figure, nullif(f.value, -1), f.total
from (values
 ('32',120,array[9,5,2,1,1,0,3,4,1,1,0,1,2,1,1,3,4,1,1,1,2,2,0,-1,1,3,3]), ('32',30,array[9,5,2,1,1,0,6,1,3,2,1,0,5,3,1,3,4,1,1,1,3,3,1,16,3,3,3]),
 ('84',45,array[31,18,4,5,3,1,22,5,12,6,3,1,17,11,4,25,29,12,11,3,14,19,2,61,5,7,6]), ('53',62,array[14,9,2,2,1,0,12,0,8,3,1,0,10,9,1,13,14,6,9,2,7,8,-1,-1,-1,4,4]), ('44',15,array[22,-1,-1,-1,-1,22,0,6,-1,-1,-1,-1,-1,-1,-1,9,-1,-1,-1,1,2,-1,-1,-1,-1,-1,-1])
) as v (code, ago, figures)
cross join lateral (
  select u.figure, u.value, case when u.value < 0 then null
      when u.figure in ('PROXIMITE','REGIONAL','TRES_SPECIALISE','AUTRE','NON_CLASSE','CONVENTIONS','STATUTS','PROJETS_DE_SANTE','CPOM','EVALUATIONS','OUTIL') then v.figures[1]
      when u.figure in ('ETATS_DES_LIEUX','EN_COURS') then v.figures[1] - greatest(v.figures[3], 0) when u.figure in ('POURSUITE','REGROUPEMENT','TRANSFORMATION','ARRET','PORTEURS') then v.figures[7]
      when u.figure in ('SIGNES','NEGOCIES') then v.figures[13] when u.figure = 'REPONSES' then u.value + 9 when u.figure = 'PUBLIENT' then v.figures[26] end as total
  from unnest(array['RESEAUX','PROXIMITE','REGIONAL','TRES_SPECIALISE','AUTRE','NON_CLASSE','ETATS_DES_LIEUX','EN_COURS','POURSUITE','REGROUPEMENT','TRANSFORMATION','ARRET','PORTEURS','SIGNES','NEGOCIES','CONVENTIONS','STATUTS','PROJETS_DE_SANTE','CPOM','CONCERTATIONS','REUNIONS','EVALUATIONS','ENQUETES','REPONSES','PROJETS','OUTIL','PUBLIENT'], v.figures) as u (figure, value)) f;
