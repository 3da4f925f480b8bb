package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Skills and diplomas of the professionals, and what the page of the national files shows:
/// editions taken, refused and why, lines left out, who came, left and moved; the operator who
/// loads them; and a professional of several circles who left at the last edition, with the tasks
/// it made. People and numbers are those of the demonstration.
final class EditionPart {

    private static final String SCRIPT =
            """
            do $$
            declare
              today date := date '%2$s'; who text := 'Rachid AMRANI'; who_id uuid := md5('exploitant')::uuid; e_first uuid := md5('édition 1')::uuid; e_last uuid := md5('édition 2')::uuid;
              many bigint; left_one text; left_name text; loaded timestamptz := (date '%2$s' - 1 + time '21:12') at time zone 'Europe/Paris';
            begin
              insert into access.account (id, login, password_hash, display_name, demonstration, demonstration_note, created_at)
                select who_id, 'rachid.amrani', password_hash, who, true, 'Exploite l’installation : fichiers nationaux, sauvegardes ; aucun dossier', created_at
                  from access.account where login = 'marc.hennion';
              insert into access.membership (id, account_id, role, network_id, since) values (md5('exploitant, droit')::uuid, who_id, 'ADMIN', '%1$s', today - 365);

              -- skills and diplomas, by profession and rank
              insert into directory.term (kind, code, label) values
                ('TYPE_SAVOIR_FAIRE', 'S', 'Spécialité ordinale'), ('TYPE_SAVOIR_FAIRE', 'CAPA', 'Capacité de médecine'), ('TYPE_SAVOIR_FAIRE', 'PA', 'Pratique avancée'),
                ('SAVOIR_FAIRE', 'MG', 'Médecine générale'), ('SAVOIR_FAIRE', 'CAPA-G', 'Gérontologie'), ('SAVOIR_FAIRE', 'CAPA-D', 'Algologie'), ('SAVOIR_FAIRE', 'IPA-C', 'Néphrologie et dialyse'),
                ('TYPE_DIPLOME', 'DE', 'Diplôme d’État français'), ('TYPE_DIPLOME', 'DIU', 'Diplôme interuniversitaire'), ('TYPE_DIPLOME', 'DU', 'Diplôme universitaire'),
                ('AUTORISATION', 'AM', 'Autorisation ministérielle d’exercice'), ('DISCIPLINE', 'MED', 'Médecine') on conflict do nothing;
              insert into directory.term (kind, code, label) select 'DIPLOME', v.code, v.label from (values ('D-MED', 'Docteur en médecine'), ('D-INF', 'Infirmier'), ('D-KIN', 'Masseur-kinésithérapeute'), ('D-PHA', 'Docteur en pharmacie'),
                ('D-PSY', 'Psychologue'), ('D-ORT', 'Orthophoniste'), ('D-ERG', 'Ergothérapeute'), ('D-SF', 'Sage-femme'), ('D-POD', 'Pédicure-podologue'), ('D-DIE', 'Diététicien'),
                ('D-PAL', 'Soins palliatifs et accompagnement'), ('D-PLA', 'Plaies et cicatrisation'), ('D-ALZ', 'Maladie d’Alzheimer et troubles apparentés')) v(code, label) on conflict do nothing;
              insert into directory.expertise (pp_id, profession_code, expertise_type, expertise)
                select distinct a.pp_id, '10', 'S', coalesce(a.expertise, 'MG') from directory.activity a where a.profession like 'MEDECIN%%'
                union select a.pp_id, '10', 'CAPA', case when hashtext(a.pp_id) %% 2 = 0 then 'CAPA-G' else 'CAPA-D' end from directory.activity a where a.profession = 'MEDECIN_GENERALISTE' and abs(hashtext(a.pp_id)) %% 5 = 1
                union select a.pp_id, '60', 'PA', 'IPA-C' from directory.activity a where a.profession = 'INFIRMIER' and abs(hashtext(a.pp_id)) %% 13 = 2;
              insert into directory.diploma (pp_id, diploma_type, diploma, authorisation, discipline)
                select distinct a.pp_id, 'DE', v.code, '', '' from directory.activity a
                  join (values ('MEDECIN_GENERALISTE', 'D-MED'), ('MEDECIN_SPECIALISTE', 'D-MED'), ('INFIRMIER', 'D-INF'), ('MASSEUR_KINE', 'D-KIN'), ('PHARMACIEN', 'D-PHA'), ('PSYCHOLOGUE', 'D-PSY'), ('ORTHOPHONISTE', 'D-ORT'),
                               ('ERGOTHERAPEUTE', 'D-ERG'), ('SAGE_FEMME', 'D-SF'), ('PEDICURE_PODOLOGUE', 'D-POD'), ('DIETETICIEN', 'D-DIE')) v(profession, code) on v.profession = a.profession
                union select a.pp_id, 'DIU', 'D-PAL', '', '' from directory.activity a where a.profession in ('MEDECIN_GENERALISTE', 'INFIRMIER') and abs(hashtext(a.pp_id)) %% 7 = 3
                union select a.pp_id, 'DU', 'D-PLA', '', '' from directory.activity a where a.profession = 'INFIRMIER' and abs(hashtext(a.pp_id)) %% 6 = 4
                union select a.pp_id, '', '', 'AM', 'MED' from directory.activity a where a.profession = 'MEDECIN_SPECIALISTE' and abs(hashtext(a.pp_id)) %% 19 = 5;

              -- somebody of several circles, whom no other part names
              select c.rpps, min(c.name) into left_one, left_name from casefile.care_team c
                join casefile.support s on s.network_id = c.network_id and s.patient_id = c.patient_id and s.status = 'ACTIF'
               where c.role = 'INTERVENANT' and c.rpps is not null and c.account_id is null and c.until is null
                 and c.rpps not in (select a.rpps from access.account a where a.rpps is not null)
               group by c.rpps having count(distinct c.patient_id) between 1 and 2 and count(distinct c.network_id) = 1 order by c.rpps limit 1;
              update directory.name n set people = n.people - 1 from directory.activity a
               where a.pp_id = left_one and (n.kind = 'f' and n.key = a.family_key or n.kind = 'g' and n.key = a.given_key);
              delete from directory.activity where pp_id = left_one;
              select count(*) into many from directory.activity;

              insert into directory.edition (id, source, file_name, state, begun_at, ended_at, author, bytes, lines, before, added, removed, held, wrong, warned, why, why_detail, told_at) values
                (e_first, 'PERSONNES', 'PS_LibreAcces_Personne_activite_202604260734.zip', 'FAITE', (today - 36 + time '21:04') at time zone 'Europe/Paris', (today - 36 + time '21:05') at time zone 'Europe/Paris',
                 who, many * 520, many - 5, 0, many - 5, 0, many - 5, 0, 2, null, null, loaded),
                (md5('édition refusée 1')::uuid, 'PERSONNES', 'PS_LibreAcces_Personne_activite_202605240735.txt', 'REFUSEE', (today - 8 + time '20:58') at time zone 'Europe/Paris', (today - 8 + time '20:58') at time zone 'Europe/Paris',
                 who, many * 300, many * 6 / 10, many - 5, 0, 0, null, 0, 0, 'SHRUNK', (many * 6 / 10) || ' ' || many, null),
                (md5('édition refusée 2')::uuid, 'FINESS', 'etalab-cs1100502-stock-20260504-0338.zip', 'REFUSEE', (today - 8 + time '21:20') at time zone 'Europe/Paris', (today - 8 + time '21:20') at time zone 'Europe/Paris',
                 who, 0, 0, 0, 0, 0, null, 0, 0, 'CUT', 'etalab-cs1100502-stock-20260504-0338.zip', null),
                (e_last, 'PERSONNES', 'PS_LibreAcces_Personne_activite_202605310734.zip', 'FAITE', loaded - interval '40 seconds', loaded, who, many * 520, many + 4, many - 5, 17, 12, many, 4, 3, null, null, loaded);
              insert into directory.edition (id, source, file_name, state, begun_at, ended_at, author, lines, before, added, removed, held, told_at)
                select md5('édition ' || v.source)::uuid, v.source, v.file, 'FAITE', loaded + v.after, loaded + v.after + interval '9 seconds', who, v.held, 0, v.held, 0, v.held, loaded
                  from (values ('SAVOIR_FAIRE', 'PS_LibreAcces_SavoirFaire_202605310734.zip', interval '1 minute', (select count(*) from directory.expertise)),
                               ('DIPLOMES', 'PS_LibreAcces_Dipl_AutExerc_202605310734.zip', interval '2 minutes', (select count(*) from directory.diploma)),
                               ('MSSANTE', 'Extraction_Correspondance_MSSante_202605310810.txt', interval '3 minutes', (select count(*) from directory.mailbox)),
                               ('FINESS', 'etalab-cs1100502-stock-20260528-0339.csv', interval '4 minutes', (select count(*) from directory.organization)),
                               ('ROR', 'ror-20260530.json', interval '5 minutes', (select count(*) from directory.offer))) v(source, file, after, held);
              insert into directory.edition_count (edition_id, reason, lines) values
                (e_first, 'COMMUNE', 2), (e_last, 'COLUMNS', 1), (e_last, 'IDENTIFIER', 1), (e_last, 'TWICE', 2), (e_last, 'RPPS_KEY', 2), (e_last, 'COMMUNE', 1);
              insert into directory.edition_fault (edition_id, rank, line, reason, detail) values
                (e_first, 0, null, 'COMMUNE', '59999'),
                (e_last, 0, 118, 'COLUMNS', '41'), (e_last, 1, 203, 'IDENTIFIER', null), (e_last, 2, 377, 'TWICE', null), (e_last, 3, 512, 'TWICE', null),
                (e_last, 4, 245, 'RPPS_KEY', '10199999994'), (e_last, 5, 690, 'RPPS_KEY', '10199999986'), (e_last, 6, null, 'COMMUNE', '62999');
              insert into directory.movement (edition_id, pp_id, kind, name)
                select e_last, pp_id, case when n <= 9 then 'NOUVEAU' when n <= 15 then 'DEMENAGE' else 'CHANGE' end, given_name || ' ' || family_name
                  from (select pp_id, given_name, family_name, row_number() over (order by md5(pp_id)) as n from directory.activity) a where n <= 18;
              insert into directory.movement (edition_id, pp_id, kind, name) values
                (e_last, left_one, 'PARTI', left_name), (e_last, '10199999995', 'PARTI', 'Jacques LEMAIRE'), (e_last, '10199999987', 'PARTI', 'Monique DELCOURT'), (e_last, '10199999979', 'PARTI', 'Alain VERBEKE');

              insert into followup.task (network_id, id, patient_id, kind, title, due_on, assigned_to, created_at, created_by)
                select distinct on (c.network_id, c.patient_id) c.network_id, md5('parti ' || c.patient_id)::uuid, c.patient_id, 'TACHE',
                       'N’est plus à l’annuaire national' || U&'\\00A0' || ': ' || c.name || '. Vérifier le cercle et qui prend la suite', today, s.coordinator_id, loaded, 'Maillage'
                  from casefile.care_team c join casefile.support s on s.network_id = c.network_id and s.patient_id = c.patient_id and s.status <> 'CLOS'
                 where c.rpps = left_one and c.until is null order by c.network_id, c.patient_id, s.opened_on desc;
              insert into followup.departed (network_id, task_id, rpps, edition_id)
                select t.network_id, t.id, left_one, e_last from followup.task t where t.id in (select md5('parti ' || c.patient_id)::uuid from casefile.care_team c where c.rpps = left_one);
            end $$
            """;

    private EditionPart() {}

    /// @param network the structure the operator belongs to
    static void write(Connection connection, UUID network, LocalDate today) throws SQLException {
        Loader.execute(connection, SCRIPT.formatted(network, today));
    }
}
