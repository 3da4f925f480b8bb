-- The register of the demonstration: invented structures beside those of public documents, each labelled. {platform},
-- {network} and {dac} are the three structures that work here; {today} is the day of the demonstration.
insert into registry.structure (id, owner_id, type_code, level, name, short_name, region_code, legal_form, vehicle, object, means, area_words, address, commune_code, phone, email, website, entrance, any_theme, does, hours_note, opened_on, closed_on, provenance, source)
select md5('demo registre ' || v.key)::uuid, nullif(v.owner, '')::uuid, v.type, v.level, v.name, v.short, '32', v.legal, v.vehicle, v.object, v.means, v.area, v.address, v.commune, v.phone, v.email, null, v.entrance, v.every, v.does, v.note, v.opened::date, v.closed::date, 'FICTIVE', null
from (values
 ('platform','{platform}','PLATEFORME','TERRITORIAL','Plateforme d’appui Scarpe-Hainaut (structure fictive)','Appui Scarpe-Hainaut','ASSOCIATION',null,'Appuyer les professionnels de premier recours pour les personnes en situation complexe ; retour et maintien à domicile','Une équipe de coordination, un médecin à mi-temps, trois antennes','Douaisis, Cambrésis, Valenciennois','12 rue de la Cloris','59178','03 53 01 10 00','contact@appui.example',true,false,'Évalue la situation avec le médecin traitant, organise les aides et les soins à la maison, suit et revient. Gratuit.',null,'2019-01-01',null),
 ('network','{network}','RESEAU','TERRITORIAL','Réseau Gohelle-Béthunois (structure fictive)','Réseau Gohelle-Béthunois','ASSOCIATION',null,'Gérontologie et soins palliatifs à domicile','Une équipe de coordination, deux antennes','Lens-Hénin et Béthune-Bruay','3 place Jean-Jaurès','62498','03 53 01 20 00','contact@appui.example',true,false,'Coordonne les soins et les aides à la maison des personnes âgées, malades ou en fin de vie. Gratuit.',null,'2010-03-01',null),
 ('dac','{dac}','DAC','TERRITORIAL','DAC Flandre-Métropole-Littoral (structure fictive)','DAC Flandre-Métropole','GCSMS','GCSMS Appui Flandre-Métropole (fictif)','Appui à la coordination des parcours complexes, tous âges, toutes pathologies','Une équipe pluriprofessionnelle, trois antennes','Lille, Roubaix-Tourcoing, Flandre Intérieure, Calaisis','40 rue Solférino','59350','03 53 01 30 00','contact@appui.example',true,true,'Un seul numéro pour toutes les situations complexes : informe, oriente, accompagne si besoin. Gratuit.','permanence téléphonique le samedi matin','2022-01-01',null),
 ('geronto','','RESEAU','TERRITORIAL','Réseau gérontologique de la Scarpe (structure fictive)',null,'ASSOCIATION',null,'Gérontologie',null,'Douaisis',null,'59178',null,null,false,false,null,null,'2006-05-01','2018-12-31'),
 ('palliatif','','RESEAU','TERRITORIAL','Réseau Hainaut Palliatif (structure fictive)',null,'ASSOCIATION',null,'Soins palliatifs à domicile',null,'Valenciennois et Cambrésis',null,'59606',null,null,false,false,null,null,'2008-09-01','2018-12-31'),
 ('diabete','','RESEAU','TERRITORIAL','Réseau Diabète Scarpe-Hainaut (structure fictive)',null,'ASSOCIATION',null,'Diabète et nutrition',null,'Douaisis, Cambrésis, Valenciennois',null,'59178','03 53 02 11 00','contact@diabete.example',true,false,'Éducation thérapeutique, dépistage de la rétinopathie, lien avec le médecin traitant.',null,'2012-01-01',null),
 ('addicto','','RESEAU','TERRITORIAL','Réseau Addictions Artois (structure fictive)',null,'GCS',null,'Addictologie',null,'Lens-Hénin, Béthune-Bruay, Arrageois',null,'62041','03 53 02 12 00',null,true,false,'Consultations avancées, lien avec les CSAPA, accompagnement à domicile.',null,'2011-01-01',null),
 ('onco','','RESEAU','REGIONAL','Réseau régional Onco-Septentrion (structure fictive)',null,'GCS',null,'Cancérologie : référentiels, formation, expertise',null,'Région',null,'59350','03 53 02 13 00','referentiels@onco.example',false,false,null,null,'2005-01-01',null),
 ('pedonco','','RESEAU','REGIONAL','Réseau d’oncologie pédiatrique (structure fictive)',null,'ETABLISSEMENT','Centre hospitalier (fictif)','Cancer de l’enfant',null,'Région',null,'59350','03 53 02 14 00',null,true,false,'Suit à domicile les enfants malades d’un cancer et soutient leurs parents.',null,'2004-01-01',null),
 ('sep','','RESEAU','REGIONAL','Réseau régional Sclérose en plaques (structure fictive)',null,'ASSOCIATION',null,'Sclérose en plaques',null,'Région',null,'59350','03 53 02 15 00',null,true,false,'Conseille les équipes et les personnes ; coordonne à titre exceptionnel.',null,'2009-01-01',null),
 ('perinat','','RESEAU','INFRA','Réseau Naissance Hainaut (structure fictive)',null,'ASSOCIATION',null,'Périnatalité',null,'Hainaut-Cambrésis',null,'59606','03 53 02 16 00',null,true,false,'Sages-femmes et puéricultrices autour des grossesses et des naissances fragiles.',null,'2006-01-01',null),
 ('federation','','FEDERATION',null,'Fédération régionale des réseaux (structure fictive)','G2R','ASSOCIATION',null,'Moyens communs : veille, formation, numéro d’information',null,'Région',null,'59350','03 53 02 17 00',null,false,false,null,null,'2007-01-01',null),
 ('clic-douai','','CLIC',null,'CLIC du Douaisis (structure fictive)',null,'COLLECTIVITE','Conseil départemental','Information et coordination gérontologiques',null,'Douaisis',null,'59178','03 53 02 20 00',null,true,false,'Informe les personnes âgées et leurs proches sur les aides, monte les dossiers.',null,'2003-01-01',null),
 ('clic-62','','CLIC',null,'CLIC du Ternois et du Montreuillois (structure fictive)',null,'COLLECTIVITE','Conseil départemental','Information et coordination gérontologiques',null,'Montreuillois',null,'62588','03 53 02 21 00',null,true,false,'Informe les personnes âgées et leurs proches sur les aides, monte les dossiers.',null,'2004-01-01',null),
 ('maia','','MAIA',null,'MAIA de la Métropole (structure fictive)',null,'ETABLISSEMENT',null,'Intégration et gestion de cas',null,'Lille',null,'59350','03 53 02 22 00',null,false,false,null,null,'2011-06-01','2021-12-31'),
 ('mdph-59','','MDPH',null,'MDPH du Nord (structure fictive)',null,'GIP',null,'Droits des personnes handicapées',null,'Nord',null,'59350','03 53 02 23 00',null,true,false,'Reçoit les demandes d’allocation, de carte et d’orientation.',null,'2006-01-01',null),
 ('mdph-62','','MDPH',null,'MDPH du Pas-de-Calais (structure fictive)',null,'GIP',null,'Droits des personnes handicapées',null,'Pas-de-Calais',null,'62041','03 53 02 24 00',null,true,false,'Reçoit les demandes d’allocation, de carte et d’orientation.',null,'2006-01-01',null),
 ('had','','HAD',null,'HAD du Douaisis (structure fictive)',null,'ASSOCIATION',null,'Hospitalisation à domicile',null,'Douaisis',null,'59178','03 53 02 30 00',null,false,false,null,null,null,null),
 ('ssiad','','SSIAD',null,'SSIAD Scarpe (structure fictive)',null,'ASSOCIATION',null,'Soins infirmiers à domicile',null,'Douaisis',null,'59178','03 53 02 31 00',null,false,false,null,null,null,null),
 ('emsp','','EMSP',null,'Équipe mobile de soins palliatifs de Douai (structure fictive)',null,'ETABLISSEMENT',null,'Soins palliatifs',null,'Douaisis',null,'59178','03 53 02 32 00',null,false,false,null,null,null,null),
 ('ehpad','','EHPAD',null,'EHPAD Les Tilleuls (structure fictive)',null,'ASSOCIATION',null,'Hébergement',null,'Somain',null,'59574','03 53 02 33 00',null,false,false,null,null,null,null),
 ('msp','','MSP',null,'Maison de santé de Somain (structure fictive)',null,'SISA',null,'Soins de premier recours',null,'Somain et communes voisines',null,'59574','03 53 02 40 00',null,false,false,null,null,'2016-09-01',null),
 ('centre','','CENTRE_SANTE',null,'Centre de santé de Lens (structure fictive)',null,'ASSOCIATION','Mutuelle (fictive)','Soins de premier recours',null,'Lens',null,'62498','03 53 02 41 00',null,false,false,null,null,'1998-01-01',null),
 ('pole','','POLE_SANTE',null,'Pôle de santé du Cambrésis (structure fictive)',null,'GIE',null,'Fédérer les soins de premier recours',null,'Cambrésis',null,'59122','03 53 02 42 00',null,false,false,null,null,'2013-01-01',null),
 ('cpts','','CPTS',null,'CPTS Gohelle (structure fictive)',null,'ASSOCIATION',null,'Projet de santé du territoire',null,'Lens-Hénin',null,'62498','03 53 02 43 00',null,false,false,null,null,'2020-01-01',null)
) as v (key, owner, type, level, name, short, legal, vehicle, object, means, area, address, commune, phone, email, entrance, every, does, note, opened, closed);

