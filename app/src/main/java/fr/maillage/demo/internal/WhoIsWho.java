package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What the pages about who is who show: a pair of files that are likely one person's, a pair that
/// was merged and may be parted again, a couple, a former name, two teams around one person; and
/// requests by other doors. Made of persons already there, so that no list has somebody unknown.
final class WhoIsWho {

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; noon timestamptz := (date '%2$s' - 3 + time '10:20') at time zone 'Europe/Paris';
              head text; a patient.patient; b patient.patient; t record; merged uuid; tray uuid[];
            begin
              select given_name || ' ' || upper(family_name) into head from network.team_member where network_id = net and function = 'HEAD' order by id limit 1;
              -- two files likely of one person: the given name is the same, the name is misspelt
              select p.* into a from patient.patient p join casefile.support s on s.network_id = p.network_id and s.patient_id = p.id and s.status = 'ACTIF'
               where p.network_id = net and length(p.birth_name) > 6 and p.deceased_on is null and p.birth_date is not null order by p.id desc limit 1;
              insert into patient.patient (network_id, id, birth_name, given_names, sex, birth_date, phone, commune_code, commune_name, mt_state, created_at)
                values (net, md5('double ' || a.id)::uuid, overlay(a.birth_name placing '' from 4 for 1), a.given_names, a.sex, a.birth_date, a.phone, a.commune_code, a.commune_name, 'A_DECLARER', noon);
              insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, author)
                values (net, md5('double, vie ' || a.id)::uuid, md5('double ' || a.id)::uuid, noon, 'CONTACT', 'Appel de la pharmacie', head);
              -- two files already merged
              select p.* into a from patient.patient p join casefile.support s on s.network_id = p.network_id and s.patient_id = p.id and s.status = 'ACTIF'
               where p.network_id = net and length(p.birth_name) > 6 and p.deceased_on is null and p.birth_date is not null and p.used_name is null order by p.id desc offset 7 limit 1;
              merged := md5('fusion ' || a.id)::uuid;
              insert into patient.patient (network_id, id, birth_name, given_names, sex, birth_date, phone, commune_code, commune_name, mt_state, created_at)
                values (net, md5('absorbe ' || a.id)::uuid, a.birth_name || 'S', a.given_names, a.sex, a.birth_date, '0321000044', a.commune_code, a.commune_name, 'A_DECLARER', noon - interval '40 days');
              select p.* into b from patient.patient p where p.network_id = net and p.id = md5('absorbe ' || a.id)::uuid;
              insert into patient.merge (network_id, id, survivor_id, absorbed_id, at, by_name, why, choices, survivor_was, absorbed_was, survivor_became)
                values (net, merged, a.id, b.id, noon, head, 'Même carte Vitale, vue à la visite du 28 mai : une faute de frappe à l’accueil.',
                        jsonb_build_array(jsonb_build_object('label', 'Nom de naissance', 'kept', a.birth_name, 'left', b.birth_name, 'fromAbsorbed', false)),
                        to_jsonb(a), to_jsonb(b), to_jsonb(a));
              for t in select * from (values ('patient.consent', 'id'), ('patient.timeline_entry', 'id'), ('casefile.support', 'id'), ('casefile.level_change', 'id'), ('casefile.care_team', 'id'),
                         ('casefile.stay', 'id'), ('casefile.entitlement', 'id'), ('intake.referral', 'id'), ('intake.urgency', 'referral_id'), ('intake.handover', 'id'), ('documents.document', 'id'),
                         ('correspondence.outgoing_message', 'id'), ('assessment.response', 'id'), ('assessment.score', 'response_id'), ('assessment.problem', 'id'), ('careplan.pps', 'id'),
                         ('careplan.intervention', 'pps_id'), ('followup.occurrence', 'id'), ('followup.alert', 'id'), ('followup.task', 'id'), ('followup.contact_patient', 'contact_id'),
                         ('agenda.appointment', 'id')) as x(source, key) loop
                execute format('insert into patient.merged_row (network_id, merge_id, source, key, origin_id) select distinct $1, $2, $3, t.%%I, $4 from %%s t where t.network_id = $1 and t.patient_id = $4', t.key, t.source)
                  using net, merged, t.source, a.id;
              end loop;
              update patient.patient set merged_into = a.id where network_id = net and id = b.id;
              insert into patient.former_name (network_id, id, patient_id, birth_name, given_names, until, merge_id)
                values (net, md5('nom ' || a.id)::uuid, a.id, b.birth_name, b.given_names, noon, merged);
              insert into patient.timeline_entry (network_id, id, patient_id, at, kind, title, author, link)
                values (net, md5('fusion, vie ' || a.id)::uuid, a.id, noon, 'IDENTITE', 'Fiche fusionnée avec une autre fiche de la même personne', head, '/dossiers/' || a.id || '/fusions');
              -- a name of before
              select p.* into a from patient.patient p where p.network_id = net and p.sex = 'F' and p.used_name is not null and p.used_name <> p.birth_name and p.deceased_on is null order by p.id desc limit 1;
              if a.id is not null then
                insert into patient.identity_change (network_id, id, patient_id, at, field, was, became, ground, why, by_name, status_was, status_became)
                  values (net, md5('change ' || a.id)::uuid, a.id, noon, 'used_name', null, a.used_name, 'MARIAGE', 'Livret de famille présenté à l’accueil', head, a.identity_status, a.identity_status);
                insert into patient.former_name (network_id, id, patient_id, birth_name, given_names, until)
                  values (net, md5('ancien ' || a.id)::uuid, a.id, 'MASCAREL', a.given_names, noon);
                insert into patient.identity_change (network_id, id, patient_id, at, field, was, became, ground, why, by_name, status_was, status_became)
                  values (net, md5('change, nom ' || a.id)::uuid, a.id, noon - interval '200 days', 'birth_name', 'MASCAREL', a.birth_name, 'JUGEMENT', 'Acte de naissance rectifié', head, 'QUALIFIEE', 'PROVISOIRE');
              end if;
              -- the couple, linked from both sides
              for t in select p.network_id, p.id as one, q.id as other from patient.patient p join patient.patient q on q.network_id = p.network_id and q.id <> p.id
                        where 'VASSEUR' in (p.birth_name, p.used_name) and 'VASSEUR' in (q.birth_name, q.used_name)
                          and p.given_names in ('Paul', 'Renée') and q.given_names in ('Paul', 'Renée') and p.given_names <> q.given_names loop
                insert into patient.family_link (network_id, id, link_id, patient_id, other_id, relation, household, since, by_name)
                  values (t.network_id, md5('lien ' || t.one)::uuid, md5('lien ' || least(t.one, t.other))::uuid, t.one, t.other, 'CONJOINT', true, noon, head) on conflict do nothing;
              end loop;
              -- another team around Odette Leroy
              insert into casefile.support_team (network_id, id, support_id, coordinator_id, since, why, added_by)
                select s.network_id, md5('equipe ' || s.id)::uuid, s.id,
                       (select m.id from network.team_member m where m.network_id = s.network_id and m.function = 'COORDINATOR' and m.id <> s.coordinator_id order by m.id limit 1),
                       today - 20, 'Antenne de Somain, pour les visites', head
                  from casefile.support s join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                 where p.birth_name = 'LEROY' and p.given_names like 'Odette%%' and s.status <> 'CLOS' and s.coordinator_id is not null;
              -- requests by other doors, of those that stand on the board first
              update intake.referral r set channel = v.door, external_ref = v.reference
                from (values ('VIATRAJECTOIRE', 'VT-2026-001842', 1), ('PAPIER', null, 2)) as v(door, reference, rank),
                     (select id, row_number() over (order by status in ('A_ANALYSER', 'EN_ATTENTE') desc, channel = 'COURRIEL' desc, received_at desc, id) as rank
                        from intake.referral where network_id = net and channel in ('COURRIEL', 'TELEPHONE') and asker_quality not in ('HOPITAL', 'PROCHE')) c
               where c.rank = v.rank and r.network_id = net and r.id = c.id;
              update intake.referral r set channel = 'FORMULAIRE'
                from (select id from intake.referral where network_id = net and asker_quality in ('HOPITAL', 'PROCHE') and channel = 'TELEPHONE' and status <> 'A_ANALYSER' order by status = 'EN_ATTENTE' desc, received_at desc, id limit 1) c
               where r.network_id = net and r.id = c.id;
              select coalesce(array_agg(id), '{}') into tray from (select id from documents.document where network_id = net and patient_id is null order by deposited_at, id limit 1) d;
              insert into intake.arrival (network_id, id, received_at, door, code_hash, fields, urgency, documents) values
                (net, md5('arrivee 1 ' || net)::uuid, (today + time '07:50') at time zone 'Europe/Paris', 'FORMULAIRE', sha256('DEMODEMO'),
                 '{"asker": "Mme Delphine ROSE", "askerQuality": "HOPITAL", "askerStructure": "Service social, centre hospitalier (fictif)", "askerPhone": "0327940011", "birthName": "PRUVOST", "givenNames": "Lucienne", "sex": "F", "birthDate": "03/09/1938", "commune": "Douai (59500)", "personPhone": "", "mtName": "", "motives": ["RETOUR_DOMICILE", "AIDANT_EPUISE"], "ownWords": "", "relativesWords": "", "note": "Sortie prévue jeudi, vit avec sa sœur.", "urgency": "RAPIDE", "agreement": "INFORMEE_ACCORD", "agreementReason": "", "mt": "A_PREVENIR"}', 'RAPIDE', tray),
                (net, md5('arrivee 2 ' || net)::uuid, (today - 1 + time '17:05') at time zone 'Europe/Paris', 'FORMULAIRE', sha256('DEMODEMP'),
                 '{"asker": "Dr (à vérifier)", "askerQuality": "MEDECIN", "askerStructure": "", "askerPhone": "0600000000", "birthName": "HOCQUET", "givenNames": "Gérard", "sex": "M", "birthDate": "", "commune": "Somain (59490)", "personPhone": "", "mtName": "", "motives": ["ISOLEMENT_PRECARITE"], "ownWords": "", "relativesWords": "", "note": "", "urgency": "NORMALE", "agreement": "A_CONFIRMER", "agreementReason": "", "mt": "A_PREVENIR"}', 'NORMALE', '{}');
            end $$
            """;

    private WhoIsWho() {}

    /// Writes them into `platform`, on the owner's connection while policies are not forced.
    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SCRIPT.formatted(platform, today));
        }
    }
}
