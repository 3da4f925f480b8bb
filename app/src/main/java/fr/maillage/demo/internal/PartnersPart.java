package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What the platform knows of its partners: those of its circles, twenty establishments (the mean
/// of a network in 2008 according to the FIQCS: half health, three in ten medico-social), three
/// psychologists under agreement, five structures and two professionals no file knows, wrong
/// national data. Nothing is drawn: what is known comes from the rank of each.
final class PartnersPart {

    private static final String SCRIPT =
            """
            do $$
            declare net uuid := '%1$s'; today date := date '%2$s'; p record; n int := 0;
              skills text[] := array['Pansements complexes, plaies chroniques', 'Soins palliatifs à domicile', 'Troubles du comportement', 'Chimiothérapie à domicile', 'Rééducation de l’équilibre', 'Grand âge, troubles de la mémoire', 'Enfants autistes'];
              callers text[] := array['le secrétariat', 'sa collègue du cabinet', 'SMS d’abord'];
              whens text[] := array['entre 13 h et 14 h', 'avant 9 h', 'le soir après 19 h'];
              tongues text[] := array['polonais', 'arabe', 'italien', 'langue des signes'];
              words text[] := array['Se libère volontiers pour une RCP si on prévient dix jours avant.', 'Cabinet au premier étage, sans ascenseur : prévoir la visite à domicile.', 'Répond dans la journée à la messagerie sécurisée.', 'Accepte les situations complexes quand l’équipe vient la première fois.'];
            begin
              for p in select c.rpps, min(c.name) as name from casefile.care_team c
                        where c.network_id = net and c.kind = 'PROFESSIONNEL' and c.rpps is not null and exists (select 1 from directory.activity a where a.pp_id = c.rpps)
                        group by c.rpps order by count(*) desc, c.rpps limit 40 loop
                n := n + 1;
                insert into partners.knowledge (network_id, ref, kind, hours, languages, home_visits, fee_sector, call_by, call_when, skills, changed_at, changed_by)
                  values (net, p.rpps, 'PROFESSIONNEL', case when n %% 4 = 1 then 'lun. à ven. 8 h – 19 h, sam. 8 h – 12 h' end, case when n %% 6 = 2 then array[tongues[1 + n / 6 %% 4]] else '{}' end,
                          case when n %% 5 = 0 then false when n %% 3 <> 0 then true end, case n %% 4 when 0 then '1' when 1 then 'OPTAM' end,
                          case when n %% 3 = 0 then callers[1 + n / 3 %% 3] end, case when n %% 3 = 0 then whens[1 + n / 3 %% 3] end, case when n %% 2 = 1 then skills[1 + n / 2 %% 7] end,
                          (today - n + time '11:15') at time zone 'Europe/Paris', 'Claire DUMONT');
                if n %% 2 = 0 then
                  insert into partners.availability (network_id, id, ref, kind, state, wait_weeks, seen_on, words, noted_by, noted_at)
                    values (net, md5('vu ancien ' || p.rpps)::uuid, p.rpps, 'PROFESSIONNEL', 'COMPLET', null, today - 90 - n, null, 'Sophie LECLERC', (today - 90 - n + time '09:30') at time zone 'Europe/Paris'),
                           (net, md5('vu ' || p.rpps)::uuid, p.rpps, 'PROFESSIONNEL', (array['DISPONIBLE','ATTENTE','DISPONIBLE','COMPLET'])[1 + n / 2 %% 4], case when n / 2 %% 4 = 1 then 2 + n %% 9 end, today - n / 2,
                            case when n %% 4 = 0 then 'au téléphone' end, 'Claire DUMONT', (today - n / 2 + time '14:05') at time zone 'Europe/Paris');
                end if;
                if n %% 3 = 1 then
                  insert into partners.note (network_id, id, ref, kind, audience, words, noted_by, noted_at)
                    values (net, md5('note ' || p.rpps)::uuid, p.rpps, 'PROFESSIONNEL', case when n %% 2 = 0 then 'CERCLES' else 'EQUIPE' end, words[1 + n / 3 %% 4], 'Karim BELKACEM', (today - 2 * n + time '16:40') at time zone 'Europe/Paris');
                end if;
                if n %% 8 = 3 then
                  insert into partners.mistake (network_id, id, ref, kind, name, field, national, right_value, state, found_at, found_by, changed_at, changed_by)
                    select net, md5('erreur ' || p.rpps)::uuid, p.rpps, 'PROFESSIONNEL', p.name, (array['TELEPHONE','ADRESSE','CESSATION'])[1 + n / 8 %% 3], case when n / 8 %% 3 < 2 then (array[a.phone, a.address])[1 + n / 8 %% 3] end,
                           (array['03 27 00 45 12', '12 rue du Beffroi', 'A fermé son cabinet en mars'])[1 + n / 8 %% 3], (array['A_SIGNALER','SIGNALEE','CORRIGEE'])[1 + n / 8 %% 3],
                           (today - 10 - n + time '10:20') at time zone 'Europe/Paris', 'Sophie LECLERC', case when n / 8 %% 3 > 0 then (today - n + time '10:20') at time zone 'Europe/Paris' end,
                           case when n / 8 %% 3 > 0 then 'Sophie LECLERC' end
                      from directory.activity a where a.pp_id = p.rpps limit 1;
                end if;
              end loop;
              n := 0;
              for p in select o.finess, o.kind, o.name from directory.organization o join territory.commune c on c.code = o.commune_code
                        where o.kind <> 'RESEAU_REGIONAL' order by c.code <> '59178', o.kind = 'SAD', md5(o.finess) limit 20 loop
                n := n + 1;
                insert into partners.knowledge (network_id, ref, kind, hours, sector, partner_since, partner_until, agreement_on, call_by, changed_at, changed_by)
                  values (net, p.finess, 'STRUCTURE', case when n %% 3 = 0 then 'accueil 8 h 30 – 17 h' end,
                          case when p.kind in ('HOPITAL','HAD','SMR','CSAPA') then 'SANITAIRE' when p.kind in ('CCAS','PMI','MDPH') then 'SOCIAL' else 'MEDICO_SOCIAL' end,
                          today - 400 - 37 * n, case when n = 19 then today - 30 end, case when n %% 2 = 0 then today - 410 - 37 * n end, case when n %% 5 = 1 then 'la cadre de santé' end,
                          (today - 3 * n + time '15:00') at time zone 'Europe/Paris', 'Hélène VANDAMME');
                if n %% 4 = 1 then
                  insert into partners.contact (network_id, id, ref, kind, name, function, phone, email, noted_by, noted_at)
                    values (net, md5('contact ' || p.finess)::uuid, p.finess, 'STRUCTURE', (array['Mme Hennebelle','M. Ouchene','Mme Delcroix','M. Szymczak','Mme Fauquembergue'])[1 + n / 4 %% 5],
                            (array['cadre de santé','assistante sociale','admissions','secrétariat'])[1 + n / 4 %% 4], '03 27 00 60 ' || lpad(n::text, 2, '0'), null, 'Claire DUMONT', (today - 20 + time '09:10') at time zone 'Europe/Paris');
                end if;
              end loop;
              n := 0;
              for p in select distinct on (a.pp_id) a.pp_id, a.given_name || ' ' || upper(a.family_name) as name from directory.activity a join territory.commune c on c.code = a.commune_code
                        where a.profession = 'PSYCHOLOGUE' and a.mode = 'L' and c.zone_code = 'AD-DO' order by a.pp_id limit 3 loop
                n := n + 1;
                insert into partners.agreement (network_id, id, ref, name, signed_on, starts_on, ends_on, amount, sessions, scope, ended_on, ended_why, noted_by, noted_at)
                  values (net, md5('convention ' || p.pp_id)::uuid, p.pp_id, p.name, today - 400 + 90 * n, today - 390 + 90 * n, case n when 1 then null else today + 30 * n end, 50 + 2.5 * n, 6 + 2 * n,
                          (array['Soutien de l’aidant','Annonce, deuil','Soutien à domicile'])[n], case n when 3 then today - 15 end, case n when 3 then 'Change de région' end, 'Hélène VANDAMME', (today - 400 + 90 * n + time '10:00') at time zone 'Europe/Paris');
              end loop;
              insert into partners.structure (network_id, id, name, kind, address, commune_code, commune_name, phone, email, added_at, added_by)
                select net, md5('carnet structure ' || v.name)::uuid, v.name, v.kind, v.address, v.code, v.commune, v.phone, null, (today - 200 + time '11:00') at time zone 'Europe/Paris', 'Sophie LECLERC'
                  from (values ('Conseil départemental du Nord (antenne fictive de Douai)', 'CONSEIL_DEPARTEMENTAL', '1 place Suzanne Lannoy', '59178', 'Douai', '03 59 73 00 01'),
                               ('Caisse de retraite fictive, service social du Douaisis', 'ORGANISME_SOCIAL', '20 rue de Paris', '59178', 'Douai', '03 59 73 00 02'),
                               ('Équipe mobile de soins palliatifs fictive de la Scarpe', 'EMSP', 'route de Cambrai', '59178', 'Douai', '03 59 73 00 03'),
                               ('Pôle de santé fictif des Marches', 'POLE_SANTE', '3 rue du Marais', '59569', 'Sin-le-Noble', '03 59 73 00 04'),
                               ('Réseau régional fictif de la mémoire', 'RESEAU', '8 rue Gambetta', '59350', 'Lille', '03 59 73 00 05')) v(name, kind, address, code, commune, phone);
              insert into partners.knowledge (network_id, ref, kind, languages, sector, partner_since, agreement_on, changed_at, changed_by)
                select net, l.id::text, 'STRUCTURE', '{}', case l.kind when 'CONSEIL_DEPARTEMENTAL' then 'SOCIAL' when 'ORGANISME_SOCIAL' then 'SOCIAL' else 'SANITAIRE' end, today - 300,
                       case when l.kind in ('EMSP', 'POLE_SANTE') then today - 310 end, (today - 200 + time '11:05') at time zone 'Europe/Paris', 'Hélène VANDAMME'
                  from partners.structure l where l.network_id = net;
              insert into partners.person (network_id, id, family_name, given_name, profession, specialty, organization, address, commune_code, commune_name, phone, email, added_at, added_by)
                values (net, md5('carnet 1')::uuid, 'Vanhoutte', 'Élise', 'PSYCHOLOGUE', null, null, '4 rue de la Cloche', '59178', 'Douai', '03 27 00 71 10', null, (today - 12 + time '17:20') at time zone 'Europe/Paris', 'Claire DUMONT'),
                       (net, md5('carnet 2')::uuid, 'Mekki', 'Sofiane', 'AUTRE', 'Enseignant en activité physique adaptée', 'Maison sport-santé fictive', 'place d’Armes', '59569', 'Sin-le-Noble', '06 00 00 71 20', 'contact@apa.example', (today - 60 + time '09:45') at time zone 'Europe/Paris', 'Karim BELKACEM');
              insert into partners.note (network_id, id, ref, kind, audience, words, noted_by, noted_at)
                values (net, md5('note carnet')::uuid, md5('carnet 1')::uuid::text, 'PROFESSIONNEL', 'EQUIPE', 'S’installe en septembre : son numéro RPPS est demandé.', 'Claire DUMONT', (today - 12 + time '17:25') at time zone 'Europe/Paris');
              update network.affiliation set agreement_on = joined_on - 7 where network_id = net and joined_on is not null;
            end $$
            """;

    private PartnersPart() {}

    /// @param network the structure that knows them
    static void write(Connection connection, UUID network, LocalDate today) throws SQLException {
        Loader.execute(connection, SCRIPT.formatted(network, today));
    }
}
