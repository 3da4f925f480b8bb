package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What those around Odette Leroy say of the lines of her plan: comments that wait and one that was
/// seen to; suggestions waiting, accepted, adapted and refused; the two tasks they are for her
/// référent.
final class CowritingPart {

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; who uuid; plan uuid; claire uuid;
              safe text; visits text; walking text; home text; help text;
              lucie uuid := (select id from access.account where login = 'lucie.petit');
              morel uuid := (select id from access.account where login = 'anne.morel');
              brigitte uuid := (select id from access.account where login = 'brigitte.carlier');
              isabelle uuid := (select id from access.account where login = 'isabelle.leroy');
              at timestamptz := (today + time '09:10') at time zone 'Europe/Paris';
            begin
              select p.id, p.patient_id, s.coordinator_id into plan, who, claire from careplan.pps p
                join patient.patient i on i.network_id = p.network_id and i.id = p.patient_id and i.used_name = 'LEROY' and i.given_names like 'Odette%%'
                join casefile.support s on s.network_id = p.network_id and s.id = p.support_id
               where p.network_id = net and p.status = 'EN_VIGUEUR' limit 1;
              if plan is null then return; end if;
              select 'objectifs-' || goal_id into safe from careplan.goal where network_id = net and pps_id = plan and title = 'Ne plus tomber';
              select 'interventions-' || intervention_id into visits from careplan.intervention where network_id = net and pps_id = plan and title = 'Passage infirmier et pilulier';
              select 'interventions-' || intervention_id into walking from careplan.intervention where network_id = net and pps_id = plan and title like 'Kinésithérapie%%';
              select 'interventions-' || intervention_id into home from careplan.intervention where network_id = net and pps_id = plan and title like 'Visite d’un ergothérapeute%%';
              select 'interventions-' || intervention_id into help from careplan.intervention where network_id = net and pps_id = plan and title like 'Aide à la toilette%%';
              insert into careplan.remark (network_id, id, patient_id, line, words, author_id, author_name, quality, at, resolved_at, resolved_by) values
                (net, md5(plan || ' mot 1')::uuid, who, safe, 'Chaussons fermés achetés samedi. Elle garde les anciens sous le lit.', isabelle, 'Isabelle LEROY', 'Aidant principal', at - interval '12 days', at - interval '11 days', 'Claire DUMONT'),
                (net, md5(plan || ' mot 2')::uuid, who, safe, 'Tension basse debout mardi : je revois le traitement du soir avant de parler de kiné en plus.', morel, 'Dr Anne MOREL', 'Médecin traitant', at - interval '2 days', null, null),
                (net, md5(plan || ' mot 3')::uuid, who, walking, 'Le vendredi elle revient épuisée de l’accueil de jour : elle a refusé deux fois la séance.', isabelle, 'Isabelle LEROY', 'Aidant principal', at - interval '3 days', null, null),
                (net, md5(plan || ' mot 4')::uuid, who, help, 'La barre de la douche bouge, je le dis au mari à chaque fois.', brigitte, 'Brigitte CARLIER', 'Aide à domicile', at - interval '1 day', null, null);
              insert into careplan.suggestion (network_id, id, patient_id, deed, kind, line, part, title, was, wanted, why, author_id, author_name, quality, at, state, decided_at, decided_by, answer, pps_id) values
                (net, md5(plan || ' pro 1')::uuid, who, 'CHANGER', 'INTERVENTION', visits, 'SOINS', 'Passage infirmier et pilulier',
                 jsonb_build_object('place', jsonb_build_array(''), 'note', jsonb_build_array('')),
                 jsonb_build_object('place', jsonb_build_array('Domicile, avant 9 heures'), 'note', jsonb_build_array('Pilulier de la semaine préparé le lundi, clé chez la voisine')),
                 'Le soir elle est couchée quand j’arrive, et le mari ne trouve plus les comprimés du matin.', lucie, 'Lucie PETIT', 'Infirmière, coordonnateur de cas', at - interval '1 day', 'ATTEND', null, null, null, null),
                (net, md5(plan || ' pro 2')::uuid, who, 'AJOUTER', 'INTERVENTION', null, 'AIDE', 'Portage de repas le midi', '{}'::jsonb,
                 jsonb_build_object('title', jsonb_build_array('Portage de repas le midi'), 'place', jsonb_build_array('Domicile'), 'starts_on', jsonb_build_array((today + 7)::text), 'every_n', jsonb_build_array('1'),
                   'unit', jsonb_build_array('SEMAINE'), 'weekdays', jsonb_build_array('1','3','5'), 'ends_on', jsonb_build_array(''), 'times', jsonb_build_array('24'), 'note', jsonb_build_array(''), 'type', jsonb_build_array('SERVICE_A_LA_PERSONNE')),
                 'Mon père ne fait plus de courses, ils mangent du pain et du fromage trois midis sur sept.', isabelle, 'Isabelle LEROY', 'Aidant principal', at - interval '3 hours', 'ATTEND', null, null, null, null),
                (net, md5(plan || ' pro 3')::uuid, who, 'CHANGER', 'INTERVENTION', home, 'SOINS', 'Visite d’un ergothérapeute à domicile',
                 jsonb_build_object('title', jsonb_build_array('Visite d’un ergothérapeute')), jsonb_build_object('title', jsonb_build_array('Visite d’un ergothérapeute à domicile')),
                 'La salle d’eau se juge sur place.', morel, 'Dr Anne MOREL', 'Médecin traitant', at - interval '76 days', 'ACCEPTEE', at - interval '75 days', 'Claire DUMONT', null, plan),
                (net, md5(plan || ' pro 4')::uuid, who, 'CHANGER', 'INTERVENTION', walking, 'SOINS', 'Kinésithérapie : équilibre et marche',
                 jsonb_build_object('times', jsonb_build_array('20')), jsonb_build_object('times', jsonb_build_array('10')),
                 'Dix séances suffiront si elle marche avec sa fille.', lucie, 'Lucie PETIT', 'Infirmière, coordonnateur de cas', at - interval '76 days', 'AMENDEE', at - interval '75 days', 'Claire DUMONT', null, plan),
                (net, md5(plan || ' pro 5')::uuid, who, 'CHANGER', 'INTERVENTION', help, 'AIDE', 'Aide à la toilette et au lever',
                 jsonb_build_object('note', jsonb_build_array('')), jsonb_build_object('note', jsonb_build_array('Toilette le soir plutôt que le matin')),
                 'Le matin le mari veut la faire lui-même.', brigitte, 'Brigitte CARLIER', 'Aide à domicile', at - interval '20 days', 'REFUSEE', at - interval '18 days', 'Claire DUMONT', 'C’est pour le soulager que l’aide vient au lever. J’en parle avec lui à la prochaine visite.', null);
              insert into followup.task (network_id, id, patient_id, kind, title, waits_for, due_on, assigned_to, created_at, created_by) values
                (net, md5(plan || ' tache mots')::uuid, who, 'TACHE', 'Lire les commentaires sur le plan', 'COMMENTAIRES', today - 3, claire, at - interval '3 days', 'Maillage'),
                (net, md5(plan || ' tache propositions')::uuid, who, 'TACHE', 'Répondre aux propositions sur le plan', 'PROPOSITIONS', today - 1, claire, at - interval '1 day', 'Maillage');
            end $$
            """;

    private CowritingPart() {}

    static void write(Connection connection, UUID structure, LocalDate today) throws SQLException {
        Loader.execute(connection, SCRIPT.formatted(structure, today));
    }
}