insert into registry.structure_theme (id, structure_id, theme_code, age_from, age_to, priority, since, until)
select md5('demo theme ' || v.key || v.theme)::uuid, md5('demo registre ' || v.key)::uuid, v.theme, v.age_from, v.age_to, v.priority, v.since::date, v.until::date
from (values
 ('platform','GERONTOLOGIE',60,null,'plus de 75 ans','2019-01-01',null), ('platform','SOINS_PALLIATIFS',null,null,null,'2019-01-01',null), ('platform','CANCEROLOGIE',18,null,null,'2019-01-01',null),
 ('platform','HANDICAP',null,null,null,'2020-01-01',null), ('platform','PROXIMITE_POLY',18,null,null,'2019-01-01',null), ('platform','PERINATALITE',null,null,null,'2021-01-01',null), ('platform','SANTE_MENTALE',18,null,null,'2021-01-01',null),
 ('network','GERONTOLOGIE',60,null,'plus de 75 ans','2010-03-01',null), ('network','SOINS_PALLIATIFS',null,null,null,'2010-03-01',null), ('network','DIABETOLOGIE',18,null,null,'2014-01-01',null), ('network','ADDICTOLOGIE',18,null,null,'2016-01-01',null),
 ('network','CARDIOVASCULAIRE',18,null,null,'2014-01-01',null), ('network','PATHOLOGIES_RESPIRATOIRES',18,null,null,'2014-01-01',null),
 ('dac','GERONTOLOGIE',null,null,null,'2022-01-01',null), ('dac','PRECARITE',null,null,null,'2022-01-01',null), ('dac','PROXIMITE_POLY',null,null,null,'2022-01-01',null),
 ('geronto','GERONTOLOGIE',60,null,null,'2006-05-01','2018-12-31'), ('palliatif','SOINS_PALLIATIFS',null,null,null,'2008-09-01','2018-12-31'),
 ('diabete','DIABETOLOGIE',18,null,null,'2012-01-01',null), ('diabete','NUTRITION_OBESITE',null,null,null,'2012-01-01',null), ('addicto','ADDICTOLOGIE',16,null,null,'2011-01-01',null),
 ('onco','CANCEROLOGIE',null,null,null,'2005-01-01',null), ('pedonco','CANCEROLOGIE',null,17,null,'2004-01-01',null), ('sep','NEUROLOGIE',null,null,null,'2009-01-01',null), ('perinat','PERINATALITE',null,null,null,'2006-01-01',null),
 ('clic-douai','GERONTOLOGIE',60,null,null,'2003-01-01',null), ('clic-62','GERONTOLOGIE',60,null,null,'2004-01-01',null), ('maia','GERONTOLOGIE',60,null,null,'2011-06-01','2021-12-31'),
 ('mdph-59','HANDICAP',null,null,null,'2006-01-01',null), ('mdph-62','HANDICAP',null,null,null,'2006-01-01',null), ('emsp','SOINS_PALLIATIFS',null,null,null,'2010-01-01',null)
) as v (key, theme, age_from, age_to, priority, since, until);

