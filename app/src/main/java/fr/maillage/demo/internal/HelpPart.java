package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What the platform brings besides plans: helps by theme, arrangements of access, sessions paid to
/// psychologists (Nadège's three of six), what doctors ask, cares that professionals are asked to
/// look at again. Who is concerned follows from a digest of their ids.
final class HelpPart {

    /// One person followed in four was helped in the year, as their theme asks; in cancerology the
    /// attending doctor knows of it.
    private static final String GIVEN =
            """
            with helped as (
              select s.network_id, s.patient_id, s.id, s.theme_code, p.mt_state = 'DECLARE' and p.mt_told as doctor, m.id as member, m.given_name || ' ' || upper(m.family_name) as coordinator,
                     greatest(s.included_on, date '%2$s' - 5 - pg_temp.chance(s.id, 'aide quand', 260)) as day, pg_temp.chance(s.id, 'aide quoi', 6) as n,
                     c.id as relative, c.name as relative_name
                from casefile.support s join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                left join lateral (select c.id, c.name from casefile.care_team c where c.network_id = s.network_id and c.patient_id = s.patient_id and c.kind = 'PROCHE' and c.until is null
                                    order by c.role = 'AIDANT_PRINCIPAL' desc, c.id limit 1) c on true
               where s.network_id = '%1$s' and s.status = 'ACTIF' and p.deceased_on is null
                 and (s.theme_code in ('PRECARITE','SANTE_MENTALE','HANDICAP','CANCEROLOGIE') and pg_temp.chance(s.id, 'aide') < 60 or pg_temp.chance(s.id, 'aide') < 14)
            ), chosen as (
              select h.*, case when h.theme_code = 'PRECARITE' then (array['RENDEZ_VOUS','ACCOMPAGNEMENT','SANS_AVANCE','INTERPRETE','MEDECIN','ALLER_VERS'])[h.n + 1]
                               when h.theme_code = 'SANTE_MENTALE' then (array['EQUIPE_MOBILE','SECTEUR','ENTRAIDE','CONSEIL_LOCAL','SECTEUR','RENDEZ_VOUS'])[h.n + 1]
                               when h.theme_code = 'HANDICAP' then (array['LANGUE_DES_SIGNES','COMMUNICATION','LIEU','CONSULTATION','ACCOMPAGNANT','CONSULTATION'])[h.n + 1]
                               when h.theme_code = 'CANCEROLOGIE' then (array['FINANCEMENT','A_DOMICILE','EMPLOI','MATERIEL','DEMARCHE','FINANCEMENT'])[h.n + 1]
                               when h.relative is not null then (array['ECOUTE','REPIT','FORMATION','GROUPE','INFORMATION','DROITS_AIDANT'])[h.n + 1]
                               else (array['FINANCEMENT','A_DOMICILE','DEMARCHE','MATERIEL','DEMARCHE','RENDEZ_VOUS'])[h.n + 1] end as kind
                from helped h)
            insert into help.given (network_id, id, patient_id, on_date, kind, for_whom, relative_id, relative_name, partner, words, result, result_why, minutes, doctor, doctor_words, review_on,
                                    noted_by, noted_member, noted_at)
            select network_id, md5('aide ' || id)::uuid, patient_id, day, kind,
                   case when kind in ('ECOUTE','REPIT','FORMATION','GROUPE','INFORMATION','DROITS_AIDANT') then 'PROCHE' else 'PERSONNE' end,
                   case when kind in ('ECOUTE','REPIT','FORMATION','GROUPE','INFORMATION','DROITS_AIDANT') then relative end,
                   case when kind in ('ECOUTE','REPIT','FORMATION','GROUPE','INFORMATION','DROITS_AIDANT') then relative_name end,
                   case kind when 'SANS_AVANCE' then 'PASS (fictive)' when 'EQUIPE_MOBILE' then 'Équipe mobile psychiatrie-précarité (fictive)' when 'SECTEUR' then 'CMP (fictif)'
                             when 'ENTRAIDE' then 'Groupe d’entraide mutuelle (fictif)' when 'CONSEIL_LOCAL' then 'Conseil local de santé mentale (fictif)'
                             when 'LANGUE_DES_SIGNES' then 'Service d’interprètes (fictif)' when 'FINANCEMENT' then 'Fonds de secours (fictif)' when 'REPIT' then 'Accueil de jour (fictif)'
                             when 'GROUPE' then 'Café des aidants (fictif)' end,
                   case kind when 'SANS_AVANCE' then 'Bilan et médicaments obtenus sans avance, assistante sociale de la PASS vue.' when 'ACCOMPAGNEMENT' then 'Accompagnée à la consultation, compte rendu expliqué au retour.'
                             when 'LANGUE_DES_SIGNES' then 'Interprète à chaque consultation, réservé dix jours avant.' when 'REPIT' then 'Deux jours par semaine à l’accueil de jour, transport compris.'
                             when 'FINANCEMENT' then 'Dossier monté avec la personne, devis joint.' when 'ECOUTE' then 'Une heure au téléphone, les soirs sont trop lourds.'
                             when 'EQUIPE_MOBILE' then 'Rencontrée au foyer avec l’équipe mobile, rendez-vous accepté.' when 'CONSULTATION' then 'Visite à blanc, puis soins en créneau long.'
                             else 'Démarches faites avec la personne, tenue au courant par téléphone.' end,
                   case when pg_temp.chance(id, 'résultat') < 72 then 'OBTENU' when pg_temp.chance(id, 'résultat') < 90 then 'EN_ATTENTE' else 'NON_OBTENU' end,
                   case when pg_temp.chance(id, 'résultat') >= 90 then (array['Délai de plus de trois mois','Plafond de ressources dépassé','Ne le souhaite plus'])[1 + n %% 3] end,
                   20 + 10 * n, case when theme_code = 'CANCEROLOGIE' then case when doctor then 'INFORME' else 'SANS' end end,
                   case when theme_code = 'CANCEROLOGIE' and not doctor then 'Aucun médecin traitant à informer' end,
                   case when theme_code = 'HANDICAP' then date '%2$s' - 20 + 15 * n end, coordinator, member, (day + time '16:40') at time zone 'Europe/Paris'
              from chosen where day <= date '%2$s';
            """;

