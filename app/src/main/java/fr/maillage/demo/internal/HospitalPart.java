package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What passes between the hospital and home, in every structure: signals of establishments that
/// opened a watch, what accompaniments are for, readmissions, acute situations handled at home. Who
/// is concerned follows from a digest of their ids: the same seed gives the same rows.
final class HospitalPart {

    /// A number of 0 to 99 that an id always gives, another for another word.
    static final String CHANCE =
            """
            create or replace function pg_temp.chance(id uuid, word text, among int default 100) returns int language sql immutable as
              $$ select (('x' || substr(md5(id::text || word), 1, 7))::bit(28)::int) % among $$;
            """;

    private static final String GOALS =
            """
            update casefile.support s set goal = case
                when exists (select 1 from casefile.stay y where y.network_id = s.network_id and y.patient_id = s.patient_id and y.discharged_on is null) then 'RAD'
                when pg_temp.chance(s.id, 'but') < 12 then 'RAD' when pg_temp.chance(s.id, 'but') < 82 then 'MAD' end
             where s.status = 'ACTIF';
            """;

    /// One return in six is followed by an unplanned stay within the month, while the person is
    /// followed.
    private static final String READMISSIONS =
            """
            with again as (
              select y.network_id, md5('réadmission ' || y.id)::uuid as id, y.patient_id, y.hospital, y.discharged_on + 3 + pg_temp.chance(y.id, 'jour', 25) as admitted_on,
                     y.discharged_on + 5 + pg_temp.chance(y.id, 'jour', 25) + pg_temp.chance(y.id, 'durée', 9) as discharged_on,
                     (array['Chute au lever','Décompensation','Infection respiratoire','Douleur non soulagée','Aidant épuisé, personne seule la nuit'])[1 + pg_temp.chance(y.id, 'motif', 5)] as reason
                from casefile.stay y
               where y.discharged_on is not null and pg_temp.chance(y.id, 'réadmission') < 17
            ), kept as (
              select a.* from again a join patient.patient p on p.network_id = a.network_id and p.id = a.patient_id
               where a.discharged_on < date '%1$s' and p.deceased_on is null
                 and exists (select 1 from casefile.support s where s.network_id = a.network_id and s.patient_id = a.patient_id
                                and s.included_on <= a.admitted_on and (s.closed_on is null or s.closed_on > a.discharged_on))
                 and not exists (select 1 from casefile.stay o where o.network_id = a.network_id and o.patient_id = a.patient_id
                                    and o.admitted_on <= a.discharged_on + 1 and coalesce(o.discharged_on, date '%1$s') >= a.admitted_on)
            ), noted as (
              insert into casefile.stay (network_id, id, patient_id, kind, hospital, reason, admitted_on, discharged_on)
              select network_id, id, patient_id, 'NON_PROGRAMME', hospital, reason, admitted_on, discharged_on from kept returning id)
            insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, detail, author, link, clinical)
            select k.network_id, md5('ligne ' || x.word || k.id)::uuid, k.patient_id, (x.day + time '16:20') at time zone 'Europe/Paris', 'SEJOUR', x.title, k.hospital, null,
                   '/dossiers/' || k.patient_id || '/sejours', true
              from kept k cross join lateral (values ('entrée', k.admitted_on, 'Hospitalisation non programmée, via les urgences'), ('retour', k.discharged_on, 'Retour à domicile')) as x (word, day, title);
            """;