insert into registry.declared_area (id, structure_id, theme_code, zone_code, commune_code, status, certainty, since, until)
select md5('demo aire ' || v.key || v.place || coalesce(v.theme, ''))::uuid, md5('demo registre ' || v.key)::uuid, v.theme, case when v.place !~ '^[0-9]{5}$' then v.place end, case when v.place ~ '^[0-9]{5}$' then v.place end, v.status, 'CERTAIN', v.since::date, v.until::date
from (values
 ('platform',null,'AD-DO','COUVERT','2019-01-01',null), ('platform',null,'HC-CA','COUVERT','2019-01-01',null), ('platform',null,'HC-VA','COUVERT','2019-01-01',null), ('platform','SOINS_PALLIATIFS','HC-SA','EMERGENT','2025-09-01',null),
 ('network',null,'AD-LH','COUVERT','2010-03-01',null), ('network',null,'AD-BB','COUVERT','2012-01-01',null),
 ('dac',null,'MF-LI','COUVERT','2022-01-01',null), ('dac',null,'MF-RT','COUVERT','2022-01-01',null), ('dac',null,'MF-FI','COUVERT','2022-01-01',null), ('dac',null,'LI-CL','COUVERT','2023-01-01',null),
 ('geronto',null,'AD-DO','COUVERT','2006-05-01','2018-12-31'), ('palliatif',null,'HC-VA','COUVERT','2008-09-01','2018-12-31'), ('palliatif',null,'HC-CA','COUVERT','2011-01-01','2018-12-31'),
 ('diabete',null,'AD-DO','COUVERT','2012-01-01',null), ('diabete',null,'HC-VA','COUVERT','2018-01-01',null), ('diabete',null,'HC-CA','COUVERT','2018-01-01',null), ('addicto',null,'AD-LH','COUVERT','2011-01-01',null), ('addicto',null,'AD-BB','COUVERT','2011-01-01',null), ('addicto',null,'AD-AR','COUVERT','2015-01-01',null),
 ('onco',null,'32','COUVERT','2005-01-01',null), ('pedonco',null,'32','COUVERT','2004-01-01',null), ('sep',null,'32','COUVERT','2009-01-01',null), ('perinat',null,'HC','COUVERT','2006-01-01',null),
 ('clic-douai',null,'AD-DO','COUVERT','2003-01-01',null), ('clic-62',null,'LI-MO','COUVERT','2004-01-01',null), ('maia',null,'MF-LI','COUVERT','2011-06-01','2021-12-31'), ('mdph-59',null,'HC','COUVERT','2006-01-01',null), ('mdph-59',null,'MF','COUVERT','2006-01-01',null),
 ('mdph-59',null,'AD-DO','COUVERT','2006-01-01',null), ('mdph-62',null,'LI','COUVERT','2006-01-01',null), ('mdph-62',null,'AD-AR','COUVERT','2006-01-01',null), ('mdph-62',null,'AD-LH','COUVERT','2006-01-01',null), ('mdph-62',null,'AD-BB','COUVERT','2006-01-01',null), ('emsp',null,'AD-DO','COUVERT','2010-01-01',null), ('msp',null,'59574','COUVERT','2016-09-01',null)
) as v (key, theme, place, status, since, until);

