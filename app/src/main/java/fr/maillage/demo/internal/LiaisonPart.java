package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What those around a person and the colleagues of a team leave one another: Odette's notebook and
/// a point de coordination, consignes, a permanence handed over, a word in yesterday's report; who
/// called and why, told apart. Written after the persons and the agenda.
final class LiaisonPart {

    /// What the free words of the lives say, as a code.
    private static final String CODED =
            """
            update followup.contact set
              caller = case when who_quality is null then null when who_quality ilike '%%traitant%%' then 'MEDECIN_TRAITANT' when who_quality ilike '%%infirm%%' then 'INFIRMIER'
                when who_quality ilike '%%médecin%%' then 'MEDECIN' when who_quality ~* '(fils|fille|épou|mari|conjoint|mère|père|sœur|frère|nièce|aidant|voisin|proche)' then 'PROCHE'
                when who_quality ~* '(elle-même|lui-même|personne|usager|patient)' then 'PERSONNE' when who_quality ~* '(hôpital|hospital|clinique|urgences)' then 'HOPITAL'
                when who_quality ~* 'social' then 'SOCIAL' when who_quality ~* '(mairie|ccas)' then 'MAIRIE' when who_quality ~* 'bailleur' then 'BAILLEUR' else 'AUTRE_SOIGNANT' end,
              motive = (array['MAINTIEN_DOMICILE', 'AIDANT_EPUISE', 'RETOUR_DOMICILE', 'RUPTURE_SOINS', 'ACCES_DROITS', 'CONSEIL', 'MAINTIEN_DOMICILE', 'HOSPITALISATIONS', 'ISOLEMENT_PRECARITE', null])
                [1 + abs(hashtext(id::text)) %% 10]
             where network_id = '%1$s' and at > timestamptz '%2$s 00:00 Europe/Paris' - interval '1 year'
            """;

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; claire network.team_member; karim network.team_member; odette uuid; nurse record; daughter record; duty uuid := md5('permanence passée')::uuid;
              question uuid := md5('cahier question')::uuid; point uuid := md5('point odette')::uuid; task uuid := md5('point tache')::uuid; night uuid := md5('appel de nuit')::uuid;
              evening timestamptz := (date '%2$s' - 1 + time '17:30') at time zone 'Europe/Paris';
            begin
              select * into claire from network.team_member where network_id = net and family_name = 'DUMONT' limit 1;
              select * into karim from network.team_member where network_id = net and family_name = 'BELKACEM' limit 1;
              if claire.id is null or karim.id is null then return; end if;
              insert into agenda.on_call (network_id, id, member_id, starts_at, ends_at, forward_to, noted_by, noted_at)
                values (net, duty, karim.id, evening, evening + interval '15 hours 30 minutes', '06 39 98 00 02', 'Hélène VANDAMME', evening - interval '9 days');
              insert into followup.contact (network_id, id, at, channel, direction, who, who_quality, reached, reason, note, decided, minutes, author_id, author_name, caller, motive)
                values (net, night, evening + interval '3 hours', 'TELEPHONE', 'ENTRANT', 'M. Leroy', 'Époux', 'JOINT', 'sa femme s’est levée trois fois', 'Pas de chute. Rassuré, le 15 rappelé en cas de besoin.',
                        'Appel de Claire demain matin', 12, karim.account_id, 'Karim BELKACEM', 'PROCHE', 'AIDANT_EPUISE'),
                       (net, md5('appel de nuit 2')::uuid, evening + interval '14 hours', 'TELEPHONE', 'SORTANT', 'SSIAD de Douai (fictif)', 'SSIAD', 'PAS_DE_REPONSE', 'passage avancé', null, null, 3,
                        karim.account_id, 'Karim BELKACEM', 'MEDICO_SOCIAL', 'MAINTIEN_DOMICILE');
              insert into followup.on_call_handover (network_id, on_call_id, remark, clinical, handed_at, handed_name)
                values (net, duty, 'Nuit calme. Rappeler M. Leroy ce matin, et le SSIAD qui n’a pas répondu.', false, evening + interval '14 hours 50 minutes', 'Karim BELKACEM');
              insert into followup.day_remark (network_id, id, day, words, clinical, by_name, at)
                values (net, md5('remarque')::uuid, today - 1, 'Le standard a été coupé de 10 h à 10 h 40 : des appels ont pu se perdre.', false, 'Sophie LECLERC', evening);
              insert into followup.consigne (network_id, id, words, clinical, for_day, to_member, made_at, made_by, made_name)
                values (net, md5('consigne 1')::uuid, 'Le livreur du lit médicalisé rappelle vers 11 h : noter son créneau.', false, today, null, evening - interval '1 hour', null, 'Sophie LECLERC'),
                       (net, md5('consigne 2')::uuid, 'Commander des formulaires APA, il n’en reste que trois.', false, today, null, evening - interval '2 hours', claire.id, 'Claire DUMONT');
              select id into odette from patient.patient where network_id = net and 'LEROY' in (upper(birth_name), upper(used_name)) and given_names ilike '%%Odette%%' order by id limit 1;
              if odette is null then return; end if;
              insert into followup.contact_patient (network_id, contact_id, patient_id, at) values (net, night, odette, evening + interval '3 hours');
              insert into followup.consigne (network_id, id, patient_id, on_call_id, words, clinical, for_day, to_member, made_at, made_by, made_name)
                values (net, md5('consigne 3')::uuid, odette, duty, 'Rappeler M. Leroy avant 10 h : trois levers cette nuit, il est à bout.', true, today, claire.id, evening + interval '14 hours 40 minutes', karim.id, 'Karim BELKACEM');
              select name, account_id, coalesce(profession, 'Infirmière') as quality into nurse from casefile.care_team where network_id = net and patient_id = odette and kind = 'PROFESSIONNEL'
                and until is null and 'SOINS' = any (parts) order by account_id is null, main desc, id limit 1;
              select name, account_id, coalesce(relation, 'Fille') as quality into daughter from casefile.care_team where network_id = net and patient_id = odette and kind = 'PROCHE'
                order by account_id is null, main desc, id limit 1;
              insert into followup.liaison_entry (network_id, id, patient_id, at, kind, answers, part, for_person, words, significant, author_id, author_name, author_quality)
                values (net, md5('cahier 1')::uuid, odette, evening - interval '6 days', 'TRANSMISSION', null, 'SOINS', true, 'Tension 14/8. Un bleu à la hanche droite, elle ne se souvient pas d’être tombée.', true,
                        nurse.account_id, coalesce(nurse.name, 'Infirmière du cercle'), coalesce(nurse.quality, 'Infirmière')),
                       (net, question, odette, evening - interval '4 days', 'QUESTION', null, 'TACHES', true, 'Papa ne dort plus. Existe-t-il quelqu’un qui puisse venir la nuit, même une fois par semaine ?', false,
                        daughter.account_id, coalesce(daughter.name, 'Sa fille'), initcap(coalesce(daughter.quality, 'Fille'))),
                       (net, md5('cahier 3')::uuid, odette, evening - interval '3 days', 'REPONSE', question, 'TACHES', true, 'Oui : une garde de nuit peut être demandée avec l’APA. J’appelle lundi pour remplir la demande avec vous.', false,
                        claire.account_id, 'Claire DUMONT', 'Équipe d’appui'),
                       (net, md5('cahier 4')::uuid, odette, evening - interval '1 day', 'QUESTION', null, 'SOINS', true, 'Faut-il continuer le somnifère du soir, elle se lève encore trois fois ?', false,
                        nurse.account_id, coalesce(nurse.name, 'Infirmière du cercle'), coalesce(nurse.quality, 'Infirmière'));
              if nurse.account_id is not null then
                insert into followup.liaison_read (network_id, entry_id, account_id, reader_name, at) values (net, md5('cahier 3')::uuid, nurse.account_id, nurse.name, evening - interval '2 days');
              end if;
              insert into followup.task (network_id, id, patient_id, kind, title, due_on, assigned_to, created_at, created_by)
                values (net, task, odette, 'TACHE', 'Demander une garde de nuit avec l’APA', today + 3, claire.id, evening - interval '3 days', 'Claire DUMONT');
              insert into followup.coordination_point (network_id, id, patient_id, held_at, mode, subject, said, minutes, recorded_at, recorded_by)
                values (net, point, odette, evening - interval '3 days', 'TELEPHONE', 'Les nuits de M. et Mme Leroy', 'L’infirmière voit M. Leroy épuisé. La fille peut venir le samedi.', 20, evening - interval '3 days', 'Claire DUMONT');
              insert into followup.coordination_participant (network_id, id, point_id, name, quality)
                values (net, md5('point p1')::uuid, point, coalesce(nurse.name, 'Infirmière du cercle'), coalesce(nurse.quality, 'Infirmière')),
                       (net, md5('point p2')::uuid, point, coalesce(daughter.name, 'Sa fille'), initcap(coalesce(daughter.quality, 'Fille')));
              insert into followup.coordination_decision (network_id, id, point_id, rank, words, task_id)
                values (net, md5('point d1')::uuid, point, 0, 'Demander une garde de nuit avec l’APA', task), (net, md5('point d2')::uuid, point, 1, 'La fille reste le samedi', null);
              insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, detail, author, link, clinical)
                values (net, md5('point ligne')::uuid, odette, evening - interval '3 days', 'CONTACT', 'Point de coordination par téléphone, 2 interlocuteurs', 'Les nuits de M. et Mme Leroy', 'Claire DUMONT',
                        '/dossiers/' || odette || '/points', true);
            end $$
            """;

    private LiaisonPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        Loader.execute(connection, CODED.formatted(platform, today));
        Loader.execute(connection, SCRIPT.formatted(platform, today));
    }
}
