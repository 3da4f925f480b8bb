package fr.maillage.bench;

import fr.maillage.platform.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// A country of invented structures: each with `plans` plans in force of ten interventions, what is
/// awaited of them and what was done, contacts, visits, stays, rights, requests, closed alerts.
///
/// Written structure by structure, by one statement a table, as the owner of the schema and under
/// the context of the structure: policies, foreign keys, checks and triggers hold as for a page.
/// The one thing put aside meanwhile is the trigger that refuses lines added to a plan already in
/// force.
final class NationalRegion {

    private static final String TODAY = "date '2026-06-02'";

    private final Owner owner;
    private final int structures;
    private final int plans;
    private final int acts;

    /// @param plans of each structure
    /// @param acts awaited or done of each intervention
    NationalRegion(Owner owner, int structures, int plans, int acts) {
        this.owner = owner;
        this.structures = structures;
        this.plans = plans;
        this.acts = acts;
    }

    /// Writes what is missing: a second run finds it there.
    void fill() throws SQLException {
        try (var connection = owner.connect()) {
            int there = count(connection);
            if (there > structures)
                throw new IllegalStateException(
                        there + " structures are there: remove target/sweepvar for a smaller run");
            if (there == structures) return;
            connection.setAutoCommit(false);
            execute(connection, "set synchronous_commit = off");
            guard(connection, "disable");
            connection.commit();
            var begun = System.nanoTime();
            for (int n = there; n < structures; n++) {
                structure(connection, n);
                connection.commit();
                if (n == 0) analyze(connection); // the next ones are checked by plans made for rows
                if ((n + 1) % 50 == 0)
                    Bench.OUT.printf(
                            Locale.ROOT,
                            "  %d structures écrites, %.0f s%n",
                            n + 1,
                            Bench.since(begun));
            }
            guard(connection, "enable");
            connection.commit();
            analyze(connection);
            Bench.OUT.printf(
                    Locale.ROOT,
                    "%d structures × %d plans × 10 interventions écrites en %.0f s%n",
                    structures,
                    plans,
                    Bench.since(begun));
        }
    }

    private static void guard(Connection connection, String how) throws SQLException {
        for (var table : List.of("careplan.goal", "careplan.intervention"))
            execute(connection, "alter table " + table + " " + how + " trigger keep_in_force");
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from network.network")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, "vacuum (analyze)");
        connection.setAutoCommit(false);
    }