insert into registry.opening (id, structure_id, weekday, from_time, to_time)
select md5('demo heures ' || v.key || d || v.f)::uuid, md5('demo registre ' || v.key)::uuid, d, v.f::time, v.t::time
from (values ('platform',1,5,'09:00','12:30'), ('platform',1,5,'13:30','17:30'), ('network',1,5,'09:00','17:00'), ('dac',1,5,'08:30','18:00'), ('diabete',1,5,'09:00','17:00'), ('addicto',1,5,'09:00','18:00'), ('pedonco',1,5,'09:00','17:00'),
 ('sep',1,4,'09:00','12:00'), ('perinat',1,6,'08:00','20:00'), ('clic-douai',1,5,'09:00','12:00'), ('clic-62',1,4,'09:00','12:00'), ('mdph-59',1,5,'09:00','16:00'), ('mdph-62',1,5,'09:00','16:00')) as v (key, a, b, f, t) cross join lateral generate_series(v.a, v.b) as d;

insert into registry.part (id, structure_id, kind, name, activities, commune_code, comes_from, since)
select md5('demo lieu ' || v.key || v.name)::uuid, md5('demo registre ' || v.key)::uuid, v.kind, v.name, v.activities, v.commune, case when v.former is not null then md5('demo registre ' || v.former)::uuid end, v.since::date
from (values
 ('platform','POLE','Pôle Gérontologie','Évaluation à domicile, plan personnalisé, aidants',null,'geronto','2019-01-01'), ('platform','POLE','Pôle Cancer et soins palliatifs','Retour à domicile, soins de support, fin de vie',null,'palliatif','2019-01-01'), ('platform','POLE','Pôle Maladies chroniques et handicap','Éducation thérapeutique, accès aux soins',null,null,'2020-01-01'),
 ('platform','ANTENNE','Antenne de Douai',null,'59178',null,'2019-01-01'), ('platform','ANTENNE','Antenne de Cambrai',null,'59122',null,'2019-01-01'), ('platform','ANTENNE','Antenne de Valenciennes',null,'59606',null,'2019-01-01'),
 ('network','ANTENNE','Antenne de Lens',null,'62498',null,'2010-03-01'), ('network','ANTENNE','Antenne de Béthune',null,'62119',null,'2012-01-01'),
 ('dac','ANTENNE','Antenne de Lille',null,'59350',null,'2022-01-01'), ('dac','ANTENNE','Antenne d’Hazebrouck',null,'59295',null,'2022-01-01'), ('dac','ANTENNE','Antenne de Calais',null,'62193',null,'2023-01-01')
) as v (key, kind, name, activities, commune, former, since);

