package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// What the three structures agreed on: a trunk; a second common version in gerontology, that the
/// first has still to adopt, that one follows but for a line, the other being on the former; and a
/// proposal in palliative care that waits for an opinion.
final class CommonVersionPart {

    private static final String GROUPS =
            """
            insert into protocol.group_member (group_code, structure_id, name, joined_at)
            select g.code, n.id, n.short_name, (date '%4$s' - 700 + time '10:00') at time zone 'Europe/Paris' from protocol.theme_group g
              join network.network n on n.id in ('%1$s', '%2$s', '%3$s')
             where g.code in ('TRONC', 'GERONTOLOGIE', 'SOINS_PALLIATIFS') or g.code = 'DIABETE_RCV' and n.id = '%2$s';
            insert into protocol.group_meeting (id, group_code, structure_id, name, on_date, words, noted_by)
            select md5('réunion du groupe ' || m.n)::uuid, m.code, n.id, n.short_name, date '%4$s' - m.ago, m.words, m.who
              from (values (1, 'GERONTOLOGIE', '%1$s'::uuid, 128, 'Relecture des règles de sortie ; le patient complexe se définit par ses acteurs et non par son âge.', 'Hélène VANDAMME'),
                           (2, 'GERONTOLOGIE', '%1$s'::uuid, 101, 'Version 2 relue ligne à ligne, avis demandés.', 'Hélène VANDAMME'),
                           (3, 'SOINS_PALLIATIFS', '%2$s'::uuid, 26, 'Retour sur les inclusions en établissement ; une version commune est proposée.', 'Olivier LEMAIRE'),
                           (4, 'TRONC', '%3$s'::uuid, 560, 'Deux lignes valent pour tous les thèmes.', 'Béatrice COUSIN')) as m (n, code, structure, ago, words, who)
              join network.network n on n.id = m.structure;
            """;