    /// Half of the persons watched at level 0 are so by a signal of an establishment; two signals
    /// wait to be checked.
    private static final String SIGNALS =
            """
            update intake.referral r set channel = 'REPERAGE', motives = '{AUTRE}', asker_quality = 'HOPITAL', asker_rpps = null, asker_function = null,
                   asker_name = (array['Équipe mobile de gériatrie','Service social hospitalier','Urgences, infirmière de coordination'])[1 + pg_temp.chance(r.id, 'qui', 3)],
                   asker_structure = (array['Centre hospitalier (fictif)','Clinique (fictive)','Soins de suite (fictif)'])[1 + pg_temp.chance(r.id, 'où', 3)],
                   signals = x.signals, note = 'Signaux de repérage' || chr(160) || ': ' || array_to_string(x.signals, ', ')
              from casefile.support s cross join lateral (
                     select case pg_temp.chance(s.id, 'signal', 4)
                       when 0 then array['Passages répétés aux urgences','Chutes répétées'] when 1 then array['Fragilité débutante repérée','Isolement, perte d’un proche']
                       when 2 then array['Sortie d’hospitalisation à risque'] else array['Amaigrissement, dénutrition','Aidant épuisé'] end as signals) x
             where s.network_id = r.network_id and s.referral_id = r.id and s.status = 'VEILLE' and s.level = 0 and pg_temp.chance(s.id, 'repérage') < 50;
            insert into intake.arrival (network_id, id, received_at, door, code_hash, fields, urgency)
            select '%2$s', md5('signal attendu ' || x.rank)::uuid, (date '%1$s' - 1 + x.at) at time zone 'Europe/Paris', 'REPERAGE', '',
                   jsonb_build_object('asker', x.asker, 'askerQuality', 'HOPITAL', 'askerStructure', 'Centre hospitalier (fictif)', 'askerPhone', '', 'birthName', x.name, 'givenNames', x.given,
                     'sex', x.sex, 'birthDate', x.birth, 'commune', 'Douai', 'personPhone', '', 'mtName', '', 'motives', jsonb_build_array('AUTRE'), 'ownWords', '', 'relativesWords', '',
                     'note', 'Signaux de repérage' || chr(160) || ': ' || x.signal, 'urgency', 'NORMALE', 'agreement', 'INFORMEE_ACCORD', 'agreementReason', '', 'mt', 'A_PREVENIR',
                     'signals', jsonb_build_array(x.signal)), 'NORMALE'
              from (values (1, time '15:10', 'Équipe mobile de gériatrie', 'LECOCQ', 'Huguette', 'F', '03/11/1938', 'Passages répétés aux urgences'),
                           (2, time '17:45', 'Service social hospitalier', 'MASSART', 'Bernard', 'M', '19/05/1951', 'Sortie d’hospitalisation à risque'))
                     as x (rank, at, asker, name, given, sex, birth, signal);
            """;

    /// One person followed in fifteen had an acute situation handled at home within the year.
    private static final String ACUTE =
            """
            with told as (
              select s.network_id, s.patient_id, md5('aiguë ' || s.id)::uuid as id, date '%1$s' - 2 - pg_temp.chance(s.id, 'quand', 240) as day, pg_temp.chance(s.id, 'récit', 6) as n,
                     p.mt_state = 'DECLARE' as doctor, pg_temp.chance(s.id, 'joint') as joined, m.given_name || ' ' || upper(m.family_name) as coordinator
                from casefile.support s join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
               where s.status = 'ACTIF' and pg_temp.chance(s.id, 'aiguë') < 7 and p.deceased_on is null
                 and s.included_on <= date '%1$s' - 2 - pg_temp.chance(s.id, 'quand', 240)
            ), noted as (
              insert into hospital.acute_support (network_id, id, patient_id, happened_on, kind, asked_by, doctor, doctor_words, situation, answer, means, stay_feared, outcome, noted_at, noted_by)
              select t.network_id, t.id, t.patient_id, t.day, case when t.n = 4 then 'SPECIFIQUE' else 'URGENTE' end,
                     case when t.n in (2, 4) and not t.doctor then 'INFIRMIER' else (array['INFIRMIER','PROCHE','MEDECIN_TRAITANT','AIDE_A_DOMICILE','MEDECIN_TRAITANT','SAMU'])[t.n + 1] end,
                     case when not t.doctor then 'SANS_MT' when t.joined < 60 then 'DECIDE' when t.joined < 88 then 'PREVENU' else 'NON_JOINT' end,
                     case when not t.doctor then null when t.joined < 60 then '« On la garde à la maison, je passe demain. »' when t.joined >= 88 then 'Cabinet fermé, remplaçant appelé.' end,
                     (array['Essoufflée depuis la veille, ne se lève plus.','L’aidant hospitalisé le matin, personne seule dès le soir.','Fièvre sur escarre, pansement à refaire deux fois par jour.',
                            'Ne répond plus au téléphone, volets clos.','Retour de nuit des urgences sans traitement à la maison.','Chute sans gravité, relevée par les secours, peur de rester seule.'])[t.n + 1],
                     (array['HAD sollicitée, évaluation le jour même, oxygène livré.','Hébergement temporaire trouvé en trois appels ; garde de nuit en attendant.','Passages infirmiers doublés pendant dix jours, avis de la HAD par téléphone.',
                            'Visite avec l’aide à domicile, médecin prévenu, repas et chauffage remis.','Pharmacie de garde, passage infirmier à 20 heures, lettre demandée au service.','Garde de nuit deux nuits, téléassistance posée, kinésithérapeute prévenu.'])[t.n + 1],
                     string_to_array((array['HAD,MATERIEL','REPIT,NUIT','INFIRMIER,AVIS','AIDES,CONSULTATION','INFIRMIER,AIDES','NUIT,MATERIEL'])[t.n + 1], ','),
                     t.n <> 3, case when t.n in (0, 3) and t.joined %% 5 = 0 then 'URGENCES' when t.n = 2 and t.joined %% 6 = 0 then 'ENTREE_DIRECTE' else 'DOMICILE' end,
                     (t.day + time '17:30') at time zone 'Europe/Paris', t.coordinator
                from told t returning id)
            insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, detail, author, link, clinical)
            select t.network_id, md5('ligne aiguë ' || t.id)::uuid, t.patient_id, (t.day + time '17:30') at time zone 'Europe/Paris', 'SUIVI',
                   case when t.n = 4 then 'Situation très spécifique' else 'Situation urgente' end, null, t.coordinator, '/dossiers/' || t.patient_id || '/situations-aigues', true
              from told t;
            """;

