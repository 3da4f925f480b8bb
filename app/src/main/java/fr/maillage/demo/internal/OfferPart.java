package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/// What the invented structures of the nine zones offer, with the places free the day somebody said
/// so: full here, unknown there, and in some zones nobody at all. Nothing is drawn: a number comes
/// from the name, so that the same places show on every start.
final class OfferPart {

    private static final String OF_STRUCTURES =
            """
            insert into directory.offer (id, source, organization, organization_name, name, need, kind, specialties, mode, address, postcode, commune_code, commune_name,
                                         latitude, longitude, phone, mssante, places_total, places_free, available_at, age_from, age_to, hours, served, updated_at)
            select 'DEMO-' || o.finess || '-' || k.need, 'DEMONSTRATION', o.finess, o.name, k.name || ' (fictif), ' || o.commune_name, k.need, k.activity, k.specialties, k.mode,
                   o.address, c.postcodes[1], o.commune_code, o.commune_name, c.latitude, c.longitude, o.phone,
                   lower(k.need) || '.' || o.finess || '@offre.mssante.example', k.total,
                   case when h.n %% 6 = 0 then null when h.n %% 3 = 1 then 0 else 1 + h.n %% greatest(1, k.total / 8) end,
                   case when h.n %% 6 = 0 then null else (date '%1$s' - cast(h.n %% 11 as int) + time '08:00') at time zone 'Europe/Paris' end,
                   k.age_from, null, k.hours,
                   case when k.mode = 'DOMICILE' then array(select z.code from territory.commune z where z.zone_code = c.zone_code) else '{}' end,
                   (date '%1$s' - cast(h.n %% 40 as int) + time '07:00') at time zone 'Europe/Paris'
              from (values
                ('HAD', 1, 'HAD', 'Hospitalisation à domicile', 'Hospitalisation à domicile', array['Soins palliatifs', 'Pansements complexes'], 'DOMICILE', 45, null, '24 h/24, 7 j/7'),
                ('SSIAD', 1, 'SSIAD', 'Soins infirmiers à domicile', 'Soins infirmiers à domicile', array['Nursing'], 'DOMICILE', 60, 60, '7 h à 20 h, 7 j/7'),
                ('SSIAD', 3, 'ESA', 'Équipe spécialisée Alzheimer', 'Réhabilitation et accompagnement', array['Maladie d’Alzheimer'], 'DOMICILE', 10, 60, 'lun. à ven. 9 h – 17 h'),
                ('SAD', 1, 'AIDE_DOMICILE', 'Aide à domicile', 'Aide et accompagnement à domicile', '{}', 'DOMICILE', 200, 18, 'lun. à sam. 7 h – 20 h'),
                ('SAD', 4, 'GARDE_NUIT', 'Garde de nuit', 'Garde itinérante de nuit', '{}', 'DOMICILE', 8, 18, '21 h à 7 h'),
                ('SAD', 2, 'PORTAGE_REPAS', 'Portage de repas', 'Repas à domicile', '{}', 'DOMICILE', 80, null, 'lun. à ven.'),
                ('EHPAD', 1, 'ACCUEIL_JOUR', 'Accueil de jour', 'Accueil de jour', array['Maladie d’Alzheimer'], 'SUR_PLACE', 12, 60, 'lun. à ven. 9 h 30 – 17 h'),
                ('EHPAD', 2, 'HEBERGEMENT_TEMPORAIRE', 'Hébergement temporaire', 'Accueil temporaire', '{}', 'SUR_PLACE', 4, 60, '90 jours au plus dans l’année'),
                ('EHPAD', 3, 'REPIT', 'Plateforme de répit', 'Accompagnement des aidants', array['Relayage à domicile'], 'DOMICILE', 20, null, 'lun. à ven. 9 h – 17 h'),
                ('CCAS', 1, 'TELEASSISTANCE', 'Téléassistance', 'Téléassistance', '{}', 'A_DISTANCE', 300, null, '24 h/24'),
                ('CCAS', 3, 'TRANSPORT', 'Transport accompagné', 'Transport', '{}', 'DOMICILE', 30, 60, 'sur rendez-vous, 48 h avant'),
                ('HOPITAL', 2, 'EMSP', 'Équipe mobile de soins palliatifs', 'Équipe mobile de soins palliatifs', array['Soins palliatifs'], 'DOMICILE', 35, null, 'lun. à ven. 8 h 30 – 17 h'),
                ('HOPITAL', 2, 'CONSULTATION_MEMOIRE', 'Consultation mémoire', 'Consultation mémoire', array['Gériatrie', 'Neurologie'], 'SUR_PLACE', 40, 50, 'mar. et jeu., premier rendez-vous à 10 semaines'),
                ('HOPITAL', 4, 'EMG', 'Équipe mobile de gériatrie', 'Équipe mobile gériatrique', array['Gériatrie'], 'DOMICILE', 25, 75, 'lun. à ven. 9 h – 16 h 30'),
                ('SMR', 1, 'SMR', 'Séjour de réadaptation', 'Soins médicaux et de réadaptation', array['Locomoteur'], 'SUR_PLACE', 40, 18, 'admission du lun. au ven.'),
                ('CSAPA', 1, 'ADDICTOLOGIE', 'Addictologie', 'Addictologie', array['Alcool', 'Tabac'], 'SUR_PLACE', 60, 15, 'lun. à ven. 9 h – 18 h')
              ) k(kind, every, need, name, activity, specialties, mode, total, age_from, hours)
              join directory.organization o on o.kind = k.kind and o.kind_label <> 'Clinique'
              join territory.commune c on c.code = o.commune_code
              cross join lateral (select abs(hashtext(o.finess || k.need)::bigint) as n) h
             where h.n %% k.every = 0 or o.commune_code = '59178'
            """;

    /// Nurses of the four largest communes of each zone.
    private static final String NURSES =
            """
            insert into directory.offer (id, source, name, need, kind, mode, address, postcode, commune_code, commune_name, latitude, longitude, phone, mssante,
                                         places_total, places_free, available_at, hours, updated_at)
            select 'DEMO-IDEL-' || c.code, 'DEMONSTRATION', 'Cabinet infirmier fictif de ' || c.name, 'INFIRMIER', 'Soins infirmiers à domicile', 'DOMICILE',
                   (1 + h.n %% 150) || ' rue de la République', c.postcodes[1], c.code, c.name, c.latitude, c.longitude, '035301' || lpad((h.n %% 10000)::text, 4, '0'),
                   'idel.' || c.code || '@offre.mssante.example', 40, case when h.n %% 4 = 0 then 0 else h.n %% 5 end,
                   (date '%1$s' - cast(h.n %% 9 as int) + time '08:00') at time zone 'Europe/Paris', '7 j/7', (date '%1$s' - cast(h.n %% 30 as int) + time '07:00') at time zone 'Europe/Paris'
              from (select *, row_number() over (partition by zone_code order by population desc nulls last, code) as size from territory.commune where zone_code is not null) c
              cross join lateral (select abs(hashtext(c.code)::bigint) as n) h
             where c.size <= 4 and exists (select 1 from directory.organization o join territory.commune t on t.code = o.commune_code where t.zone_code = c.zone_code)
            """;

    private OfferPart() {}

    static void write(Connection connection, LocalDate today) throws SQLException {
        Loader.execute(connection, OF_STRUCTURES.formatted(today));
        Loader.execute(connection, NURSES.formatted(today));
    }
}