insert into registry.shared_function (id, structure_id, function, shared_with, words, since)
select md5('demo commun ' || v.key || v.f)::uuid, md5('demo registre ' || v.key)::uuid, v.f, v.shared, v.words, '2019-01-01'
from (values ('platform','DIRECTION',null,null), ('platform','LOCAUX','Espace ressources cancer','à Douai'), ('platform','ACCUEIL',null,null), ('platform','SECRETARIAT',null,null), ('platform','NUMERO',null,'03 53 01 10 00'), ('platform','SI',null,'Maillage'), ('platform','COMPTABILITE',null,null), ('platform','FORMATION','CPTS Gohelle (fictive)',null),
 ('platform','EQUIPEMENT','Maison de santé de Somain (fictive)','rétinographe'), ('dac','LOCAUX',null,null), ('dac','NUMERO',null,'03 53 01 30 00')) as v (key, f, shared, words);

insert into registry.service (id, structure_id, label, audience, pole, since)
select md5('demo service ' || v.key || v.label)::uuid, md5('demo registre ' || v.key)::uuid, v.label, v.audience, v.pole, '2019-01-01'
from (values ('platform','Repérage et orientation','Toute personne',null), ('platform','Coordination d’appui aux professionnels','Médecins et premier recours',null), ('platform','Retour et maintien à domicile','Après une hospitalisation',null), ('platform','Soins de support','Personnes atteintes de cancer','Pôle Cancer et soins palliatifs'),
 ('platform','Éducation thérapeutique','Maladies chroniques','Pôle Maladies chroniques et handicap'), ('platform','Accompagnement social','Personnes en précarité',null), ('platform','Amélioration des pratiques','Professionnels',null), ('network','Coordination gérontologique','60 ans et plus',null), ('network','Soins palliatifs à domicile','Tout âge',null), ('dac','Information et orientation','Tous',null), ('dac','Accompagnement des parcours complexes','Tous',null)) as v (key, label, audience, pole);

insert into registry.first_line (id, structure_id, part, takes_part, words, since)
select md5('demo premier ' || v.key || v.part)::uuid, md5('demo registre ' || v.key)::uuid, v.part, v.yes, v.words, '2018-01-01'
from (values ('msp','PERMANENCE',true,'Tour de garde avec la maison médicale'), ('msp','STAGES',true,'Deux internes par semestre'), ('msp','COOPERATION',true,'Suivi du diabète par une infirmière Asalée'), ('msp','TELEMEDECINE',false,null), ('centre','PERMANENCE',true,'Samedi matin'), ('centre','TELEMEDECINE',true,'Téléexpertise en dermatologie'), ('pole','STAGES',true,null)) as v (key, part, yes, words);

insert into registry.agreement (id, structure_id, kind, title, partner_id, we_do, they_do, expected, signed_on, until, public)
select md5('demo convention ' || v.partner)::uuid, md5('demo registre platform')::uuid, v.kind, v.title, md5('demo registre ' || v.partner)::uuid, v.we, v.they, v.expected, v.signed::date, v.until::date, v.public
from (values
 ('had','ARTICULATION','Articulation avec l’HAD','Prépare l’entrée et la sortie, garde le lien avec le médecin traitant et les aidants','Assure les soins et leur coordination pendant l’hospitalisation à domicile',null,'2021-03-10',null,true),
 ('ssiad','ARTICULATION','Articulation avec le SSIAD','Coordonne quand plusieurs services se relaient','Assure les soins infirmiers ; signale ce qui change',null,'2021-05-04','2027-05-03',true),
 ('emsp','ARTICULATION','Soins palliatifs à domicile','Organise le maintien à domicile, astreinte en jours ouvrés','Donne l’expertise, vient à domicile à la demande du médecin traitant',null,'2020-02-01',null,true),
 ('ehpad','ARTICULATION','Entrées et retours','Transmet le plan à l’entrée','Accueille, prévient avant la sortie',null,'2022-09-15','2025-09-14',false),
 ('msp','PREMIER_RECOURS','Ce que la maison de santé attend de la plateforme','Répond sous deux jours ouvrés, ne se substitue pas aux soignants','Adresse les situations complexes, participe aux RCP','Un numéro, un interlocuteur, un retour écrit après chaque visite','2023-01-20',null,true),
 ('clic-douai','ROLES','Répartition des rôles sur le Douaisis (annexe 3 du CPOM)','Situations complexes, avec problème de santé','Information, aides et maintien à domicile sans complexité médicale',null,'2024-01-01','2028-12-31',true),
 ('onco','APPUI_REGIONAL','Appui du réseau régional de cancérologie','Met en œuvre les formations, remonte les besoins','Forme, donne son expertise, écrit les référentiels',null,'2022-06-01',null,true)
) as v (partner, kind, title, we, they, expected, signed, until, public);