    /// Nadège's psychologist is under agreement: three of six sessions took place. The agreement
    /// without an end serves others, half of them relatives.
    private static final String PSYCHOLOGY =
            """
            insert into partners.agreement (network_id, id, ref, name, signed_on, starts_on, ends_on, amount, sessions, scope, noted_by, noted_at)
            select c.network_id, md5('convention de Nadège')::uuid, c.rpps, c.name, date '%2$s' - 220, date '%2$s' - 210, null, 57.50, 8, 'Soutien pendant le traitement', 'Hélène VANDAMME',
                   (date '%2$s' - 220 + time '10:00') at time zone 'Europe/Paris'
              from casefile.care_team c join patient.patient p on p.network_id = c.network_id and p.id = c.patient_id
             where c.network_id = '%1$s' and p.birth_name = 'FLAMENT' and p.given_names = 'Nadège' and c.profession = 'Psychologue' and c.rpps is not null
               and not exists (select 1 from partners.agreement a where a.network_id = c.network_id and a.ref = c.rpps) limit 1;
            insert into help.psychology (network_id, id, patient_id, for_whom, ref, psychologist, granted, starts_on, reason, opened_by, opened_at)
            select c.network_id, md5('soutien de Nadège')::uuid, c.patient_id, 'PERSONNE', c.rpps, c.name, 6, date '%2$s' - 36, 'Épuisement pendant la chimiothérapie', 'Karim BELKACEM',
                   (date '%2$s' - 36 + time '18:00') at time zone 'Europe/Paris'
              from casefile.care_team c join patient.patient p on p.network_id = c.network_id and p.id = c.patient_id
             where c.network_id = '%1$s' and p.birth_name = 'FLAMENT' and p.given_names = 'Nadège' and c.profession = 'Psychologue' and c.rpps is not null limit 1;
            insert into help.psychology (network_id, id, patient_id, for_whom, relative_id, relative_name, ref, psychologist, granted, starts_on, reason, opened_by, opened_at)
            select s.network_id, md5('soutien ' || s.id)::uuid, s.patient_id, case when c.id is null then 'PERSONNE' else 'PROCHE' end, c.id, c.name, a.ref, a.name, 4 + pg_temp.chance(s.id, 'séances', 4),
                   greatest(s.included_on, a.starts_on, date '%2$s' - 40 - pg_temp.chance(s.id, 'soutien quand', 120)), null, m.given_name || ' ' || upper(m.family_name),
                   (date '%2$s' - 20 + time '11:00') at time zone 'Europe/Paris'
              from casefile.support s join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
              join lateral (select a.ref, a.name, a.starts_on from partners.agreement a where a.network_id = s.network_id and a.ends_on is null and a.ended_on is null
                               and a.id <> md5('convention de Nadège')::uuid order by a.starts_on limit 1) a on true
              left join lateral (select c.id, c.name from casefile.care_team c where c.network_id = s.network_id and c.patient_id = s.patient_id and c.role = 'AIDANT_PRINCIPAL' and c.until is null
                                    and pg_temp.chance(s.id, 'proche') < 60 order by c.id limit 1) c on true
             where s.network_id = '%1$s' and s.status = 'ACTIF' and s.theme_code in ('GERONTOLOGIE','SOINS_PALLIATIFS','CANCEROLOGIE') and pg_temp.chance(s.id, 'psychologue') < 4;
            insert into help.session (network_id, id, course_id, on_date, place, state, amount, noted_by, noted_at)
            select c.network_id, md5('séance ' || c.id || k)::uuid, c.id, c.starts_on + 1 + 12 * (k - 1), (array['DOMICILE','DOMICILE','CABINET','VISIO'])[1 + pg_temp.chance(c.id, 'lieu' || k, 4)],
                   case when x.missed then 'ABSENCE' else 'FAITE' end, case when x.missed then 0 else a.amount end, c.opened_by, (c.starts_on + 1 + 12 * (k - 1) + time '18:10') at time zone 'Europe/Paris'
              from help.psychology c join partners.agreement a on a.network_id = c.network_id and a.ref = c.ref
             cross join lateral generate_series(1, case when c.id = md5('soutien de Nadège')::uuid then 3 else c.granted end) as k
             cross join lateral (select c.id <> md5('soutien de Nadège')::uuid and pg_temp.chance(c.id, 'absence' || k) < 15 as missed) x
             where c.network_id = '%1$s' and c.starts_on + 1 + 12 * (k - 1) <= date '%2$s';
            """;

