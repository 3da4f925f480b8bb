package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// What stands beside the plans of one structure: aids with their amounts, goals graded at the last
/// review, programmes of education, workshops with who came. Written while plans in force may still
/// be written in.
final class EducationPart {

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; p record; m uuid := md5(net || ' etp modele')::uuid; n int := 0; k int; a uuid; s uuid; r uuid;
              kinds text[] := array['APA','AIDE_TECHNIQUE','AMENAGEMENT','AIDE_FINANCIERE','AIDE_HUMAINE','EQUIPEMENT'];
              titles text[] := array['Plan d’aide APA à domicile','Lit médicalisé','Barre d’appui et siège de douche','Aide au reste à charge','Portage de repas','Téléassistance'];
              bodies text[] := array['Département du Nord','CPAM','Agence de l’habitat','Caisse de retraite','CCAS','Commune'];
              states text[] := array['ACCORDE','EN_PLACE','DEMANDE','REFUSE','EN_PLACE','A_DEMANDER'];
              amounts numeric[] := array[742.53, 1030.07, null, null, 96.40, 24.90];
              per text[] := array['MOIS','UNIQUE',null,null,'MOIS','MOIS'];
              skills text[] := array['Adapter ses repas à sa glycémie','Marcher trente minutes sans s’essouffler','Savoir quand appeler'];
              families text[] := array['ALIMENTATION','APA','MALADIE'];
              workshops text[] := array['Lire une étiquette','Marche au parc','Comprendre son traitement','Cuisiner sans sel','Gymnastique douce','Prévenir la crise'];
            begin
              insert into careplan.programme_model (network_id, id, title, diseases, level, designed_with, run_by, run_by_name, since) values
                (net, m, 'Bouger, manger, comprendre', array['Diabète de type 2','Insuffisance cardiaque','BPCO'], 'COMPLEXE', 'Réseau régional d’éducation (fictif)', 'STRUCTURE', null, today - 700),
                (net, md5(net || ' etp premier')::uuid, 'Premiers pas avec le diabète', array['Diabète de type 2'], 'PREMIER_RECOURS', null, 'HORS', 'Maison de santé (fictive)', today - 400);
              for k in 1..6 loop
                insert into careplan.session (network_id, id, kind, family, title, held_on, starts_at, minutes, place, animator, capacity, run_by, run_by_name, created_at, created_by)
                  values (net, md5(net || ' etp seance ' || k)::uuid, 'ATELIER', families[((k - 1) %% 3) + 1], workshops[k], today - 65 + k * 15 - extract(isodow from today - 65 + k * 15)::int + 4, '14:00', 90,
                          'Maison de quartier (fictive)', (array['Diététicienne du réseau','Enseignante en activité physique adaptée','Infirmière d’éducation'])[((k - 1) %% 3) + 1], 8,
                          case when k = 4 then 'HORS' else 'STRUCTURE' end, case when k = 4 then 'Maison de santé (fictive)' end, (today - 80 + time '09:00') at time zone 'Europe/Paris', 'Équipe');
              end loop;
              for p in select q.id as pps, q.patient_id, i.mt_name, q.in_force_at::date as since from careplan.pps q
                         join patient.patient i on i.network_id = q.network_id and i.id = q.patient_id and i.deceased_on is null
                         join casefile.support f on f.network_id = q.network_id and f.patient_id = q.patient_id and f.status = 'ACTIF'
                        where q.network_id = net and q.status = 'EN_VIGUEUR' and i.mt_name is not null
                        order by i.birth_name = 'BENALI' desc, i.used_name is not distinct from 'LEROY' desc, q.patient_id limit 9 loop
                n := n + 1;
                for k in 1..3 loop
                  a := md5(net || ' aide ' || n || ' ' || k)::uuid;
                  r := case when k = 1 then (select e.id from casefile.entitlement e where e.network_id = net and e.patient_id = p.patient_id and e.kind in ('APA','PCH') and e.state <> 'CLOS' order by e.id limit 1) end;
                  insert into careplan.aid (network_id, pps_id, aid_id, kind, title, body, asked_by, right_id, rank)
                    values (net, p.pps, a, kinds[(n + 2 * k) %% 6 + 1], titles[(n + 2 * k) %% 6 + 1], bodies[(n + 2 * k) %% 6 + 1], case when k = 2 then 'Assistante sociale' end, r, k);
                  insert into careplan.aid_step (network_id, id, aid_id, state, on_date, author_name, at)
                    values (net, md5(a || ' d')::uuid, a, 'DEMANDE', today - 50, 'Équipe', (today - 50 + time '10:00') at time zone 'Europe/Paris');
                  if states[(n + 2 * k) %% 6 + 1] not in ('DEMANDE','A_DEMANDER') then
                    insert into careplan.aid_step (network_id, id, aid_id, state, on_date, amount, amount_per, starts_on, ends_on, words, author_name, at)
                      values (net, md5(a || ' s')::uuid, a, states[(n + 2 * k) %% 6 + 1], today - 20, amounts[(n + 2 * k) %% 6 + 1], per[(n + 2 * k) %% 6 + 1],
                              case when amounts[(n + 2 * k) %% 6 + 1] is not null then today - 15 end, case when per[(n + 2 * k) %% 6 + 1] = 'MOIS' then today + 350 end,
                              case when states[(n + 2 * k) %% 6 + 1] = 'REFUSE' then 'Ressources au-dessus du plafond' end, 'Équipe', (today - 20 + time '10:00') at time zone 'Europe/Paris');
                  end if;
                end loop;
                if n %% 3 = 2 then
                  update careplan.goal g set result = 'EN_PARTIE', result_why = 'Deux fois sur trois ; la fatigue du matin reste', reviewed_on = p.since
                   where g.network_id = net and g.pps_id = p.pps and g.goal_id = (select o.goal_id from careplan.goal o where o.network_id = net and o.pps_id = p.pps order by o.rank, o.goal_id limit 1);
                elsif n %% 3 = 0 then
                  update careplan.goal g set result = 'NON_ATTEINT', result_why = 'Personne n’a pu venir à cette heure ; repris avec un autre cabinet', reviewed_on = p.since
                   where g.network_id = net and g.pps_id = p.pps and g.goal_id = (select o.goal_id from careplan.goal o where o.network_id = net and o.pps_id = p.pps order by o.rank, o.goal_id limit 1);
                end if;
                insert into careplan.intervention (network_id, pps_id, intervention_id, patient_id, volet, type, title, actor_name, actor_group, starts_on, ends_on, every_n, every_unit, tolerance_days, rank)
                  values (net, p.pps, md5(net || ' soi ' || n)::uuid, p.patient_id, 'SOINS', 'PRESCRIPTION_NON_MEDICAMENTEUSE', 'Marcher une heure avec quelqu’un', 'La personne elle-même', 'PERSONNE',
                          greatest(p.since, today - 35), today + 56, 1, 'SEMAINE', 7, 90);
                insert into followup.occurrence (network_id, id, patient_id, intervention_id, pps_id, title, actor_name, due_on, due_until, late_after, status, done_on, done_by, marked_by, marked_at)
                  select net, md5(net || ' soi ' || n || d)::uuid, p.patient_id, md5(net || ' soi ' || n)::uuid, p.pps, 'Marcher une heure avec quelqu’un', 'La personne elle-même', d, d, d + 7,
                         case when d < today then 'FAIT' else 'PREVU' end, case when d < today then d end, case when d < today then 'La personne elle-même' end,
                         case when d < today then 'Équipe' end, case when d < today then (d + time '18:00') at time zone 'Europe/Paris' end
                    from (select g::date as d from generate_series(greatest(p.since, today - 35), today + 56, interval '7 days') g) due;
                s := md5(net || ' etp personne ' || n)::uuid;
                insert into careplan.programme (network_id, id, patient_id, model_id, title, level, run_by, proposed_by, proposed_on, asked_on, agreed_on, diagnosis_on, diagnosis_by, diagnosis, created_at, created_by)
                  values (net, s, p.patient_id, m, 'Bouger, manger, comprendre', 'COMPLEXE', 'STRUCTURE', p.mt_name, today - 75, today - 75, today - 72, today - 70, 'Infirmière d’éducation',
                          'Veut comprendre ce qui la fatigue ; sait mesurer, n’adapte pas encore.', (today - 75 + time '11:00') at time zone 'Europe/Paris', 'Équipe');
                for k in 1..3 loop
                  insert into careplan.competence (network_id, id, programme_id, family, words, before, after, evaluated_on, rank)
                    values (net, md5(s || ' c ' || k)::uuid, s, families[k], skills[k], case when k = 2 then 'EN_COURS' else 'NON_ACQUIS' end,
                            case when (n + k) %% 3 = 0 then 'ACQUIS' when (n + k) %% 3 = 1 then 'EN_COURS' end, case when (n + k) %% 3 < 2 then today - 6 end, k);
                end loop;
                for k in 1..6 loop
                  if n <= 8 and (n + k) %% 4 <> 0 then
                    insert into careplan.enrolment (network_id, session_id, programme_id, patient_id, state, enrolled_at, enrolled_by, marked_at, marked_by)
                      select net, x.id, s, p.patient_id, case when x.held_on >= today then 'INSCRIT' when (n + k) %% 5 = 0 then 'ABSENT' when (n + k) %% 7 = 0 then 'EXCUSE' else 'PRESENT' end,
                             (today - 70 + time '11:00') at time zone 'Europe/Paris', 'Équipe', case when x.held_on < today then (x.held_on + time '16:00') at time zone 'Europe/Paris' end,
                             case when x.held_on < today then 'Équipe' end
                        from careplan.session x where x.network_id = net and x.id = md5(net || ' etp seance ' || k)::uuid;
                  end if;
                end loop;
              end loop;
            end $$
            """;

    private EducationPart() {}

    static void write(Connection connection, UUID structure, LocalDate today) throws SQLException {
        Loader.execute(connection, SCRIPT.formatted(structure, today));
    }
}
