package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// A register of chronic kidney disease in the network that follows diabetes: its second version,
/// its cases and their follow-ups, some late, some to be corrected, who objects, who reports, what
/// went out. Invented; who is concerned follows from a digest of their ids.
final class DiseaseRegisterPart {

    private static final String REGISTER =
            """
            insert into diseaseregister.register (network_id, id, title, last_number, created_at, created_by)
            values ('%1$s', md5('registre néphrologie')::uuid, 'Maladie rénale chronique (registre fictif)', 0, (date '%2$s' - 1500 + time '10:00') at time zone 'Europe/Paris', 'Catherine BLONDEL');
            insert into diseaseregister.definition (network_id, id, register_id, number, status, document, change_reason, created_at, created_by, published_at, answered_by)
            select '%1$s', md5('définition ' || v.number)::uuid, md5('registre néphrologie')::uuid, v.number, v.status,
                   jsonb_build_object('head', jsonb_build_object('title', 'Maladie rénale chronique (registre fictif)',
                       'caseDefinition', 'Débit de filtration glomérulaire sous 60 mL/min/1,73 m² pendant plus de trois mois, deux dosages à l’appui, chez un habitant de la zone.',
                       'exclusions', 'Insuffisance rénale aiguë résolue ; rein unique à fonction normale.', 'onset', 'Date du premier dosage sous le seuil',
                       'words', jsonb_build_array('insuffisance rénale', 'néphropathie'), 'area', 'AD', 'per', 100000, 'everyMonths', 12, 'toleranceDays', 60,
                       'ground', 'Mission confiée par convention ; note d’information remise à chaque personne (fictif).'),
                     'fields', jsonb_build_array(
                       jsonb_build_object('code', 'sexe', 'label', 'Sexe', 'type', 'LISTE', 'moment', 'INCLUSION', 'unit', '', 'choices', '[{"code":"F","label":"Femme"},{"code":"M","label":"Homme"}]'::jsonb, 'mandatory', true, 'origin', 'SEXE', 'leaves', false),
                       jsonb_build_object('code', 'dfg', 'label', 'Débit de filtration glomérulaire', 'type', 'NOMBRE', 'moment', 'LES_DEUX', 'unit', 'mL/min/1,73 m²', 'min', 2, 'max', 120, 'choices', '[]'::jsonb, 'mandatory', true, 'leaves', true),
                       jsonb_build_object('code', 'albuminurie', 'label', 'Albuminurie sur créatininurie', 'type', 'NOMBRE', 'moment', 'LES_DEUX', 'unit', 'mg/g', 'min', 0, 'max', 10000, 'choices', '[]'::jsonb, 'mandatory', v.number = 2, 'leaves', true),
                       jsonb_build_object('code', 'nephropathie', 'label', 'Néphropathie initiale', 'type', 'LISTE', 'moment', 'INCLUSION', 'unit', '', 'choices',
                         '[{"code":"DIAB","label":"Diabétique"},{"code":"VASC","label":"Vasculaire, hypertensive"},{"code":"GLOM","label":"Glomérulonéphrite"},{"code":"POLYK","label":"Polykystose"},{"code":"INCONNUE","label":"Inconnue"}]'::jsonb, 'mandatory', true, 'leaves', true),
                       jsonb_build_object('code', 'suppleance', 'label', 'Traitement de suppléance', 'type', 'LISTE', 'moment', 'LES_DEUX', 'unit', '', 'choices',
                         '[{"code":"AUCUN","label":"Aucun"},{"code":"HD","label":"Hémodialyse"},{"code":"DP","label":"Dialyse péritonéale"},{"code":"GREFFE","label":"Greffe"}]'::jsonb, 'mandatory', true, 'leaves', true),
                       jsonb_build_object('code', 'avis_nephrologue', 'label', 'Premier avis d’un néphrologue', 'type', 'DATE', 'moment', 'INCLUSION', 'unit', '', 'choices', '[]'::jsonb, 'mandatory', false, 'leaves', true),
                       jsonb_build_object('code', 'preparation', 'label', 'Préparation à la suppléance', 'type', 'DATE', 'moment', 'INCLUSION', 'unit', '', 'choices', '[]'::jsonb, 'mandatory', false, 'notBefore', 'avis_nephrologue', 'leaves', true),
                       jsonb_build_object('code', 'ald', 'label', 'Début de l’ALD', 'type', 'DATE', 'moment', 'INCLUSION', 'unit', '', 'choices', '[]'::jsonb, 'mandatory', false, 'origin', 'ALD', 'leaves', true),
                       jsonb_build_object('code', 'remarque', 'label', 'Remarque', 'type', 'TEXTE', 'moment', 'INCLUSION', 'unit', '', 'choices', '[]'::jsonb, 'mandatory', false, 'leaves', false))),
                   v.why, (date '%2$s' - v.ago - 20 + time '10:00') at time zone 'Europe/Paris', 'Catherine BLONDEL', (date '%2$s' - v.ago + time '16:00') at time zone 'Europe/Paris',
                   'Dr Catherine BLONDEL, responsable scientifique (fictif)'
              from (values (1, 'REMPLACE', 1480, null), (2, 'PUBLIE', 300, 'L’albuminurie devient exigée')) as v (number, status, ago, why);
            insert into diseaseregister.source (network_id, id, register_id, name, kind)
            select '%1$s', md5('source ' || s.name)::uuid, md5('registre néphrologie')::uuid, s.name, s.kind
              from (values ('Centre de néphrologie de Lens (fictif)', 'CENTRE'), ('Laboratoires de ville du Béthunois (fictifs)', 'LABORATOIRE'), ('Hôpital de Béthune (fictif)', 'ETABLISSEMENT')) as s (name, kind);
            """;