    /// Odette's doctor asked for three things, one of which is answered; another doctor has waited
    /// too long.
    private static final String ASKED =
            """
            insert into help.asked (network_id, id, patient_id, asked_on, asked_by, words, due_on, noted_by, noted_at)
            select p.network_id, md5('appui ' || p.id)::uuid, p.id, date '%2$s' - x.ago, p.mt_name, x.words, date '%2$s' + x.left_days, x.who, (date '%2$s' - x.ago + time '12:05') at time zone 'Europe/Paris'
              from (values ('LEROY', 'Odette', 9, 6, 'Elle retombera si rien ne change chez elle.', 'Claire DUMONT'), ('BENALI', 'Samia', 26, -5, 'Je ne sais plus qui fait quoi.', 'Karim BELKACEM'))
                     as x (name, given, ago, left_days, words, who)
              join patient.patient p on p.network_id = '%1$s' and x.name in (p.birth_name, p.used_name) and p.given_names = x.given and p.mt_name is not null;
            insert into help.asked_item (network_id, asked_id, item, conclusion, concluded_on, concluded_by, noted_by)
            select a.network_id, a.id, i.item, i.conclusion, case when i.conclusion is not null then a.asked_on + 5 end, i.by, case when i.conclusion is not null then a.noted_by end
              from help.asked a join patient.patient p on p.network_id = a.network_id and p.id = a.patient_id
              join (values ('LEROY', 'LOGEMENT', 'Barre d’appui, éclairage de nuit, tapis retirés ; douche à revoir avec le bailleur.', 'Ergothérapeute de l’équipe mobile'),
                           ('LEROY', 'AIDE_DOMICILE', null, null), ('LEROY', 'PROCHES', null, null), ('BENALI', 'SUIVI_GLOBAL', null, null)) as i (name, item, conclusion, by)
                on i.name in (p.birth_name, p.used_name)
             where a.network_id = '%1$s';
            """;

    /// A care that goes on for long, of one plan in twenty-five, was asked about; a third is
    /// answered.
    private static final String RENEWALS =
            """
            insert into help.renewal (network_id, id, patient_id, intervention_id, title, actor_id, actor_name, question, asked_on, due_on, asked_by, asked_member, state, verdict, words, made,
                                      given_on, given_by, noted_by, noted_at)
            select x.network_id, md5('réévaluation ' || x.intervention_id)::uuid, x.patient_id, x.intervention_id, x.title, x.actor_id, x.name, null, date '%2$s' - x.ago, date '%2$s' - x.ago + 15,
                   x.coordinator, x.member, case when x.n < 33 then 'RENDUE' else 'EN_ATTENTE' end, case when x.n < 20 then 'MAINTENIR' when x.n < 33 then 'ADAPTER' end,
                   case when x.n between 20 and 32 then 'Une séance par semaine suffit désormais.' end, case when x.n < 12 then 'AVEC_EQUIPE' when x.n < 33 then 'SEUL' end,
                   case when x.n < 33 then date '%2$s' - x.ago + 6 end, case when x.n < 33 then x.name end, case when x.n < 33 then x.coordinator end,
                   case when x.n < 33 then (date '%2$s' - x.ago + 6 + time '17:00') at time zone 'Europe/Paris' end
              from (select distinct on (i.patient_id) i.network_id, i.patient_id, i.intervention_id, i.title, i.actor_id, c.name, m.id as member, m.given_name || ' ' || upper(m.family_name) as coordinator,
                           8 + pg_temp.chance(i.intervention_id, 'réévaluer quand', 20) as ago, pg_temp.chance(i.intervention_id, 'réévaluer') as n
                      from careplan.intervention_in_force i join casefile.care_team c on c.network_id = i.network_id and c.id = i.actor_id and c.kind = 'PROFESSIONNEL' and c.until is null
                      join casefile.support s on s.network_id = i.network_id and s.patient_id = i.patient_id and s.status = 'ACTIF'
                      join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                     where i.network_id = '%1$s' and i.volet = 'SOINS' and i.starts_on < date '%2$s' - 60 and pg_temp.chance(i.patient_id, 'réévaluation') < 5
                     order by i.patient_id, i.starts_on, i.intervention_id) x;
            """;

