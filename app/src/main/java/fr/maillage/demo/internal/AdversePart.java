package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Adverse events of the platform: Jean Wiart readmitted nine days after his discharge, analysed
/// and corrected; others of the year in every state; one to be declared to the agency. The rest is
/// proposed by the application itself.
final class AdversePart {

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; claire network.team_member; head network.team_member; p record; n int := 1; e uuid; t uuid;
              types text[] := array['HOSPITALISATION','RUPTURE','INCIDENT','SORTIE_PATIENT','ACCIDENT','HOSPITALISATION','RUPTURE','INCIDENT'];
              levels text[] := array['MAJEURE','SIGNIFICATIVE','MINEURE','MINEURE','SIGNIFICATIVE','MAJEURE','SIGNIFICATIVE',null];
              words text[] := array['Passage aux urgences un dimanche soir : personne n’avait de consigne pour la nuit.', 'Kinésithérapie arrêtée trois semaines : le cabinet a fermé sans prévenir.',
                'La lettre de sortie est arrivée à l’ancienne adresse du médecin traitant.', 'La personne ne souhaite plus de passage : trop d’intervenants différents.',
                'Chute dans la salle de bain, barre d’appui commandée mais pas posée.', 'Décompensation après dix jours sans pesée notée.', 'Aide à domicile sans remplaçante pendant les congés.',
                'Deux plannings différents chez la personne le même matin.'];
            begin
              select * into claire from network.team_member where network_id = net and family_name = 'DUMONT' and given_name = 'Claire' limit 1;
              select * into head from network.team_member where network_id = net and function = 'HEAD' order by id limit 1;
              if claire.id is null or head.id is null then return; end if;
              for p in select distinct on (s.patient_id) s.patient_id from casefile.support s join patient.patient i on i.network_id = s.network_id and i.id = s.patient_id
                        where s.network_id = net and s.status = 'ACTIF' and s.coordinator_id = claire.id and i.deceased_on is null
                        order by s.patient_id limit 8 loop
                e := md5('evenement ' || n)::uuid;
                insert into adverse.event (network_id, id, year, rank, type, gravity, happened_on, patient_id, circumstances, declared_at, declared_by, declarer,
                                           families, causes, method, analysed_on, analysed_by, closed_at, closed_by, closed_words)
                  values (net, e, extract(year from today), n, types[n], levels[n], today - 150 + n * 17, p.patient_id, words[n], (today - 149 + n * 17 + time '09:40') at time zone 'Europe/Paris',
                          case when n %% 4 <> 0 then claire.account_id end, case when n %% 4 <> 0 then 'Claire DUMONT' end,
                          case when n <= 4 then array['EQUIPE','ORGANISATION'] else '{}' end, case when n <= 4 then 'L’information existait, mais n’a pas été transmise à qui en avait besoin.' end,
                          case when n <= 4 then 'GRILLE' end, case when n <= 4 then today - 130 + n * 17 end, case when n <= 4 then 'Équipe de coordination' end,
                          case when n <= 3 then (today - 60 + n * 3 + time '16:10') at time zone 'Europe/Paris' end, case when n <= 3 then head.given_name || ' ' || upper(head.family_name) end,
                          case when n <= 3 then 'Revu en équipe ; la mesure est entrée dans les habitudes.' end);
                if n <= 4 then
                  t := md5('evenement tache ' || n)::uuid;
                  insert into followup.task (network_id, id, kind, title, due_on, assigned_to, created_at, created_by, done_at, done_by, outcome)
                    values (net, t, 'TACHE', 'Action corrective (événement indésirable ' || extract(year from today) || '-' || lpad(n::text, 3, '0') || ')', today - 100 + n * 27, claire.id,
                            (today - 130 + n * 17 + time '10:00') at time zone 'Europe/Paris', 'Maillage',
                            case when n < 4 then (today - 105 + n * 15 + time '11:00') at time zone 'Europe/Paris' end, case when n < 4 then 'Claire DUMONT' end, case when n < 4 then 'Faite' end);
                  insert into adverse.action (network_id, id, event_id, title, owner_id, due_on, state, task_id, ended_on, ended_by, effect, evaluated_on, evaluated_by, evaluation)
                    values (net, md5('evenement action ' || n)::uuid, e, (array['Fiche de consignes pour la nuit, affichée chez la personne','Liste de cabinets de relais par canton','Vérifier l’adresse du médecin à chaque inclusion','Un seul intervenant référent par semaine'])[n],
                            claire.id, today - 100 + n * 27, case when n < 4 then 'FAITE' else 'A_FAIRE' end, t, case when n < 4 then today - 105 + n * 15 end, case when n < 4 then 'Claire DUMONT' end,
                            case n when 1 then 'EFFICACE' when 2 then 'EN_PARTIE' when 3 then 'EFFICACE' end, case when n < 4 then today - 70 + n * 3 end,
                            case when n < 4 then head.given_name || ' ' || upper(head.family_name) end, case when n < 4 then 'Aucun événement de ce genre depuis, chez les personnes concernées.' end);
                end if;
                n := n + 1;
              end loop;
              -- grave, to be declared: the first part is noted, the second is awaited
              insert into adverse.event (network_id, id, year, rank, type, gravity, consequence, unexpected, happened_on, circumstances, immediate, declared_at, ars_on, ars_number)
                values (net, md5('evenement eigs')::uuid, extract(year from today), n, 'ACCIDENT', 'CRITIQUE', 'PRONOSTIC_VITAL', true, today - 20,
                        'Surdosage après deux renouvellements du même traitement par deux prescripteurs.', 'Transfert par le SAMU ; la personne est rentrée depuis.',
                        (today - 19 + time '18:20') at time zone 'Europe/Paris', today - 19, 'FICTIF-2026-0519');
            end $$
            """;

    /// In whichever structure follows him.
    private static final String JEAN =
            """
            do $$
            declare
              today date := date '%1$s'; jean record; e uuid := md5('evenement jean')::uuid; t uuid := md5('evenement tache jean')::uuid;
            begin
              select s.network_id, s.patient_id, s.id as stay, s.admitted_on, m.id as member, m.account_id, m.given_name || ' ' || upper(m.family_name) as name into jean
                from casefile.stay s join patient.patient i on i.network_id = s.network_id and i.id = s.patient_id
                join casefile.support f on f.network_id = s.network_id and f.patient_id = s.patient_id and f.status <> 'CLOS'
                join network.team_member m on m.network_id = f.network_id and m.id = f.coordinator_id
               where 'WIART' in (i.birth_name, i.used_name) and i.given_names = 'Jean' and s.kind = 'NON_PROGRAMME' order by s.admitted_on desc limit 1;
              if jean.patient_id is null then return; end if;
              insert into adverse.event (network_id, id, year, rank, type, gravity, happened_on, patient_id, circumstances, immediate, declared_at, declared_by, declarer,
                                         families, causes, method, analysed_on, analysed_by)
                values (jean.network_id, e, extract(year from today), (select coalesce(max(rank), 0) + 1 from adverse.event where network_id = jean.network_id), 'HOSPITALISATION', 'MAJEURE',
                        jean.admitted_on, jean.patient_id,
                        'Réadmission à J+9 d’une sortie la veille d’un jour férié. La visite des 48 heures n’a pas eu lieu.', 'Alertes mises en pause ; fille prévenue ; lien pris avec le service.',
                        (jean.admitted_on + 1 + time '09:05') at time zone 'Europe/Paris', jean.account_id, case when jean.account_id is not null then jean.name end, array['ORGANISATION','CONDITIONS'],
                        'Sortie annoncée la veille au soir, bureau fermé le lendemain : personne n’était chargé de la visite des 48 heures.', 'CREX', today - 4, 'Équipe de coordination et cardiologie');
              insert into followup.task (network_id, id, kind, title, due_on, assigned_to, created_at, created_by)
                values (jean.network_id, t, 'TACHE', 'Action corrective (événement indésirable ' || (select year || '-' || lpad(rank::text, 3, '0') from adverse.event where network_id = jean.network_id and id = e) || ')',
                        today + 9, jean.member, (today - 4 + time '15:00') at time zone 'Europe/Paris', 'Maillage');
              insert into adverse.action (network_id, id, event_id, title, owner_id, due_on, task_id)
                values (jean.network_id, md5('evenement action jean')::uuid, e, 'Permanence nommée pour les sorties de veille de jour férié', jean.member, today + 9, t);
              insert into adverse.proposal (network_id, id, cause, source_id, patient_id, happened_on, words, found_at, event_id, decided_at, decided_by)
                values (jean.network_id, md5('evenement propose jean')::uuid, 'SEJOUR', jean.stay, jean.patient_id, jean.admitted_on, 'hôpital', (jean.admitted_on + 1 + time '06:00') at time zone 'Europe/Paris',
                        e, (jean.admitted_on + 1 + time '09:05') at time zone 'Europe/Paris', jean.name);
            end $$
            """;

    private AdversePart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        Loader.execute(connection, SCRIPT.formatted(platform, today));
        Loader.execute(connection, JEAN.formatted(today));
    }
}