    private static final String VERSIONS =
            """
            with written as (
              select * from (values
                ('TRONC', 1, '{"title":"Tronc commun des PPS","nature":"MODELE_PPS","summary":"Ce que tout PPS comporte, quel que soit le thème.","criteria":[],
                   "aims":[{"key":"T1","title":"Recueillir le projet de la personne, en ses mots","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"SROS NPdC, annexe réseaux, §4.2.2","read":"NON_LU"}},
                           {"key":"T2","title":"Nommer un référent et dire à la personne qui il est","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"SROS NPdC, annexe réseaux, §4.2.2","read":"NON_LU"}}]}'::jsonb, '{}'::text[], 'Un socle pour tous les thèmes', '%3$s'::uuid, 555, 540, 'ARRETEE'),
                ('GERONTOLOGIE', 1, '{"title":"Personne âgée en situation complexe","nature":"MODELE_PPS","theme":"GERONTOLOGIE","criteria":[
                   {"key":"C1","title":"75 ans ou plus, à domicile","exit":false,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C3","title":"Relais organisé et accepté","exit":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C4","title":"Deux hospitalisations non programmées en six mois","exit":false,"complex":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}}],
                   "aims":[{"key":"T1","title":"Recueillir le projet de la personne, en ses mots","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"Tronc commun","read":"NON_LU"}},
                           {"key":"T2","title":"Nommer un référent et dire à la personne qui il est","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"Tronc commun","read":"NON_LU"}},
                           {"key":"O1","title":"Prévenir une nouvelle chute","domain":"MEDICAL","kind":"QUALITATIF","source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}}]}'::jsonb, '{}'::text[], 'Première version du groupe', '%1$s'::uuid, 480, 430, 'ARRETEE'),
                ('GERONTOLOGIE', 2, '{"title":"Personne âgée en situation complexe","nature":"MODELE_PPS","theme":"GERONTOLOGIE","criteria":[
                   {"key":"C1","title":"Perte d’autonomie ou troubles cognitifs, à domicile, sans condition d’âge","exit":false,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C2","title":"Accord de la personne ou de son représentant","exit":false,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C3","title":"Relais organisé et accepté","exit":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C5","title":"Objectifs du plan atteints, aidant d’accord","exit":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C4","title":"Trois acteurs ou plus qui ne se coordonnent plus seuls","exit":false,"complex":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C6","title":"Aidant épuisé ou absent","exit":false,"complex":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}}],
                   "aims":[{"key":"T1","title":"Recueillir le projet de la personne, en ses mots","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"Tronc commun","read":"NON_LU"}},
                           {"key":"T2","title":"Nommer un référent et dire à la personne qui il est","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"Tronc commun","read":"NON_LU"}},
                           {"key":"O1","title":"Prévenir une nouvelle chute","domain":"MEDICAL","kind":"QUALITATIF","source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                           {"key":"O2","title":"Soulager l’aidant","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}}]}'::jsonb, '{objectifs.O1}'::text[], 'Le patient complexe se définit par ses acteurs ; une sortie de plus', '%1$s'::uuid, 100, 70, 'ARRETEE'),
                ('SOINS_PALLIATIFS', 1, '{"title":"Accompagnement palliatif à domicile","nature":"MODELE_PPS","theme":"SOINS_PALLIATIFS","criteria":[
                   {"key":"C1","title":"Maladie grave, évolutive ou terminale","exit":false,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C2","title":"Retour ou maintien à domicile souhaité et possible","exit":false,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C3","title":"Relais par une HAD organisé","exit":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}},
                   {"key":"C4","title":"Symptômes instables malgré le traitement, ou détresse des proches","exit":false,"complex":true,"source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}}],
                   "aims":[{"key":"T1","title":"Recueillir le projet de la personne, en ses mots","domain":"SOCIAL","kind":"QUALITATIF","source":{"text":"Tronc commun","read":"NON_LU"}},
                           {"key":"O1","title":"Soulager la douleur et les symptômes","domain":"MEDICAL","kind":"QUALITATIF","source":{"text":"Groupe de travail (fictif)","read":"NON_LU"}}]}'::jsonb, '{}'::text[], 'Une même porte d’entrée pour les trois structures', '%2$s'::uuid, 20, null, 'PROPOSEE'))
                as v (code, number, document, local, why, structure, ago, decided, status))
            insert into protocol.common_version (id, group_code, number, document, local_keys, departures, why, structure_id, name, proposed_at, opinions_until, status, decided_at, decided_by)
            select md5('commune ' || w.code || w.number)::uuid, w.code, w.number, w.document, w.local,
                   case w.code when 'SOINS_PALLIATIFS' then '{"Nommer un référent et dire à la personne qui il est":"Le médecin de l’équipe l’est toujours : la ligne n’apprendrait rien."}'::jsonb else '{}'::jsonb end,
                   w.why, n.id, n.short_name, (date '%4$s' - w.ago + time '17:00') at time zone 'Europe/Paris', date '%4$s' - w.ago + 45, w.status,
                   case when w.decided is not null then (date '%4$s' - w.decided + time '12:00') at time zone 'Europe/Paris' end, case when w.decided is not null then 'Hélène VANDAMME' end
              from written w join network.network n on n.id = w.structure;
            insert into protocol.common_opinion (version_id, structure_id, name, favourable, words, given_by, given_at)
            select v.id, m.structure_id, m.name, not (v.status = 'PROPOSEE' and m.structure_id = '%1$s'), case when v.status = 'PROPOSEE' and m.structure_id = '%1$s' then 'Et les personnes en EHPAD, que nous suivons déjà ?' end,
                   'Direction', v.proposed_at + interval '3 days'
              from protocol.common_version v join protocol.group_member m on m.group_code = v.group_code
             where not (v.status = 'PROPOSEE' and m.structure_id = '%3$s');
            insert into protocol.common_adoption (version_id, structure_id, name, derogations, local_lines, adopted_by, adopted_at)
            select md5('commune ' || a.code || a.number)::uuid, n.id, n.short_name, a.derogations, a.local, a.who, (date '%4$s' - a.ago + time '15:00') at time zone 'Europe/Paris'
              from (values ('TRONC', 1, '%1$s'::uuid, '[]'::jsonb, 0, 'Hélène VANDAMME', 530), ('TRONC', 1, '%2$s'::uuid, '[]'::jsonb, 0, 'Olivier LEMAIRE', 500), ('TRONC', 1, '%3$s'::uuid, '[]'::jsonb, 0, 'Béatrice COUSIN', 480),
                           ('GERONTOLOGIE', 1, '%2$s'::uuid, '[]'::jsonb, 0, 'Olivier LEMAIRE', 400),
                           ('GERONTOLOGIE', 2, '%3$s'::uuid, '[{"key":"criteres.C1","title":"Perte d’autonomie ou troubles cognitifs, à domicile, sans condition d’âge","kind":"Inclusion","ours":"à partir de 60 ans","why":"La convention avec le Département ne finance qu’à partir de 60 ans, jusqu’en décembre."}]'::jsonb, 3, 'Béatrice COUSIN', 40))
                     as a (code, number, structure, derogations, local, who, ago) join network.network n on n.id = a.structure;
            """;

    /// Criteria that those who adopted follow are among theirs, as adopting puts them.
    private static final String CRITERIA =
            """
            insert into network.criterion (network_id, kind, theme_code, label, rank)
            select a.structure_id, case when c.exit then 'EXIT' else 'INCLUSION' end, v.document ->> 'theme', c.title,
                   (select max(k.rank) from network.criterion k where k.network_id = a.structure_id) + c.n
              from protocol.common_adoption a join protocol.common_version v on v.id = a.version_id
             cross join lateral jsonb_array_elements(v.document -> 'criteria') with ordinality as e (line, n)
             cross join lateral (select e.line ->> 'key' as key, e.line ->> 'title' as title, (e.line ->> 'exit')::boolean as exit, (e.line ->> 'complex')::boolean as complex, e.n) c
             where c.complex is not true
               and not jsonb_path_exists(a.derogations, '$[*] ? (@.key == $key)', jsonb_build_object('key', 'criteres.' || c.key));
            """;

    private CommonVersionPart() {}

    static void write(Connection connection, List<Structure> structures, LocalDate today)
            throws SQLException {
        for (var statement : new String[] {GROUPS, VERSIONS, CRITERIA})
            Loader.execute(
                    connection,
                    statement.formatted(
                            structures.get(0).id(),
                            structures.get(1).id(),
                            structures.get(2).id(),
                            today));
    }
}