    private static final String CASES =
            """
            with chosen as (
              select distinct on (s.patient_id) s.patient_id, p.sex, p.birth_date, p.deceased_on, p.commune_code, coalesce(s.included_on, s.opened_on) as followed,
                     coalesce(m.given_name || ' ' || upper(m.family_name), 'Catherine BLONDEL') as who
                from casefile.support s join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                left join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
               where s.network_id = '%1$s' and s.theme_code in ('DIABETOLOGIE','CARDIOVASCULAIRE') and s.included_on is not null and p.birth_date is not null and pg_temp.chance(s.patient_id, 'registre') < 74
               order by s.patient_id, s.included_on
            ), dated as (
              select c.*, least(c.followed, c.deceased_on) - 20 - pg_temp.chance(c.patient_id, 'cas', 1500) as incident from chosen c
            ), entered as (
              select d.*, least(greatest(d.incident + 15 + pg_temp.chance(d.patient_id, 'entrée', 80), date '%2$s' - 1470), date '%2$s' - 3, d.deceased_on) as included from dated d
            )
            insert into diseaseregister.case_record (network_id, id, register_id, patient_id, number, incident_on, included_on, commune_code, informed_on, informed_how, informed_who, answers,
                                                     ended_on, ended_why, entered_by, entered_at)
            select '%1$s', md5('cas ' || e.patient_id)::uuid, md5('registre néphrologie')::uuid, e.patient_id, row_number() over (order by e.included, e.patient_id), e.incident, e.included, e.commune_code,
                   e.included - pg_temp.chance(e.patient_id, 'informée', 12), (array['ECRIT','ORAL','COURRIER'])[1 + pg_temp.chance(e.patient_id, 'comment', 3)], 'PERSONNE',
                   jsonb_strip_nulls(jsonb_build_object(
                     'sexe', case when e.sex in ('F', 'M') then jsonb_build_object('v', e.sex, 'file', true) end,
                     'dfg', jsonb_build_object('v', case when pg_temp.chance(e.patient_id, 'hors') < 3 then '148' else (14 + pg_temp.chance(e.patient_id, 'dfg', 45))::text end, 'file', false),
                     'albuminurie', case when pg_temp.chance(e.patient_id, 'albu') < 78 then jsonb_build_object('v', (12 + pg_temp.chance(e.patient_id, 'albuminurie', 900))::text, 'file', false) end,
                     'nephropathie', jsonb_build_object('v', (array['DIAB','DIAB','DIAB','VASC','VASC','GLOM','INCONNUE'])[1 + pg_temp.chance(e.patient_id, 'néphropathie', 7)], 'file', false),
                     'suppleance', jsonb_build_object('v', case when pg_temp.chance(e.patient_id, 'suppléance') < 86 then 'AUCUN' else 'HD' end, 'file', false),
                     'avis_nephrologue', jsonb_build_object('v', (e.incident + 10)::text, 'file', false),
                     'preparation', case when pg_temp.chance(e.patient_id, 'préparation') < 5 then jsonb_build_object('v', (e.incident - 30)::text, 'file', false) end)),
                   case when e.deceased_on is null and pg_temp.chance(e.patient_id, 'perdue') < 4 then greatest(e.included, date '%2$s' - 90) end,
                   case when e.deceased_on is null and pg_temp.chance(e.patient_id, 'perdue') < 4 then case when pg_temp.chance(e.patient_id, 'perdue') < 2 then 'PARTI' else 'PERDU_DE_VUE' end end,
                   e.who, (e.included + time '11:20') at time zone 'Europe/Paris'
              from entered e where e.incident > e.birth_date and e.included >= e.incident;
            update diseaseregister.register r set last_number = 2 + (select max(number) from diseaseregister.case_record c where c.network_id = r.network_id and c.register_id = r.id)
             where r.network_id = '%1$s';
            insert into diseaseregister.removal (network_id, id, register_id, number, why, on_date, noted_by)
            select '%1$s', md5('retrait ' || w.why)::uuid, md5('registre néphrologie')::uuid, r.last_number - w.back, w.why, date '%2$s' - 30 * (1 + w.back), 'Marion CARPENTIER'
              from diseaseregister.register r cross join (values ('OPPOSITION', 0), ('PAS_UN_CAS', 1)) as w (why, back) where r.network_id = '%1$s';
            insert into diseaseregister.follow_up (network_id, id, case_id, rank, on_date, answers, noted_by, noted_at)
            select c.network_id, md5('suivi ' || c.id || k)::uuid, c.id, k, x.day,
                   jsonb_build_object('dfg', jsonb_build_object('v', greatest(4, (c.answers #>> '{dfg,v}')::int - 3 * k)::text, 'file', false), 'albuminurie', jsonb_build_object('v', (20 + pg_temp.chance(c.id, 'a' || k, 800))::text, 'file', false),
                                      'suppleance', jsonb_build_object('v', case when (c.answers #>> '{dfg,v}')::int - 3 * k < 12 then 'HD' else c.answers #>> '{suppleance,v}' end, 'file', false)),
                   c.entered_by, (x.day + time '15:10') at time zone 'Europe/Paris'
              from diseaseregister.case_record c join patient.patient p on p.network_id = c.network_id and p.id = c.patient_id cross join generate_series(1, 4) as k
             cross join lateral (select (c.included_on + make_interval(years => k))::date - 10 + pg_temp.chance(c.id, 'quand' || k, 40) as day) x
             where c.network_id = '%1$s' and x.day <= date '%2$s' and (p.deceased_on is null or x.day <= p.deceased_on) and (c.ended_on is null or x.day <= c.ended_on)
               and pg_temp.chance(c.id, 'suivi' || k) < 86;
            insert into diseaseregister.report (network_id, case_id, source_id, on_date)
            select c.network_id, c.id, s.id, c.included_on from diseaseregister.case_record c join diseaseregister.source s on s.network_id = c.network_id and s.register_id = c.register_id
             where c.network_id = '%1$s' and pg_temp.chance(c.id, s.name) < case s.kind when 'CENTRE' then 46 when 'LABORATOIRE' then 62 else 28 end;
            insert into diseaseregister.expected (network_id, source_id, year, cases, noted_by, noted_at)
            select s.network_id, s.id, y, n.known + pg_temp.chance(s.id, 'annoncés' || y, 3), 'Nadine POULAIN', (date '%2$s' - 60 + time '09:00') at time zone 'Europe/Paris'
              from diseaseregister.source s cross join generate_series(date_part('year', date '%2$s')::int - 4, date_part('year', date '%2$s')::int - 1) as y
             cross join lateral (select count(*)::int as known from diseaseregister.report p join diseaseregister.case_record c on c.network_id = p.network_id and c.id = p.case_id
                                  where p.network_id = s.network_id and p.source_id = s.id and date_part('year', c.incident_on) = y) n
             where s.network_id = '%1$s';
            """;