-- What the first line said it expects, and what became of it.
insert into registry.expectation (id, structure_id, who, subject, words, heard_on, how, people, answer, answered, answered_on)
select md5('demo attente ' || v.key || v.words)::uuid, md5('demo registre ' || v.key)::uuid, v.who, v.subject, v.words, date '{today}' - v.heard, v.how, v.people, v.answer, v.answered, date '{today}' - v.since
from (values
 ('platform','GENERALISTES','SIMPLICITE','Un seul numéro, et toujours la même personne au bout du fil','REUNION',38,14,'EN_PLACE','Numéro unique depuis janvier, référent par secteur',430,150),
 ('platform','GENERALISTES','INFORMATION','Un retour écrit court après chaque visite, pas un dossier','ENQUETE',62,31,'EN_PLACE','Compte rendu d’une page, envoyé sous deux jours',380,200),
 ('platform','INFIRMIERS','RETOUR','Être prévenus la veille d’un retour à domicile, avec l’ordonnance','REUNION',22,9,'RETENUE','Travaillé avec les cadres de deux services, essai à l’automne',75,20),
 ('platform','MAISON','COMPETENCES','Des vacations de diététicienne et de psychologue dans la maison de santé','ENTRETIEN',null,null,'RETENUE','Une demi-journée par semaine, à financer',120,60),
 ('platform','PHARMACIENS','LIEN','Savoir qui appeler quand un traitement n’est plus retiré','COURRIER',4,4,'A_ETUDIER',null,25,null),
 ('platform','CPTS','EDUCATION','Des ateliers d’éducation thérapeutique près des communes rurales','REUNION',17,17,'A_ETUDIER',null,40,null),
 ('network','GENERALISTES','EXPERTISE','L’avis d’un gériatre sans déplacer la personne','ENQUETE',26,26,'EN_PLACE','Télé-expertise deux demi-journées par semaine',500,300),
 ('network','KINES','LOGISTIQUE','De l’aide pour le matériel à domicile','ENTRETIEN',3,3,'ECARTEE','Relève du droit commun : liste des prestataires donnée',260,240),
 ('dac','ENSEMBLE','SIMPLICITE','Ne plus remplir trois formulaires pour la même personne','ENQUETE',112,112,'RETENUE','Formulaire unique avec la MAIA et la MDPH, en discussion',150,90)
) as v (key, who, subject, words, how, many, people, answer, answered, heard, since);

insert into registry.document (id, structure_id, kind, title, dated_on, valid_until, kept_at, public)
select md5('demo texte ' || v.title)::uuid, md5('demo registre platform')::uuid, v.kind, v.title, v.dated::date, v.until::date, v.kept, v.public
from (values ('STATUTS','Statuts de l’association','2018-11-20',null,'Siège, armoire des actes',true), ('CONVENTION_CONSTITUTIVE','Convention constitutive du réseau','2019-01-01',null,'Siège et agence',true), ('DOSSIER_PROMOTEUR','Dossier promoteur','2018-10-01',null,'Agence',false), ('PROJET_SANTE','Projet 2024-2028','2024-01-01','2028-12-31',null,true), ('CPOM','Contrat pluriannuel','2024-01-01','2028-12-31','Agence',false), ('CHARTE','Charte éthique','2019-06-01',null,null,true)) as v (kind, title, dated, until, kept, public);

insert into registry.staffing (id, structure_id, profession, status, fte, since, until)
select md5('demo etp ' || v.key || v.profession || v.status || v.since)::uuid, md5('demo registre ' || v.key)::uuid, v.profession, v.status, v.fte, v.since::date, v.until::date
from (values ('platform','Infirmier coordonnateur','SALARIE',3.00,'2019-01-01',null), ('platform','Assistant de service social','SALARIE',1.00,'2020-01-01',null), ('platform','Psychologue','SALARIE',0.80,'2021-01-01',null), ('platform','Médecin gériatre','MIS_A_DISPOSITION',0.50,'2019-01-01',null), ('platform','Secrétaire','SALARIE',1.00,'2019-01-01',null), ('platform','Direction','SALARIE',1.00,'2019-01-01',null), ('platform','Diététicien','LIBERAL',0.15,'2022-01-01',null), ('platform','Psychologue','LIBERAL',0.25,'2019-01-01','2020-12-31'),
 ('network','Infirmier coordonnateur','SALARIE',2.00,'2012-01-01',null), ('network','Secrétaire','SALARIE',0.80,'2010-03-01',null), ('dac','Coordonnateur','SALARIE',4.00,'2022-01-01',null), ('dac','Médecin','SALARIE',0.30,'2022-01-01',null)) as v (key, profession, status, fte, since, until);

