package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// What the teams of the demonstration looked for in vain since January: around the towns of each
/// structure, some met since, some given up, two needs more than the others; and the nights of
/// Odette Leroy's husband. Nothing is drawn.
final class NeedPart {

    private static final String SCRIPT =
            """
            insert into offer.unmet_need (network_id, id, need, commune_code, commune_name, since, words, instead, state, ended_on, ended_words, noted_by, noted_name, noted_at)
            select m.network_id, md5('besoin ' || m.network_id || ' ' || k.n)::uuid, w.need, c.code, c.name, d.since, w.words, w.instead, s.state,
                   case when s.state <> 'OUVERT' then least(date '%1$s', d.since + 4 + (h.n %% 20)::int) end,
                   case s.state when 'COUVERT' then w.met when 'ABANDONNE' then 'La personne a renoncé.' end,
                   m.account_id, m.given_name || ' ' || m.family_name, (least(date '%1$s', d.since + 1) + time '07:40') at time zone 'Europe/Paris'
              from network.network t
              cross join generate_series(1, 42) as k (n)
              cross join lateral (select abs(hashtext(t.name || ' ' || k.n)::bigint) as n) h
              cross join lateral (select * from network.team_member x where x.network_id = t.id and x.function = 'COORDINATOR' order by x.id offset h.n %% 3 limit 1) m
              cross join lateral (select z.code, z.name from territory.commune z where z.zone_code = any (m.sectors) order by z.population desc nulls last, z.code offset (h.n / 7) %% 25 limit 1) c
              cross join lateral (select date '%1$s' - ((h.n / 11) %% 148)::int as since) d
              cross join lateral (select (array['OUVERT', 'OUVERT', 'OUVERT', 'COUVERT', 'ABANDONNE'])[1 + (h.n / 13) %% 5] as state) s
              join (values
                (0, 'GARDE_NUIT', 'Deux nuits par semaine demandées, aucun service.', 'La famille se relaie.', 'Une garde itinérante a commencé.'),
                (1, 'SSIAD', 'Trois services appelés, tous complets.', 'Infirmier libéral matin et soir, sans la toilette.', 'Une place s’est libérée.'),
                (2, 'KINESITHERAPEUTE', 'Personne ne se déplace au domicile.', 'Exercices montrés à l’aidant.', 'Un cabinet voisin accepte.'),
                (3, 'MEDECIN_TRAITANT', 'Quatre cabinets ne prennent plus de nouveaux patients.', 'Consultations non programmées de la maison de santé.', 'Un médecin l’a déclarée.'),
                (4, 'AIDE_DOMICILE', 'Pas d’intervention le week-end.', 'Portage de repas le samedi et le dimanche.', 'Un autre service intervient.'),
                (5, 'TRANSPORT', 'Aucun transport vers la consultation.', 'Rendez-vous reporté.', 'Le CCAS assure l’aller-retour.'),
                (6, 'HEBERGEMENT_TEMPORAIRE', 'Liste d’attente de deux mois.', 'Relais de la fille.', 'Quinze jours obtenus.'),
                (7, 'ORTHOPHONISTE', 'Délai de neuf mois.', 'Conseils donnés par le centre.', 'Un créneau s’est libéré.'),
                (8, 'PSYCHOLOGUE', 'Pas de séance à domicile.', 'Appels chaque semaine.', 'Deux séances financées.')
              ) w(rank, need, words, instead, met)
                on w.rank = ((array[8, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7])[1 + k.n %% 16] + abs(hashtext(t.name)) %% 3) %% 9
            """;

    private static final String ODETTE =
            """
            insert into offer.unmet_need (network_id, id, need, commune_code, commune_name, since, patient_id, words, instead, noted_by, noted_name, noted_at)
            select p.network_id, md5('besoin odette')::uuid, 'GARDE_NUIT', '59178', 'Douai', date '%1$s' - 20, p.id, 'Trois levers par nuit, le mari ne dort plus. Deux services appelés.',
                   'La fille vient le samedi.', m.account_id, m.given_name || ' ' || m.family_name, (date '%1$s' - 20 + time '15:10') at time zone 'Europe/Paris'
              from patient.patient p join network.team_member m on m.network_id = p.network_id and m.family_name = 'DUMONT' and m.function = 'COORDINATOR'
             where 'LEROY' in (upper(p.birth_name), upper(p.used_name)) and p.given_names ilike '%%Odette%%' order by p.id limit 1
            """;

    private NeedPart() {}

    static void write(Connection connection, LocalDate today) throws SQLException {
        for (var statement : List.of(SCRIPT, ODETTE))
            Loader.execute(connection, statement.formatted(today));
    }
}
