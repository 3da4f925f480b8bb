package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What the page of the national files shows: editions taken, refused and why, lines left out, who
/// came, left and moved; the operator who loads them; and a professional of several circles who
/// left at the last edition, with the tasks it made. People and numbers are those of the
/// demonstration.
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

              insert into directory.edition (id, source, file_name, state, begun_at, ended_at, author, bytes, lines, before, added, removed, wrong, warned, why, why_detail, told_at) values
                (e_first, 'PERSONNES', 'PS_LibreAcces_Personne_activite_202604260734.zip', 'FAITE', (today - 36 + time '21:04') at time zone 'Europe/Paris', (today - 36 + time '21:05') at time zone 'Europe/Paris',
                 who, many * 520, many, 0, many, 0, 0, 2, null, null, loaded),
                (md5('édition refusée 1')::uuid, 'PERSONNES', 'PS_LibreAcces_Personne_activite_202605240735.txt', 'REFUSEE', (today - 8 + time '20:58') at time zone 'Europe/Paris', (today - 8 + time '20:58') at time zone 'Europe/Paris',
                 who, many * 300, many * 6 / 10, many, 0, 0, 0, 0, 'SHRUNK', (many * 6 / 10) || ' ' || many, null),
                (md5('édition refusée 2')::uuid, 'FINESS', 'etalab-cs1100502-stock-20260504-0338.zip', 'REFUSEE', (today - 8 + time '21:20') at time zone 'Europe/Paris', (today - 8 + time '21:20') at time zone 'Europe/Paris',
                 who, 0, 0, 0, 0, 0, 0, 0, 'CUT', 'etalab-cs1100502-stock-20260504-0338.zip', null),
                (e_last, 'PERSONNES', 'PS_LibreAcces_Personne_activite_202605310734.zip', 'FAITE', loaded - interval '40 seconds', loaded, who, many * 520, many + 4, many, 17, 12, 4, 3, null, null, loaded);
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