insert into registry.body (id, structure_id, kind, name, mission, since)
select md5('demo instance ' || v.key)::uuid, md5('demo registre platform')::uuid, v.kind, v.name, v.mission, '2019-01-01'
from (values ('ag','ASSEMBLEE','Assemblée générale','Vote le rapport d’activité et les comptes'), ('ca','CONSEIL','Conseil d’administration','Décide la stratégie et le budget'), ('bureau','BUREAU','Bureau','Suit l’exécution'), ('direction','DIRECTION','Direction','Conduit l’équipe'), ('copil','PILOTAGE','Comité de pilotage','Stratégie, prospective, évaluation'), ('usagers','USAGERS','Représentants des usagers','Donnent leur avis sur la vie de la plateforme')) as v (key, kind, name, mission);
insert into registry.college (id, structure_id, body_id, name, seats, of_users, rank)
select md5('demo college ' || v.rank)::uuid, md5('demo registre platform')::uuid, md5('demo instance ca')::uuid, v.name, v.seats, v.users, v.rank
from (values (1,'Établissements de santé',4,false), (2,'Professionnels libéraux',5,false), (3,'Médico-social',3,false), (4,'Établissements d’hébergement',2,false), (5,'Usagers',3,true), (6,'Réseaux régionaux',1,false), (7,'Collectivités territoriales',2,false)) as v (rank, name, seats, users);
insert into registry.body_meeting (id, structure_id, body_id, held_on, subject, attended, functions, decided)
select md5('demo reunion ' || v.subject)::uuid, md5('demo registre platform')::uuid, md5('demo instance ' || v.body)::uuid, date '{today}' - v.ago, v.subject, v.n, v.functions, v.decided
from (values ('ca',20,'Rapport d’activité de l’année passée',14,'Collèges 1, 2, 3, 5 et 7','Adopté à l’unanimité'), ('copil',48,'Ouverture des soins palliatifs en Sambre-Avesnois',9,'Direction, médecin, premier recours','Étude confiée au pôle'), ('usagers',75,'Lisibilité du guichet',5,'Représentants des usagers','Mots à simplifier')) as v (body, ago, subject, n, functions, decided);
insert into registry.body_member (network_id, id, structure_id, body_id, college_id, name, function, since)
select '{platform}'::uuid, md5('demo membre ' || v.body || v.name)::uuid, md5('demo registre platform')::uuid, md5('demo instance ' || v.body)::uuid, case when v.college > 0 then md5('demo college ' || v.college)::uuid end, v.name, v.function, '2024-01-01'
from (values ('ca',5,'Jeanne OUDAR','Vice-présidente'), ('ca',2,'Benoît LESAGE','Président'), ('bureau',0,'Benoît LESAGE','Président'), ('usagers',0,'Jeanne OUDAR','Rapporteure')) as v (body, college, name, function);

insert into registry.transformation (id, structure_id, former_id, kind, on_date, words, source) values
 (md5('demo fusion 1')::uuid, md5('demo registre platform')::uuid, md5('demo registre geronto')::uuid, 'FUSION', '2019-01-01', 'Devient le pôle Gérontologie.', 'Traité de fusion (fictif)'),
 (md5('demo fusion 2')::uuid, md5('demo registre platform')::uuid, md5('demo registre palliatif')::uuid, 'FUSION', '2019-01-01', 'Devient le pôle Cancer et soins palliatifs.', 'Traité de fusion (fictif)'),
 (md5('demo fusion 3')::uuid, md5('demo registre dac')::uuid, md5('demo registre maia')::uuid, 'INTEGRATION', '2022-01-01', 'La MAIA rejoint le DAC.', 'Décision de l’agence (fictive)');