    private static final String ADDRESSEES =
            """
            insert into casefile.concern_addressee (network_id, id, kind, department, name, phone, email, address, hours, source, checked_on, checked_by)
            select n.id, md5('destinataire ' || n.id || x.rank)::uuid, x.kind, x.department, x.name, x.phone, x.email, x.address, x.hours, 'Coordonnées inventées pour la démonstration',
                   case when x.rank in (1, 3) then date '%1$s' - 40 end, case when x.rank in (1, 3) then 'Maillage' end
              from network.network n cross join (values
                (1, 'CELLULE_DEPARTEMENTALE', '59', 'Cellule départementale du Nord (fictive)', '03 53 01 59 10', 'cellule59@departement.example', '1 rue des Essais, 59000 Lille', 'du lundi au vendredi, 9 h – 17 h'),
                (2, 'CRIP', '59', 'CRIP du Nord (fictive)', '03 53 01 59 20', 'crip59@departement.example', null, null),
                (3, 'PROCUREUR', '59', 'Parquet du tribunal judiciaire de Douai (fictif)', '03 53 01 59 30', 'parquet.douai@justice.example', 'Place des Essais, 59500 Douai', 'permanence jour et nuit'),
                (4, 'PROCUREUR', '59', 'Parquet du tribunal judiciaire de Valenciennes (fictif)', '03 53 01 59 31', null, null, null),
                (5, 'CELLULE_DEPARTEMENTALE', '62', 'Cellule départementale du Pas-de-Calais (fictive)', '03 53 01 62 10', null, null, null),
                (6, 'CRIP', '62', 'CRIP du Pas-de-Calais (fictive)', '03 53 01 62 20', null, null, null),
                (7, 'PROCUREUR', '62', 'Parquet du tribunal judiciaire de Béthune (fictif)', '03 53 01 62 30', null, null, null),
                (8, 'ARS', null, 'ARS, point focal régional des signalements (fictif)', '03 53 01 32 00', 'alerte@ars.example', null, 'jour et nuit'))
                as x (rank, kind, department, name, phone, email, address, hours);
            """;

    private HospitalPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        Loader.execute(connection, CHANCE);
        Loader.execute(connection, READMISSIONS.formatted(today));
        Loader.execute(connection, GOALS);
        Loader.execute(connection, SIGNALS.formatted(today, platform));
        Loader.execute(connection, ACUTE.formatted(today));
        Loader.execute(connection, ADDRESSEES.formatted(today));
    }
}