    private void structure(Connection connection, int n) throws SQLException {
        execute(
                connection,
                """
                select set_config('maillage.networks', id, true), set_config('maillage.network', id, true),
                       set_config('maillage.agencies', '', true), set_config('maillage.account', '', true)
                  from (select md5('structure ' || %d)::uuid::text as id) n
                """
                        .formatted(n));
        for (var statement : STATEMENTS)
            execute(
                    connection,
                    statement
                            .replace(":today", TODAY)
                            .replace(":plans", String.valueOf(plans))
                            .replace(":acts", String.valueOf(acts))
                            .replace(":n", String.valueOf(n)));
        execute(connection, "drop table person, act");
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /// `g` numbers the persons, `a` their interventions, `o` the acts of each. One person in twenty
    /// more is only watched over.
    private static final List<String> STATEMENTS =
            List.of(
                    """
                    insert into network.network (id, name, short_name, kind, legal_form, region_code, phone, opening_hours)
                    values (platform.acting(), 'Structure d’essai :n', 'Essai :n', 'DAC', 'Association loi 1901', '32', '03 27 00 00 00', '9 h – 17 h')
                    """,
                    """
                    insert into network.team_member (id, family_name, given_name, function, since)
                    select md5('membre :n ' || m)::uuid, 'MEMBRE' || m, 'Dominique', case m when 0 then 'HEAD' else 'COORDINATOR' end, '2020-01-01'
                      from generate_series(0, 9) m
                    """,
                    """
                    create temp table person as
                    select g, uuidv7() as patient, uuidv7() as support, uuidv7() as pps, md5('membre :n ' || 1 + g % 9)::uuid as coordinator,
                           :today - (20 + g * 7 % 330) as since
                      from generate_series(1, :plans + :plans / 20) g
                    """,
                    """
                    create temp table act as
                    select p.g, a, p.patient, p.pps, p.since, uuidv7() as id from person p cross join generate_series(1, 10) a where p.g <= :plans
                    """,
                    """
                    insert into patient.patient (id, birth_name, given_names, sex, birth_date, commune_code, commune_name, phone, mt_state, mt_rpps, mt_name, created_at)
                    select patient, 'NOM' || translate((g * 7919 % 99991)::text, '0123456789', 'ABEILMNORS'), 'Camille', case g % 2 when 0 then 'F' else 'M' end,
                           date '1930-01-01' + g * 11 % 18000, '59178', 'Douai', '0327000000', 'DECLARE', '10100000017', 'Dr Exemple', now() from person
                    """,
                    """
                    insert into casefile.support (id, patient_id, theme_code, status, opened_on, included_on, level, coordinator_id, commune_code, watch_review_on,
                                                  paused_from, paused_until, pause_reason)
                    select support, patient, 'GERONTOLOGIE', case when g > :plans then 'VEILLE' else 'ACTIF' end, since, case when g <= :plans then since end,
                           case when g > :plans then 0 when g % 4 = 0 then 3 else 2 end, coordinator, '59178',
                           case when g > :plans then :today - 10 + g % 90 end,
                           case when g % 50 = 0 then :today - 3 end, case when g % 50 = 0 then :today + 12 end, case when g % 50 = 0 then 'HOSPITALISATION' end
                      from person
                    """,
                    """
                    insert into casefile.level_change (support_id, patient_id, level, since, reason)
                    select support, patient, case when g > :plans then 0 when g % 4 = 0 then 3 else 2 end, since, 'essai' from person
                    """,
                    """
                    insert into careplan.pps (id, patient_id, support_id, number, status, opinion, created_at, created_by, submitted_at, in_force_at, in_force_by, in_force_why,
                                              reassess_on, referent_id, mt_problems, life_project)
                    select pps, patient, support, 1, 'EN_VIGUEUR', case when g % 20 = 0 then 'ATTENDU' else 'VALIDE' end, since - 10, 'Dominique MEMBRE1', since - 5, since,
                           'Dr Exemple', case when g % 20 = 0 then 'SILENCE' else 'AVIS' end, least(since + 180 + g % 180, cast(since + interval '12 months' as date)), coordinator,
                           repeat('Problèmes repérés par le médecin traitant. ', 4), repeat('Rester chez elle. ', 4)
                      from person where g <= :plans
                    """,
                    """
                    insert into careplan.pps (id, patient_id, support_id, number, status, opinion, created_at, created_by, submitted_at, reassess_on, referent_id)
                    select uuidv7(), patient, support, 2, 'SOUMIS', 'ATTENDU', :today - 40, 'Dominique MEMBRE1', :today - g % 31, :today + 180, coordinator
                      from person where g <= :plans and g % 20 = 7
                    """,
                    """
                    insert into careplan.goal (pps_id, goal_id, problem, domain, kind, title)
                    select pps, md5(pps::text)::uuid, case when g % 12 > 0 then 'Problème 0' else 'Autre problème' end, 'MEDICAL', 'QUALITATIF', 'Marcher jusqu’au marché'
                      from person where g <= :plans
                    """,
                    """
                    insert into careplan.intervention (pps_id, intervention_id, goal_id, patient_id, volet, type, title, actor_name, actor_profession, starts_on, ends_on, every_n, every_unit,
                                                       window_days, tolerance_days, rank)
                    select pps, id, case when a = 1 then md5(pps::text)::uuid end, patient, case when a < 7 then 'SOINS' when a < 9 then 'AIDE' else 'EDUCATION' end,
                           case when a < 7 then 'CONSULTATION' when a < 9 then 'SERVICE_A_LA_PERSONNE' else 'SEANCE_EDUCATION' end, 'Intervention suivie ' || a,
                           case when (g + a) % 33 > 0 then 'Professionnel ' || g % 40 end, case when (g + a) % 33 > 0 then 'Infirmier' end, since, since + 360,
                           case when a > 1 then a end, case when a > 1 then 'SEMAINE' end, 7, 7, a
                      from act
                    """,
                    // one in three is over, one is about now, the others are to come; one in forty
                    // of now is late
                    """
                    insert into followup.occurrence (patient_id, intervention_id, pps_id, title, actor_name, due_on, due_until, late_after, status, done_on, marked_by, marked_at)
                    select patient, id, pps, 'Intervention suivie ' || a, 'Professionnel ' || g % 40, d, d + 7, d + 14,
                           case when o = 0 then 'FAIT' else 'PREVU' end, case when o = 0 then d + 2 end, case when o = 0 then 'Dominique' end, case when o = 0 then now() end
                      from (select act.*, o, case when o = 0 then :today - 30 - (g * 13 + a) % 200
                                                  when o = 1 then :today - case when (g + a * 7) % 40 = 0 then 16 + g % 10 else 13 end + (g * 3 + a) % 14 * sign((g + a * 7) % 40)::int
                                                  else :today + o * 25 + (g + a) % 20 end as d
                              from act cross join generate_series(0, :acts - 1) o) x
                    """,
                    """
                    with made as (
                      insert into followup.contact (id, at, channel, direction, who, reached, author_name)
                      select md5(patient::text || c)::uuid, :today - (5 + c * 40 + g % 35), 'TELEPHONE', 'SORTANT', 'La personne', 'JOINT', 'Dominique'
                        from person cross join generate_series(0, 3) c returning id, at)
                    insert into followup.contact_patient (contact_id, patient_id, at)
                    select m.id, p.patient, m.at from made m
                      join (select md5(patient::text || c)::uuid as id, patient from person cross join generate_series(0, 3) c) p on p.id = m.id
                    """,
                    """
                    insert into agenda.appointment (kind, patient_id, member_id, starts_at, ends_at, title, commune_name, outcome)
                    select 'VISITE', patient, coordinator, :today - 90 + v * 100 + g % 60 + time '09:30', :today - 90 + v * 100 + g % 60 + time '10:30', 'Visite', 'Douai',
                           case v when 0 then 'HONORE' end
                      from person cross join generate_series(0, 1) v where v = 0 or g % 3 = 0
                    """,
                    """
                    insert into casefile.stay (patient_id, kind, hospital, admitted_on, expected_on, discharged_on)
                    select patient, case g % 2 when 0 then 'NON_PROGRAMME' else 'PROGRAMME' end, 'CH d’exemple', :today - 2 - g % 300, :today - 2 - g % 300 + 5,
                           case when g % 300 > 3 then :today - 2 - g % 300 + 6 end
                      from person where g % 6 = 0
                    """,
                    """
                    insert into casefile.entitlement (patient_id, kind, state, asked_on, decided_on, starts_on, ends_on, appeal_until)
                    select patient, k.kind, case when g % 40 = k.rank then 'REFUSE' else 'ACCORDE' end, :today - 500, :today - 400, :today - 400, :today - 15 + (g * 17 + k.rank) % 900,
                           case when g % 40 = k.rank then :today + g % 60 end
                      from person join casefile.right_kind k on k.kind in ('ALD', 'APA') where k.kind = 'ALD' or g % 3 > 0
                    """,
                    """
                    insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, urgency, status, level, assigned_to)
                    select support, since - 10, 'TELEPHONE', patient, 'MEDECIN_TRAITANT', 'Dr Exemple', case when g % 100 = 0 then 'URGENTE' else 'NORMALE' end, 'ACCOMPAGNEMENT', 2, coordinator
                      from person
                    """,
                    """
                    insert into intake.urgency (referral_id, patient_id, opened_at, due24, due48, done24_at, done48_at, ended_at, ended_level, ended_why)
                    select support, patient, since - 10, since - 9, since - 8, case when g % 500 > 0 then since - 9 end, case when g % 500 > 0 then since - 9 end,
                           case when g % 500 > 0 then since - 8 end, case when g % 500 > 0 then 2 end, case when g % 500 > 0 then 'NIVEAU' end
                      from person where g % 100 = 0
                    """,
                    """
                    insert into intake.handover (patient_id, to_kind, to_name, content, patient_agreed, sent_at, sent_by_name, acknowledged_at, acknowledged_by)
                    select patient, 'SSIAD', 'SSIAD d’exemple', 'Passage de relais', true, :today - g % 60, 'Dominique', case when g % 10 > 0 then now() end,
                           case when g % 10 > 0 then 'SSIAD' end
                      from person where g % 33 = 0 or g % 70 = 0
                    """,
                    """
                    insert into assessment.problem (patient_id, code, label, domain, severity, status, since)
                    select patient, 'ESSAI' || c, 'Problème ' || c, 'MEDICAL', 'MODEREE', case c when 0 then 'RETENU' else 'RESOLU' end, since
                      from person cross join generate_series(0, 2) c
                    """,
                    """
                    insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title, status, on_date, author_name, saved_at, completed_at)
                    select md5('bilan' || patient)::uuid, patient, q.url, q.version, 'minizarit', 'Mini-Zarit', 'TERMINEE', since, 'Dominique', since, since
                      from person cross join (select url, version from assessment.questionnaire limit 1) q where g % 2 = 0
                    """,
                    """
                    insert into assessment.score (response_id, patient_id, code, label, value, on_date)
                    select md5('bilan' || patient)::uuid, patient, 'minizarit', 'Mini-Zarit', g / 2 % 8 / 2.0, since from person where g % 2 = 0
                    """,
                    """
                    insert into followup.alert (rule, subject_id, patient_id, coordinator_id, title, raised_at, due_on, urgency, status, closed_at, closed_by, outcome)
                    select 'ACTE_NON_FAIT', id, patient, null, 'Intervention suivie ' || a, :today - 100, :today - 100, 60, 'CLOSE', :today - 90, 'Dominique', 'FAIT'
                      from act where a <= 2
                    """);
}