insert into registry.figure (id, structure_id, year, measure, value, source)
select md5('demo chiffre ' || v.key || v.year || v.measure)::uuid, md5('demo registre ' || v.key)::uuid, v.year, v.measure, v.value, 'Rapport d’activité (fictif)'
from (values ('geronto',2016,'FILE_ACTIVE',214), ('geronto',2017,'FILE_ACTIVE',238), ('geronto',2018,'FILE_ACTIVE',251), ('geronto',2018,'NOUVEAUX_PPS',118), ('palliatif',2016,'FILE_ACTIVE',131), ('palliatif',2017,'FILE_ACTIVE',142), ('palliatif',2018,'FILE_ACTIVE',150), ('platform',2019,'FILE_ACTIVE',436), ('platform',2020,'FILE_ACTIVE',512), ('platform',2024,'FILE_ACTIVE',948), ('platform',2024,'NOUVEAUX_PPS',402), ('maia',2021,'FILE_ACTIVE',96)) as v (key, year, measure, value);
insert into registry.financing (id, structure_id, year, fund, theme_code, amount, source)
select md5('demo argent ' || v.key || v.year || v.fund)::uuid, md5('demo registre ' || v.key)::uuid, v.year, v.fund, v.theme, v.amount, 'Décision attributive (fictive)'
from (values ('geronto',2018,'FIR','GERONTOLOGIE',212500.00), ('palliatif',2018,'FIR','SOINS_PALLIATIFS',304000.00), ('platform',2024,'FIR',null,689420.50), ('platform',2025,'FIR',null,702318.00), ('platform',2025,'COLLECTIVITE',null,25000.00), ('network',2025,'FIR',null,418200.00), ('dac',2025,'FIR',null,905000.00), ('diabete',2025,'FIR','DIABETOLOGIE',96500.00), ('onco',2025,'FIR','CANCEROLOGIE',350000.00)) as v (key, year, fund, theme, amount);
insert into registry.classification (id, structure_id, guide_type, includes_patients, rare_expertise, complex_care, skills_exist, prevalence, dedicated_plan, words, sorted_on, source)
select md5('demo tri ' || v.key)::uuid, md5('demo registre ' || v.key)::uuid, v.guide, v.includes, v.rare, v.complex, v.skills, v.prevalence, v.plan, null, '2025-01-15', 'Agence (fictif)'
from (values ('platform','PROXIMITE',true,null::boolean,null::boolean,null::boolean,null::numeric,null::boolean), ('network','PROXIMITE',true,null,null,null,null,null), ('dac','PROXIMITE',true,null,null,null,null,null), ('onco','REGIONAL_CANCER_PERINATALITE',false,null,null,null,null,null), ('pedonco','REGIONAL_CANCER_PERINATALITE',true,null,null,null,null,null), ('perinat','REGIONAL_CANCER_PERINATALITE',true,null,null,null,null,null), ('sep','TRES_SPECIALISE',false,false,true,true,150,true), ('diabete','AUTRE',true,null,null,null,null,null)) as v (key, guide, includes, rare, complex, skills, prevalence, plan);
insert into registry.support_request (id, from_id, to_id, mission, subject, words, wished_for, asked_on, asked_by, state, answer, answered_on, answered_by) values
 (md5('demo appui 1')::uuid, md5('demo registre platform')::uuid, md5('demo registre onco')::uuid, 'FORMATION', 'Chimiothérapie orale à domicile', 'Une demi-journée pour les infirmiers libéraux du Douaisis, à l’automne.', date '{today}' + 110, date '{today}' - 12, 'Responsable de structure', 'ACCEPTEE', null, date '{today}' - 5, 'Réseau régional'),
 (md5('demo appui 2')::uuid, md5('demo registre platform')::uuid, md5('demo registre sep')::uuid, 'EXPERTISE', 'Spasticité et maintien à domicile', 'Avis sur une situation de sclérose en plaques avancée, décrite sans identité.', null, date '{today}' - 40, 'Médecin de l’équipe', 'REPONDUE', 'Évaluation en hôpital de jour proposée ; protocole de positionnement joint par courrier.', date '{today}' - 31, 'Réseau régional'),
 (md5('demo appui 3')::uuid, md5('demo registre platform')::uuid, md5('demo registre onco')::uuid, 'EVALUATION', 'Indicateurs de retour à domicile', 'Quels indicateurs retenir pour l’évaluation interne du pôle ?', null, date '{today}' - 3, 'Responsable de structure', 'DEMANDEE', null, null, null);

-- One request of the platform asks for what it does not do: the counter proposes where.
update intake.referral set theme_code = 'DIABETOLOGIE' where network_id = '{platform}'::uuid and id = (
  select id from intake.referral where network_id = '{platform}'::uuid and status = 'A_ANALYSER' and urgency = 'NORMALE' and patient_id is not null order by received_at, id limit 1);