    /// Three persons object; two extracts were asked for, one taken twice.
    private static final String BESIDES =
            """
            insert into diseaseregister.objection (network_id, id, register_id, patient_id, on_date, said_by, words, noted_by, noted_at)
            select '%1$s', md5('opposition ' || p.id)::uuid, md5('registre néphrologie')::uuid, p.id, date '%2$s' - 40 * p.n::int, 'PERSONNE', case p.n when 1 then 'Je ne veux pas être dans un fichier de plus.' end,
                   'Marion CARPENTIER', (date '%2$s' - 40 * p.n::int + time '14:00') at time zone 'Europe/Paris'
              from (select s.patient_id as id, row_number() over (order by s.patient_id) as n from casefile.support s
                     where s.network_id = '%1$s' and s.theme_code = 'DIABETOLOGIE' and s.status = 'ACTIF'
                       and not exists (select 1 from diseaseregister.case_record c where c.network_id = s.network_id and c.patient_id = s.patient_id)) p where p.n <= 3;
            insert into diseaseregister.extract (network_id, id, register_id, kind, recipient, purpose, ground, asked_by, asked_at)
            values ('%1$s', md5('extrait 1')::uuid, md5('registre néphrologie')::uuid, 'LIGNES', 'Équipe de recherche du CHU (fictive)', 'Délai entre premier dosage et avis du néphrologue', 'Convention du réseau, avis du comité scientifique (fictifs)',
                    'Catherine BLONDEL', (date '%2$s' - 45 + time '10:30') at time zone 'Europe/Paris'),
                   ('%1$s', md5('extrait 2')::uuid, md5('registre néphrologie')::uuid, 'COMPTES', 'Agence régionale de santé', 'Rapport annuel du réseau', 'CPOM', 'Catherine BLONDEL', (date '%2$s' - 12 + time '17:00') at time zone 'Europe/Paris');
            insert into diseaseregister.delivery (network_id, id, extract_id, definition, format, cases, sha256, taken_by, taken_at)
            select '%1$s', md5('remise ' || k)::uuid, md5('extrait 1')::uuid, 2, case k when 1 then 'XLSX' else 'CSV' end, (select count(*) from diseaseregister.case_record where network_id = '%1$s'),
                   encode(sha256(convert_to('remise ' || k, 'UTF8')), 'hex'), 'Catherine BLONDEL', (date '%2$s' - 45 + time '10:40' + k * interval '3 minutes') at time zone 'Europe/Paris'
              from generate_series(1, 2) as k;
            """;

    private DiseaseRegisterPart() {}

    /// @param network the one that follows diabetes
    static void write(Connection connection, UUID network, LocalDate today) throws SQLException {
        Loader.execute(connection, HospitalPart.CHANCE);
        for (var statement : new String[] {REGISTER, CASES, BESIDES})
            Loader.execute(connection, statement.formatted(network, today));
    }
}
