package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Meetings of the platform: an RCP to come about three persons, one held last month with what was
/// decided, and an expertise that waits. Elsewhere, what the rule « niveau 3 sans RCP » asks:
/// nearly every situation of level 3 was looked at in a meeting. Made of persons already there.
final class MeetingPart {

    private static final String HELD =
            """
            insert into followup.concertation (network_id, id, patient_id, kind, held_on)
            select network_id, md5('rcp ' || id)::uuid, patient_id, 'RCP', date '%1$s' - (5 + abs(hashtext(id::text)) %% 55)
              from casefile.support where status <> 'CLOS' and level = 3 and abs(hashtext(id::text)) %% 50 <> 7
            """;

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; noon timestamptz := (date '%2$s' - 4 + time '11:30') at time zone 'Europe/Paris';
              ahead timestamptz := (date '%2$s' + 14 + time '14:00') at time zone 'Europe/Paris'; past timestamptz := (date '%2$s' - 27 + time '14:00') at time zone 'Europe/Paris';
              claire network.team_member; doctor network.team_member; odette uuid; coming uuid := md5('rcp a venir')::uuid; held uuid := md5('rcp tenue')::uuid;
              item uuid; p record; n int := 0; questions text[]; task uuid := md5('rcp tache')::uuid; exam uuid := md5('rcp expertise')::uuid;
            begin
              select * into claire from network.team_member where network_id = net and family_name = 'DUMONT' and given_name = 'Claire' limit 1;
              select * into doctor from network.team_member where network_id = net and function = 'DOCTOR' order by id limit 1;
              if claire.id is null or doctor.id is null then return; end if;
              select id into odette from patient.patient where network_id = net and 'LEROY' in (upper(birth_name), upper(used_name)) and given_names ilike '%%Odette%%' order by id limit 1;
              insert into rcp.meeting (network_id, id, kind, status, starts_at, ends_at, mode, place, theme_code, subject, chair_id, secretary_id, created_at, created_by, held_at, held_by)
                values (net, coming, 'RCP', 'PREVUE', ahead, ahead + interval '90 minutes', 'SUR_PLACE', 'Maison de santé (fictive) de Douai, salle 2', 'GERONTOLOGIE', 'gérontologie', doctor.id, claire.id, noon, 'Claire DUMONT', null, null),
                       (net, held, 'RCP', 'TENUE', past, past + interval '60 minutes', 'VISIO', 'https://visio.exemple/rcp-douaisis', null, 'situations complexes', doctor.id, claire.id, past - interval '12 days', 'Claire DUMONT', past + interval '70 minutes', 'Claire DUMONT');
              insert into rcp.participant (network_id, id, meeting_id, kind, member_id, name, profession, invited_at, answer, answered_on, present, minutes)
                select net, md5(m.meeting || t.id::text)::uuid, m.meeting, 'EQUIPE', t.id, t.given_name || ' ' || upper(t.family_name),
                       case t.function when 'DOCTOR' then 'Médecin de l’équipe' else coalesce(t.profile, 'Coordonnateur d’appui') end,
                       noon, 'SUR_PLACE', today - 3, case when m.meeting = held then true end, case when m.meeting = held then 60 end
                  from (values (coming), (held)) as m(meeting) cross join network.team_member t where t.id in (claire.id, doctor.id) and t.network_id = net;
              questions := array['Le maintien à domicile reste-t-il possible, et avec quelles aides la nuit ?', 'Qui coordonne les soins après la prochaine hospitalisation ?', 'Comment soulager l’aidant sans rompre l’équilibre trouvé ?'];
              for p in select s.patient_id, i.deceased_on from casefile.support s join patient.patient i on i.network_id = s.network_id and i.id = s.patient_id
                        where s.network_id = net and s.status = 'ACTIF' and s.level = 3 and s.coordinator_id = claire.id and i.deceased_on is null and s.patient_id is distinct from odette
                        order by s.id limit 4 loop
                n := n + 1;
                item := md5('rcp item ' || n)::uuid;
                insert into rcp.item (network_id, id, meeting_id, patient_id, rank, question, asked_by, asked_name, notes, notes_by, notes_at, seen)
                  values (net, item, case when n <= 2 then coming else held end, p.patient_id, n + 1, questions[1 + n %% 3], claire.id, 'Claire DUMONT',
                          case when n > 2 then 'La situation se dégrade depuis l’hiver. Les passages infirmiers du soir ne suffisent plus. La famille accepte un accueil de jour deux fois par semaine.' else '' end,
                          case when n > 2 then 'Claire DUMONT' end, case when n > 2 then past + interval '50 minutes' end, case when n > 2 then true end);
                insert into rcp.participant (network_id, id, meeting_id, item_id, kind, line_id, account_id, rpps, name, profession, invited_at, answer, answered_on, present, minutes, paid)
                  select net, md5('rcp cercle ' || c.id)::uuid, case when n <= 2 then coming else held end, item, 'CERCLE', c.id, c.account_id, c.rpps, c.name, coalesce(c.profession, 'Intervenant'),
                         noon, case when n > 2 then 'A_DISTANCE' end, case when n > 2 then today - 30 end, case when n > 2 then true end, case when n > 2 then 30 end, case when n > 2 then 45 end
                    from casefile.care_team c where c.network_id = net and c.patient_id = p.patient_id and c.until is null and c.in_care_team and c.kind = 'PROFESSIONNEL' order by c.main desc, c.id limit 1;
                insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, detail, author, link, clinical)
                  values (net, md5('rcp ligne ' || n)::uuid, p.patient_id, case when n > 2 then past + interval '70 minutes' else noon end, 'RCP',
                          case when n > 2 then 'RCP du ' || to_char(today - 27, 'DD/MM/YYYY') || ' : situation examinée' else 'Inscrite à l’ordre du jour de la RCP du ' || to_char(today + 14, 'DD/MM/YYYY') end,
                          null, 'Claire DUMONT', '/rcp/' || case when n <= 2 then coming else held end || '/personnes/' || item, false);
                if n = 3 then
                  insert into followup.task (network_id, id, patient_id, kind, title, due_on, assigned_to, created_at, created_by)
                    values (net, task, p.patient_id, 'TACHE', 'Demander un accueil de jour, deux fois par semaine (RCP)', today + 6, claire.id, past + interval '55 minutes', 'Claire DUMONT');
                  insert into rcp.decision (network_id, id, item_id, patient_id, text, part, becomes, act_type, due_on, assigned_to, decided_by, decided_at, task_id)
                    values (net, md5('rcp d1')::uuid, item, p.patient_id, 'Demander un accueil de jour, deux fois par semaine', 'AIDE', 'TACHE', null, today + 6, claire.id, 'Claire DUMONT', past + interval '55 minutes', task),
                           (net, md5('rcp d2')::uuid, item, p.patient_id, 'Bilan gériatrique en hôpital de jour', 'SOINS', 'INTERVENTION', 'DECISION_RCP', today + 20, null, 'Claire DUMONT', past + interval '56 minutes', null);
                  insert into rcp.sending (network_id, id, item_id, letter_id, recipient, whole, why_not, at, by_name)
                    values (net, md5('rcp envoi')::uuid, item, null, 'Service d’aide à domicile (fictif)', false, 'Rien de ce qui a été décidé ne concerne sa part du plan.', past + interval '80 minutes', 'Claire DUMONT');
                elsif n = 4 then
                  insert into rcp.decision (network_id, id, item_id, patient_id, text, part, becomes, due_on, decided_by, decided_at)
                    values (net, md5('rcp d3')::uuid, item, p.patient_id, 'Poursuivre le suivi actuel, situation à revoir dans trois mois', 'SOINS', 'RIEN', null, 'Claire DUMONT', past + interval '58 minutes');
                end if;
              end loop;
              if odette is not null then
                insert into rcp.item (network_id, id, meeting_id, patient_id, rank, question, asked_by, asked_name)
                  values (net, md5('rcp odette')::uuid, coming, odette, 1, 'Chutes répétées et aidant épuisé : que proposer à M. Leroy pour qu’Odette reste chez elle ?', claire.id, 'Claire DUMONT');
                insert into rcp.expertise (network_id, id, patient_id, addressee_kind, addressee, member_id, question, due_on, asked_at, asked_by, asked_name)
                  values (net, exam, odette, 'MEDECIN_EQUIPE', doctor.given_name || ' ' || upper(doctor.family_name), doctor.id,
                          'Le traitement du soir peut-il expliquer les chutes de la nuit ?', today + 5, noon, claire.id, 'Claire DUMONT');
                insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, detail, author, link, clinical)
                  values (net, md5('rcp ligne odette')::uuid, odette, noon, 'RCP', 'Expertise demandée : ' || doctor.given_name || ' ' || upper(doctor.family_name),
                          'Le traitement du soir peut-il expliquer les chutes de la nuit ?', 'Claire DUMONT', '/expertises/' || exam, true),
                         (net, md5('rcp ligne odette 2')::uuid, odette, noon + interval '3 minutes', 'RCP', 'Inscrite à l’ordre du jour de la RCP du ' || to_char(today + 14, 'DD/MM/YYYY'),
                          null, 'Claire DUMONT', '/rcp/' || coming || '/personnes/' || md5('rcp odette')::uuid, false);
              end if;
              -- the meeting to come stands in the agenda of those who lead it
              insert into agenda.appointment (network_id, id, kind, member_id, starts_at, ends_at, title, commune_name, created_by, page)
                values (net, md5('rcp agenda')::uuid, 'RCP', doctor.id, ahead, ahead + interval '90 minutes', 'gérontologie', 'Maison de santé (fictive) de Douai, salle 2', 'Claire DUMONT', '/rcp/' || coming);
              insert into agenda.participant (network_id, appointment_id, member_id) values (net, md5('rcp agenda')::uuid, claire.id);
              update rcp.meeting set appointment_id = md5('rcp agenda')::uuid where network_id = net and id = coming;
              -- an RCP proposed by a nurse of a circle, amounts adopted, an evaluation paid and one to be paid
              select c.*, s.coordinator_id into p from casefile.care_team c join casefile.support s on s.network_id = c.network_id and s.patient_id = c.patient_id and s.status = 'ACTIF'
               where c.network_id = net and c.account_id is not null and c.kind = 'PROFESSIONNEL' and c.until is null and c.role = 'INTERVENANT' and s.coordinator_id = claire.id order by c.id limit 1;
              if p.id is not null then
                insert into rcp.wish (network_id, id, patient_id, account_id, name, profession, rpps, line_id, question, why, dates, wished_at)
                  values (net, md5('rcp proposee')::uuid, p.patient_id, p.account_id, p.name, coalesce(p.profession, 'Intervenant'), p.rpps, p.id,
                          'Peut-on alléger le traitement du soir ? Il est refusé un jour sur deux.', 'Les passages se terminent en conflit, et sa fille ne dort plus.', 'Mardi ou jeudi, après 14 heures', noon + interval '2 days');
              end if;
              insert into rcp.rate (network_id, id, kind, amount, since, set_by, set_at)
                values (net, md5('tarif rcp')::uuid, 'RCP', 46.00, today - 200, 'Responsable', noon), (net, md5('tarif evaluation')::uuid, 'EVALUATION', 60.00, today - 200, 'Responsable', noon),
                       (net, md5('tarif heure')::uuid, 'HEURE', 38.50, today - 200, 'Responsable', noon);
              insert into rcp.evaluation_fee (network_id, id, name, profession, on_day, amount, settled_on, noted_by, noted_at)
                values (net, md5('forfait 1')::uuid, 'Julie CARLIER', 'Ergothérapeute', today - 40, 60.00, today - 12, 'Claire DUMONT', noon),
                       (net, md5('forfait 2')::uuid, 'Marc DELANNOY', 'Psychologue', today - 9, 60.00, null, 'Claire DUMONT', noon);
            end $$
            """;

    private MeetingPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        Loader.execute(connection, HELD.formatted(today));
        Loader.execute(connection, SCRIPT.formatted(platform, today));
    }
}