    /// The missions that the files say were confirmed, but for Claire's persons and the entries of
    /// the month: she has them to confirm.
    private static final String MISSIONS =
            """
            insert into help.mission (network_id, id, patient_id, support_id, mission, noted_by, noted_at)
            select x.network_id, md5('mission ' || x.support_id || x.mission)::uuid, x.patient_id, x.support_id, x.mission, m.given_name || ' ' || upper(m.family_name),
                   (s.included_on + 21 + time '17:20') at time zone 'Europe/Paris'
              from help.proposed_mission x join casefile.support s on s.network_id = x.network_id and s.id = x.support_id
              join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
             where x.network_id = '%1$s' and s.included_on < date '%2$s' - 30 and (s.status <> 'ACTIF' or m.given_name <> 'Claire');
            """;

    /// Two actions with social partners, one by relays of the population.
    private static final String OUTREACH =
            """
            insert into intake.relay (network_id, id, name, organisation, commune_name, trained_on, left_on, noted_by)
            values ('%1$s', md5('relais 1')::uuid, 'Mme Fatiha Lenoir', 'Centre social (fictif)', 'Somain', date '%2$s' - 420, null, 'Sophie LECLERC'),
                   ('%1$s', md5('relais 2')::uuid, 'M. Georges Dhaussy', 'Club de retraités (fictif)', 'Aniche', date '%2$s' - 420, null, 'Sophie LECLERC'),
                   ('%1$s', md5('relais 3')::uuid, 'Mme Line Carpentier', 'Maison de quartier (fictive)', 'Douai', date '%2$s' - 800, date '%2$s' - 60, 'Sophie LECLERC');
            insert into intake.outreach (network_id, id, kind, held_on, title, commune_name, population, partners, relays, met, noted_by, noted_at)
            values ('%1$s', md5('action 1')::uuid, 'REPERAGE', date '%2$s' - 12, 'Journée santé à l’épicerie solidaire', 'Douai', 'VULNERABILITE', 'CCAS (fictif)' || chr(10) || 'Épicerie solidaire (fictive)', '{}', 64,
                    'Sophie LECLERC', (date '%2$s' - 11 + time '09:30') at time zone 'Europe/Paris'),
                   ('%1$s', md5('action 2')::uuid, 'REPERAGE', date '%2$s' - 75, 'Matinée au foyer d’hébergement', 'Somain', 'HEBERGEMENT', 'Foyer (fictif)', '{}', 21,
                    'Karim BELKACEM', (date '%2$s' - 75 + time '14:00') at time zone 'Europe/Paris'),
                   ('%1$s', md5('action 3')::uuid, 'DEPISTAGE_ORGANISE', date '%2$s' - 40, 'Mars bleu sur le marché', 'Aniche', 'TOUS', null, array[md5('relais 1')::uuid, md5('relais 2')::uuid], 88,
                    'Sophie LECLERC', (date '%2$s' - 40 + time '13:00') at time zone 'Europe/Paris');
            insert into intake.outreach_topic (network_id, outreach_id, topic, screened, found, oriented)
            values ('%1$s', md5('action 1')::uuid, 'DIABETE', 58, 7, 6), ('%1$s', md5('action 1')::uuid, 'RISQUE_CARDIOVASCULAIRE', 61, 14, 9), ('%1$s', md5('action 1')::uuid, 'OBESITE', 44, 16, 7),
                   ('%1$s', md5('action 2')::uuid, 'DIABETE', 19, 4, 3), ('%1$s', md5('action 3')::uuid, 'CANCER_COLORECTAL', 52, 0, 0);
            """;

    private HelpPart() {}

    /// @param network the platform
    static void write(Connection connection, UUID network, LocalDate today) throws SQLException {
        Loader.execute(connection, HospitalPart.CHANCE);
        for (var statement : new String[] {GIVEN, PSYCHOLOGY, ASKED, RENEWALS, MISSIONS, OUTREACH})
            Loader.execute(connection, statement.formatted(network, today));
    }
}
