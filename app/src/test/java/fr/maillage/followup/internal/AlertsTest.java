package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.assessment.EvaluationCompleted;
import fr.maillage.casefile.SupportClosed;
import fr.maillage.followup.AlertRule;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Setting;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import fr.maillage.testing.TestWorld.Cast;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// What did not happen raises an alert, once, and never because somebody forgot to look.
@IntegrationTest
class AlertsTest {

    @Autowired Cast cast;

    @Autowired MovableClock clock;

    @Autowired JdbcClient sql;

    @Autowired Occurrences occurrences;

    @Autowired Sweep sweep;

    @Autowired AlertService alerts;

    @Autowired FollowUp followUp;

    @Autowired Jobs jobs;

    @Autowired MockMvc mvc;

    @Autowired ApplicationEventPublisher events;

    @BeforeEach
    @AfterEach
    void tuesday2June() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    @Proves({"REQ-ALERTS-01", "REQ-ALERTS-07", "REQ-FOLLOWUP-01"})
    void
            an_act_of_the_plan_that_nobody_marks_becomes_an_alert_after_its_tolerance_and_not_before() {
        var odette = cast.newFollowed(cast.douai, 3, 30);
        plan(
                odette,
                LocalDate.of(2027, 6, 1),
                retinalPhotograph(2, 7)); // due 2 to 4 June, late after 11 June
        follow(odette);

        clock.goTo(LocalDateTime.of(2026, 6, 11, 23, 59));
        sweep(odette);
        assertThat(open(odette)).isEmpty();

        clock.goTo(LocalDateTime.of(2026, 6, 12, 0, 1));
        sweep(odette);
        assertThat(open(odette))
                .containsExactly(
                        "ACTE_NON_FAIT 2026-06-04 "
                                + AlertRule.ACTE_NON_FAIT.urgency(8, 3)
                                + " OUVERTE");
    }

    @Test
    @Proves("REQ-ALERTS-01")
    void a_sweep_done_twice_or_for_the_whole_structure_raises_one_alert() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plan(odette, LocalDate.of(2027, 6, 1), retinalPhotograph(0, 0));
        follow(odette);
        follow(odette);
        assertThat(count(odette, "select count(*) from followup.occurrence where patient_id = :p"))
                .isOne();
        clock.move(Duration.ofDays(1));

        assertThat(in(odette, () -> sweep.person(odette.patient())).raised()).isOne();
        assertThat(in(odette, () -> sweep.person(odette.patient())))
                .isEqualTo(new Sweep.Swept(0, 0, 0));
        jobs.sweep();

        assertThat(count(odette, "select count(*) from followup.alert where patient_id = :p"))
                .isOne();
    }

    @Test
    @Proves({"REQ-FOLLOWUP-01", "REQ-FOLLOWUP-03", "REQ-TEAM-11"})
    void done_in_its_window_late_or_not_at_all_and_its_author_is_the_provider() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plan(
                odette,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                        "Kinésithérapie",
                        "M. ROCHE",
                        LocalDate.of(2026, 6, 2),
                        1,
                        "JOUR",
                        3,
                        0,
                        1));
        follow(odette);
        clock.move(Duration.ofDays(10));
        sweep(odette);
        assertThat(open(odette)).hasSize(3);
        signIn(cast.claireCoordinator);
        var acts =
                as(
                        cast.claireCoordinator,
                        () -> followUp.toMark(odette.patient(), LocalDate.now(clock)));
        assertThat(acts).extracting(FollowUp.DueAct::late).containsOnly(true);

        mark(
                cast.claireCoordinator,
                acts.get(0).id(),
                new FollowUp.Mark.Done(LocalDate.of(2026, 6, 2), null, null));
        mark(
                cast.claireCoordinator,
                acts.get(1).id(),
                new FollowUp.Mark.Done(LocalDate.of(2026, 6, 5), null, null));
        mark(
                cast.claireCoordinator,
                acts.get(2).id(),
                new FollowUp.Mark.Missed(NotDone.TRANSPORT, null));

        assertThat(
                        in(
                                odette,
                                () ->
                                        sql.sql(
                                                        """
                                                        select concat_ws(' ', status, done_on, done_by, not_done_why, marked_by) from followup.occurrence where patient_id = :p order by due_on
                                                        """)
                                                .param("p", odette.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly(
                        "FAIT 2026-06-02 M. ROCHE Claire DUMONT",
                        "FAIT_HORS_DELAI 2026-06-05 M. ROCHE Claire DUMONT",
                        "NON_FAIT TRANSPORT Claire DUMONT");
        assertThat(open(odette)).isEmpty();
        assertThat(in(odette, () -> sweep.person(odette.patient())))
                .isEqualTo(new Sweep.Swept(0, 0, 0));
        assertThat(
                        mark(
                                cast.claireCoordinator,
                                acts.get(0).id(),
                                new FollowUp.Mark.Done(
                                        LocalDate.of(2026, 6, 2), "DUMONT Claire", null)))
                .isEqualTo(new FollowUp.Marked.ByWhom());
    }

    @Test
    void an_act_is_marked_by_the_team_or_the_member_of_the_circle_in_charge_and_nobody_else() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var lucie = circle(odette, cast.nurseLucie);
        plan(
                odette,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                                "Pansement",
                                "Lucie PETIT",
                                LocalDate.of(2026, 6, 2),
                                null,
                                null,
                                null,
                                0,
                                1)
                        .by(lucie),
                new Intervention(
                        "Kinésithérapie",
                        "M. ROCHE",
                        LocalDate.of(2026, 6, 2),
                        null,
                        null,
                        null,
                        0,
                        1));
        follow(odette);
        var dressing = act(odette, "Pansement");
        var physio = act(odette, "Kinésithérapie");
        signIn(cast.nurseLucie);
        assertThat(
                        as(
                                cast.nurseLucie,
                                () -> followUp.toMark(odette.patient(), LocalDate.now(clock))))
                .extracting(FollowUp.DueAct::id)
                .containsExactly(dressing);
        var done = new FollowUp.Mark.Done(LocalDate.now(clock), null, null);

        assertThatThrownBy(() -> mark(cast.nurseLucie, physio, done)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mark(cast.sophieSecretary, dressing, done))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mark(cast.calaisCoordinator, dressing, done))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mark(cast.patientAccount(odette), dressing, done))
                .isInstanceOf(NotFound.class);
        assertThat(mark(cast.nurseLucie, dressing, done))
                .isEqualTo(new FollowUp.Marked.Recorded(false));
    }

    @Test
    @Proves("REQ-FOLLOWUP-04")
    void a_new_version_keeps_what_was_done_and_drops_what_it_no_longer_asks() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var physio = UUID.randomUUID();
        var dietician = UUID.randomUUID();
        var daily =
                new Intervention(
                        "Kinésithérapie",
                        "M. ROCHE",
                        LocalDate.of(2026, 6, 2),
                        1,
                        "JOUR",
                        10,
                        0,
                        1);
        var first =
                plan(
                        odette,
                        LocalDate.of(2027, 6, 1),
                        daily.with(physio),
                        new Intervention(
                                        "Diététicienne",
                                        "Mme LIN",
                                        LocalDate.of(2026, 6, 20),
                                        null,
                                        null,
                                        null,
                                        0,
                                        7)
                                .with(dietician));
        follow(odette);
        signIn(cast.claireCoordinator);
        mark(
                cast.claireCoordinator,
                act(odette, "Kinésithérapie"),
                new FollowUp.Mark.Done(LocalDate.of(2026, 6, 2), null, null));
        clock.move(Duration.ofDays(2)); // 4 June: 2 and 3 June are over

        replace(
                odette,
                first,
                new Intervention(
                                "Kinésithérapie",
                                "Mme KANE",
                                LocalDate.of(2026, 6, 2),
                                2,
                                "JOUR",
                                5,
                                0,
                                1)
                        .with(physio));
        follow(odette);

        assertThat(
                        in(
                                odette,
                                () ->
                                        sql.sql(
                                                        "select concat_ws(' ', due_on, status, actor_name) from followup.occurrence where patient_id = :p order by due_on")
                                                .param("p", odette.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .containsExactly(
                        "2026-06-02 FAIT M. ROCHE",
                        "2026-06-03 PREVU M. ROCHE",
                        "2026-06-04 PREVU Mme KANE",
                        "2026-06-06 PREVU Mme KANE",
                        "2026-06-08 PREVU Mme KANE",
                        "2026-06-10 PREVU Mme KANE");
    }

    @Test
    void what_was_asked_for_before_the_plan_came_into_force_is_awaited_from_that_day() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plan(
                odette,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                        "Ergothérapeute",
                        "Mme LIN",
                        LocalDate.of(2026, 5, 4),
                        null,
                        null,
                        null,
                        5,
                        7));
        follow(odette);
        follow(odette);
        assertThat(
                        texts(
                                odette,
                                "select concat_ws(' ', due_on, due_until, status) from followup.occurrence where patient_id = :p"))
                .containsExactly("2026-06-02 2026-06-07 PREVU");
    }

    @Test
    void a_plan_of_more_than_400_dates_dates_nothing_and_asks_the_coordinator_once() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plan(
                odette,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                        "Toilette", "SSIAD", LocalDate.of(2026, 6, 2), 1, "JOUR", 500, 0, 1));
        follow(odette);
        follow(odette);
        assertThat(count(odette, "select count(*) from followup.occurrence where patient_id = :p"))
                .isZero();
        assertThat(
                        count(
                                odette,
                                "select count(*) from followup.task where patient_id = :p and assigned_to is not null"))
                .isOne();
    }

    @Test
    void a_long_plan_is_dated_a_year_ahead_and_the_night_goes_on() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        plan(
                odette,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                        "Consultation", "Dr LIN", LocalDate.of(2026, 6, 2), 1, "MOIS", 20, 0, 300));
        follow(odette);
        assertThat(count(odette, "select count(*) from followup.occurrence where patient_id = :p"))
                .isEqualTo(13);
        clock.move(Duration.ofDays(62));
        in(odette, occurrences::extend);
        assertThat(count(odette, "select count(*) from followup.occurrence where patient_id = :p"))
                .isEqualTo(15);
    }

    @Test
    @Proves("REQ-ALERTS-05")
    void reassessment_warns_before_and_after_its_day() {
        var odette = cast.newFollowed(cast.douai, 1, 0);
        plan(odette, LocalDate.of(2026, 7, 10));
        sweep(odette);
        assertThat(open(odette)).isEmpty();
        clock.goTo(LocalDateTime.of(2026, 6, 10, 9, 0)); // 30 days before
        sweep(odette);
        assertThat(open(odette)).containsExactly("REEVALUATION 2026-07-10 35 OUVERTE");
        clock.goTo(LocalDateTime.of(2026, 7, 11, 9, 0));
        sweep(odette);
        assertThat(open(odette)).containsExactly("REEVALUATION 2026-07-10 36 OUVERTE");
        assertThat(
                        in(
                                odette,
                                () ->
                                        sql.sql(
                                                        "select title from followup.open_alert where patient_id = :p")
                                                .param("p", odette.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("PPS v1 : réévaluation dépassée");
    }

    @Test
    @Proves("REQ-ALERTS-03")
    void a_threshold_of_the_level_wins_over_the_structure_s_and_both_over_the_default() {
        var calm = cast.newFollowed(cast.calais, 1, 50);
        var complex = cast.newFollowed(cast.calais, 3, 50);
        sweep(calm);
        sweep(complex);
        assertThat(open(calm)).isEmpty(); // default: 60 days without contact
        setting(cast.calais, Setting.NO_CONTACT_DAYS, -1, 55);
        setting(cast.calais, Setting.NO_CONTACT_DAYS, 3, 21);
        try {
            sweep(calm);
            sweep(complex);
            assertThat(open(calm)).isEmpty();
            assertThat(open(complex))
                    .containsExactly(
                            "SANS_CONTACT 2026-05-04 "
                                    + AlertRule.SANS_CONTACT.urgency(29, 3)
                                    + " OUVERTE");
        } finally {
            cast.in(
                    cast.calais,
                    () ->
                            sql.sql("delete from network.setting where key = 'NO_CONTACT_DAYS'")
                                    .update());
        }
        sweep(complex);
        assertThat(open(complex)).as("the cause is gone with the threshold").isEmpty();
    }

    @Test
    void silence_of_the_doctor_escalates_and_never_blocks() {
        var odette = cast.newFollowed(cast.douai, 2, 30);
        var plan = plan(odette, LocalDate.of(2027, 4, 1));
        in(
                odette,
                () ->
                        sql.sql("update careplan.pps set opinion = 'ATTENDU' where id = :id")
                                .param("id", plan)
                                .update());
        in(
                odette,
                () ->
                        sql.sql(
                                        "insert into careplan.receipt (pps_id, received_on, way, by_name, recorded_by, recorded_at) values (:id, '2026-06-03', 'TELEPHONE', 'Dr X', 'y', '2026-06-03T10:00Z')")
                                .param("id", plan)
                                .update());
        clock.move(Duration.ofDays(14));
        sweep(odette);
        assertThat(open(odette)).isEmpty();
        clock.move(Duration.ofDays(1));
        sweep(odette);
        assertThat(open(odette)).containsExactly("MT_SILENCIEUX 2026-06-17 55 OUVERTE");
        clock.move(Duration.ofDays(5));
        sweep(odette);
        assertThat(open(odette)).containsExactly("MT_SILENCIEUX 2026-06-17 60 OUVERTE");
        assertThat(
                        in(
                                odette,
                                () ->
                                        sql.sql("select status from careplan.pps where id = :id")
                                                .param("id", plan)
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("EN_VIGUEUR");
        in(
                odette,
                () ->
                        sql.sql("update careplan.pps set opinion = 'VALIDE' where id = :id")
                                .param("id", plan)
                                .update());
        sweep(odette);
        assertThat(
                        in(
                                odette,
                                () ->
                                        sql.sql(
                                                        "select concat_ws(' ', status, outcome) from followup.alert where patient_id = :p")
                                                .param("p", odette.patient().value())
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("RESOLUE CAUSE_DISPARUE");
    }

    @Test
    @Proves("REQ-ALERTS-06")
    void an_urgency_warns_at_24_then_48_hours_also_in_a_file_in_pause() {
        var marcel = cast.newFollowed(cast.douai, 3, 1);
        pause(marcel, LocalDate.of(2026, 6, 1), null);
        urgency(marcel);
        sweep(marcel);
        assertThat(open(marcel)).containsExactly("URGENCE_24H 2026-06-03 215 OUVERTE");
        clock.move(Duration.ofHours(25));
        sweep(marcel);
        assertThat(open(marcel))
                .containsExactly(
                        "URGENCE_24H 2026-06-03 215 OUVERTE", "URGENCE_48H 2026-06-04 205 OUVERTE");
        in(
                marcel,
                () ->
                        sql.sql(
                                        "update intake.urgency set done24_at = :now, done24_how = 'TELEPHONE' where patient_id = :p")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("p", marcel.patient().value())
                                .update());
        sweep(marcel);
        assertThat(open(marcel)).containsExactly("URGENCE_48H 2026-06-04 205 OUVERTE");
        signIn(cast.claireCoordinator);
        var alert = alertId(marcel);
        assertThat(
                        as(
                                cast.claireCoordinator,
                                () ->
                                        alerts.close(
                                                alert,
                                                AlertOutcome.REPROGRAMME,
                                                LocalDate.of(2026, 6, 10),
                                                null)))
                .as("an urgent evaluation is not put off")
                .isInstanceOf(AlertService.Answer.Refused.class);
        assertThat(
                        as(
                                cast.claireCoordinator,
                                () -> alerts.close(alert, AlertOutcome.RELANCE, null, null)))
                .isInstanceOf(AlertService.Answer.Done.class);
        assertThat(open(marcel)).hasSize(1);
    }

    @Test
    void
            an_intervention_without_actor_and_a_hand_over_without_answer_are_alerts_after_their_days() {
        var renee = cast.newFollowed(cast.douai, 3, 30);
        plan(
                renee,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                        "Ergothérapeute", null, LocalDate.of(2026, 8, 1), null, null, null, 30, 7));
        follow(renee);
        handover(renee);
        clock.move(Duration.ofDays(6));
        sweep(renee);
        assertThat(open(renee)).isEmpty();
        clock.move(Duration.ofDays(1));
        sweep(renee);
        assertThat(open(renee))
                .containsExactly(
                        "RELAIS_SANS_ACCUSE 2026-06-09 65 OUVERTE",
                        "SANS_ACTEUR 2026-06-09 50 OUVERTE");
    }

    @Test
    void a_watch_is_reviewed_on_its_day() {
        var tm = cast.newFollowed(cast.douai, 1, 30);
        in(
                tm,
                () ->
                        sql.sql(
                                        "update casefile.support set status = 'VEILLE', level = 0, watch_review_on = '2026-06-03' where id = :id")
                                .param("id", tm.support())
                                .update());
        sweep(tm);
        assertThat(open(tm)).isEmpty();
        clock.move(Duration.ofDays(1));
        sweep(tm);
        assertThat(open(tm)).containsExactly("VEILLE_A_REVOIR 2026-06-03 20 OUVERTE");
    }

    @Test
    void a_file_in_pause_raises_nothing_and_its_alerts_wait() {
        var jean = cast.newFollowed(cast.douai, 2, 61);
        sweep(jean);
        assertThat(open(jean)).hasSize(1);
        pause(jean, LocalDate.of(2026, 6, 2), LocalDate.of(2026, 6, 10));
        plan(jean, LocalDate.of(2027, 6, 1), retinalPhotograph(0, 0));
        follow(jean);
        clock.move(Duration.ofDays(2));
        sweep(jean);
        assertThat(open(jean))
                .singleElement()
                .asString()
                .startsWith("SANS_CONTACT")
                .endsWith("EN_PAUSE");
        assertThat(status(jean)).containsExactly("SUSPENDU");
        clock.move(Duration.ofDays(7)); // 11 June
        pauses(jean);
        pauses(jean);
        sweep(jean);
        assertThat(status(jean)).as("asked for once: still to be done").containsExactly("PREVU");
        assertThat(open(jean)).hasSize(2).allMatch(a -> a.endsWith("OUVERTE"));
    }

    @Test
    void a_death_closes_every_alert_and_task_in_its_own_transaction() {
        var marcel = cast.newFollowed(cast.douai, 3, 61);
        plan(marcel, LocalDate.of(2027, 6, 1), retinalPhotograph(0, 0));
        follow(marcel);
        in(
                marcel,
                () ->
                        sql.sql(
                                        "insert into followup.task (patient_id, kind, title, due_on, created_at, created_by) values (:p, 'RAPPEL', 'x', '2026-06-03', now(), 'x')")
                                .param("p", marcel.patient().value())
                                .update());
        clock.move(Duration.ofDays(3));
        sweep(marcel);
        assertThat(open(marcel)).hasSize(2);

        in(
                marcel,
                () -> {
                    sql.sql(
                                    "update casefile.support set status = 'CLOS', closed_on = '2026-06-05', exit_reason = 'DECES' where id = :id")
                            .param("id", marcel.support())
                            .update();
                    events.publishEvent(
                            new SupportClosed(
                                    marcel.network(),
                                    marcel.support(),
                                    marcel.patient(),
                                    "DECES",
                                    clock.instant()));
                    return null;
                });

        assertThat(open(marcel)).isEmpty();
        assertThat(
                        count(
                                marcel,
                                "select count(*) from followup.alert where patient_id = :p and outcome = 'SORTIE'"))
                .isEqualTo(2);
        assertThat(
                        count(
                                marcel,
                                "select count(*) from followup.task where patient_id = :p and done_at is null"))
                .isZero();
        assertThat(
                        count(
                                marcel,
                                "select count(*) from followup.occurrence where patient_id = :p and status = 'PREVU'"))
                .isZero();
        sweep(marcel);
        assertThat(open(marcel)).isEmpty();
    }

    @Test
    void nothing_due_before_the_resumption_date_floods_the_first_monday() {
        var odette =
                cast.newFollowed(cast.calais, 2, 200); // no contact for 140 days more than allowed
        cast.in(
                cast.calais,
                () ->
                        sql.sql(
                                        "update network.network set resumption_date = '2026-06-02' where id = :id")
                                .param("id", cast.calais.value())
                                .update());
        try {
            sweep(odette);
            assertThat(open(odette)).isEmpty();
            plan(odette, LocalDate.of(2027, 6, 1), retinalPhotograph(0, 0));
            follow(odette);
            clock.move(Duration.ofDays(2));
            sweep(odette);
            assertThat(open(odette)).singleElement().asString().startsWith("ACTE_NON_FAIT");
        } finally {
            cast.in(
                    cast.calais,
                    () ->
                            sql.sql(
                                            "update network.network set resumption_date = null where id = :id")
                                    .param("id", cast.calais.value())
                                    .update());
        }
    }

    @Test
    void an_alert_put_off_comes_back_on_its_day_and_one_closed_for_good_does_not() {
        var odette = cast.newFollowed(cast.douai, 2, 61);
        sweep(odette);
        signIn(cast.claireCoordinator);
        var first = alertId(odette);
        as(
                cast.claireCoordinator,
                () ->
                        alerts.close(
                                first, AlertOutcome.REPROGRAMME, LocalDate.of(2026, 6, 8), null));
        clock.goTo(LocalDateTime.of(2026, 6, 7, 9, 0));
        sweep(odette);
        assertThat(open(odette)).isEmpty();
        clock.goTo(LocalDateTime.of(2026, 6, 8, 9, 0));
        sweep(odette);
        assertThat(open(odette)).hasSize(1);
        var second = alertId(odette);
        as(
                cast.claireCoordinator,
                () -> alerts.close(second, AlertOutcome.PLUS_D_ACTUALITE, null, "vue hier"));
        clock.move(Duration.ofDays(30));
        sweep(odette);
        assertThat(open(odette)).isEmpty();
    }

    @Test
    @Proves("REQ-MULTI-STRUCTURE-05")
    void a_sweep_of_one_structure_leaves_the_other_untouched() {
        var theirs = cast.newFollowed(cast.calais, 2, 61);
        cast.in(cast.douai, () -> sweep.network());
        assertThat(open(theirs)).isEmpty();
        assertThat(cast.in(cast.douai, () -> sweep.person(theirs.patient())))
                .isEqualTo(new Sweep.Swept(0, 0, 0));
        signIn(cast.claireCoordinator);
        sweep(theirs);
        var alert = alertId(theirs);
        assertThatThrownBy(() ->
                        as(
                                cast.claireCoordinator,
                                () -> alerts.close(alert, AlertOutcome.RELANCE, null, null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_night_sweeps_every_structure_and_seals_its_trail() {
        var ours = cast.newFollowed(cast.douai, 2, 61);
        var theirs = cast.newFollowed(cast.calais, 2, 61);
        jobs.night();
        jobs.seal();
        assertThat(open(ours)).hasSize(1);
        assertThat(open(theirs)).hasSize(1);
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select count(*) from access.trail where block is null")
                                                .query((row, _) -> row.getInt(1))
                                                .single()))
                .isZero();
    }

    @Test
    void the_night_removes_requests_without_follow_up_after_the_days_each_structure_keeps_them() {
        setting(cast.calais, Setting.CLOSED_REQUEST_DAYS, -1, 30);
        try {
            var old = closedRequest(cast.douai, 366);
            var young = closedRequest(cast.douai, 364);
            var theirs = closedRequest(cast.calais, 31);
            jobs.night();
            assertThat(exists(cast.douai, old)).isFalse();
            assertThat(exists(cast.douai, young)).isTrue();
            assertThat(exists(cast.calais, theirs)).isFalse();
        } finally {
            cast.in(
                    cast.calais,
                    () ->
                            sql.sql("delete from network.setting where key = 'CLOSED_REQUEST_DAYS'")
                                    .update());
        }
    }

    private UUID closedRequest(NetworkId network, int daysAgo) {
        var patient = cast.newPatient(network);
        var id = UUID.randomUUID();
        cast.in(
                network,
                () ->
                        sql.sql(
                                        """
                                        insert into intake.referral (id, received_at, decided_at, channel, patient_id, asker_quality, asker_name, urgency, status, closed_reason)
                                        values (:id, :at, :at, 'TELEPHONE', :patient, 'MEDECIN_TRAITANT', 'Dr X', 'NORMALE', 'SANS_SUITE', 'REFUS')
                                        """)
                                .param("id", id)
                                .param(
                                        "at",
                                        Timestamp.from(
                                                clock.instant().minus(Duration.ofDays(daysAgo))))
                                .param("patient", patient.value())
                                .update());
        return id;
    }

    private boolean exists(NetworkId network, UUID referral) {
        return cast.in(
                network,
                () ->
                        sql.sql("select exists (select 1 from intake.referral where id = :id)")
                                .param("id", referral)
                                .query((row, _) -> row.getBoolean(1))
                                .single());
    }

    // ── what the tests put in place ──

    private record Intervention(
            String title,
            @Nullable String actor,
            LocalDate on,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            int window,
            int tolerance,
            UUID id,
            @Nullable UUID actorId) {
        Intervention(
                String title,
                @Nullable String actor,
                LocalDate on,
                @Nullable Integer every,
                @Nullable String unit,
                @Nullable Integer times,
                int window,
                int tolerance) {
            this(title, actor, on, every, unit, times, window, tolerance, UUID.randomUUID(), null);
        }

        Intervention with(UUID stable) {
            return new Intervention(
                    title, actor, on, every, unit, times, window, tolerance, stable, actorId);
        }

        Intervention by(UUID line) {
            return new Intervention(
                    title, actor, on, every, unit, times, window, tolerance, id, line);
        }
    }

    private static Intervention retinalPhotograph(int window, int tolerance) {
        return new Intervention(
                "Rétinographie",
                "Centre de dépistage",
                LocalDate.of(2026, 6, 2),
                null,
                null,
                null,
                window,
                tolerance);
    }

    /// A plan validated by the doctor, in force now.
    private UUID plan(Followed person, LocalDate reassess, Intervention... interventions) {
        return in(person, () -> version(person, 1, reassess, interventions));
    }

    @Test
    void a_closing_is_taken_back_within_seconds_by_who_made_it_and_the_line_of_life_says_both()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 70);
        sweep(odette);
        var alert = alertId(odette);

        var closed = post("/alertes/" + alert + "/suite", "outcome", "PLUS_D_ACTUALITE");
        assertThat(open(odette)).isEmpty();
        var undo = String.valueOf(closed.getFlashMap().get("undo"));
        var next =
                Jsoup.parse(
                        mvc.perform(
                                        MockMvcRequestBuilders.get("/journee")
                                                .flashAttr("toast", "Clos.")
                                                .flashAttr("undo", undo)
                                                .with(user(cast.claireCoordinator)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        var form = next.select(".toast form[method=post]");
        assertThat(form.attr("action")).isEqualTo(undo).startsWith("/alertes/" + alert);
        assertThat(form.select("button").first().ownText()).isEqualTo("Annuler");
        assertThat(form.select("input[name=_csrf]")).hasSize(1);

        clock.move(AlertService.UNDO);
        signIn(cast.karimCoordinator);
        assertThat(as(cast.karimCoordinator, () -> alerts.undo(alert)))
                .isEqualTo(FollowUpText.TOO_LATE_TO_UNDO);
        assertThat(post(undo).getFlashMap().get("toast")).isEqualTo(FollowUpText.UNDONE);
        assertThat(open(odette)).singleElement().asString().endsWith("OUVERTE");
        assertThat(lines(odette, "ALERTE"))
                .containsExactly(
                        "Sans contact\u00A0: plus d’actualité",
                        "Sans contact\u00A0: clôture annulée");
        assertThat(post(undo).getFlashMap().get("toast")).isEqualTo(FollowUpText.NOT_CLOSED);

        post("/alertes/" + alert + "/relance");
        clock.move(AlertService.UNDO.plusSeconds(1));
        assertThat(post(undo).getFlashMap().get("toast")).isEqualTo(FollowUpText.TOO_LATE_TO_UNDO);
        assertThat(open(odette)).isEmpty();
    }

    @Test
    void a_namesake_does_not_take_back_what_another_closed_and_an_older_line_goes_by_the_name()
            throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 70);
        sweep(odette);
        var alert = alertId(odette);
        var claire = cast.claireCoordinator;
        var namesake =
                cast.register(
                        new SignedIn(
                                UUID.randomUUID(),
                                "claire.2",
                                "",
                                claire.displayName(),
                                Role.COORDINATOR,
                                Set.of(cast.douai.value()),
                                Set.of(),
                                null,
                                null,
                                null));
        post("/alertes/" + alert + "/suite", "outcome", "PLUS_D_ACTUALITE");

        signIn(namesake);
        assertThat(as(namesake, () -> alerts.undo(alert))).isEqualTo(FollowUpText.TOO_LATE_TO_UNDO);
        in(
                odette,
                () ->
                        sql.sql("update followup.alert set closed_by_id = null where id = :id")
                                .param("id", alert)
                                .update());
        assertThat(as(namesake, () -> alerts.undo(alert))).isEqualTo(FollowUpText.UNDONE);
    }

    @Test
    void an_act_marked_from_its_alert_waits_again_when_taken_back() throws Exception {
        var odette = cast.newFollowed(cast.douai, 2, 5);
        plan(odette, LocalDate.of(2027, 6, 1), retinalPhotograph(0, 0));
        follow(odette);
        clock.move(Duration.ofDays(1));
        sweep(odette);
        var alert = alertId(odette);

        for (var gesture : List.of("fait", "pas-fait")) {
            var marked = post("/alertes/" + alert + "/" + gesture, "why", "REFUS");
            assertThat(open(odette)).as(gesture).isEmpty();
            post(String.valueOf(marked.getFlashMap().get("undo")));
            assertThat(alertId(odette)).as(gesture).isEqualTo(alert);
            assertThat(status(odette)).as(gesture).containsExactly("PREVU");
        }
        // put off is no marking: only the closing is taken back
        var putOff = post("/alertes/" + alert + "/report", "jours", "3");
        post(String.valueOf(putOff.getFlashMap().get("undo")));
        assertThat(alertId(odette)).isEqualTo(alert);
        assertThat(lines(odette, "SUIVI")).filteredOn(l -> l.endsWith("marque annulée")).hasSize(2);

        // and from the follow-up page, where a mark may be corrected at any time
        var act = act(odette, "Rétinographie");
        var here = "/dossiers/" + odette.patient() + "/suivi/" + act;
        var byHand = post(here + "/fait");
        assertThat(byHand.getFlashMap().get("undo")).isEqualTo(here + "/annuler");
        clock.move(Duration.ofDays(2));
        post(here + "/annuler");
        assertThat(alertId(odette)).isEqualTo(alert);
    }

    @Test
    void a_visit_that_took_place_ends_the_silence_and_is_one_line_of_life() throws Exception {
        var odette = cast.newFollowed(cast.douai, 1, 70);
        sweep(odette);
        assertThat(open(odette)).singleElement().asString().startsWith("SANS_CONTACT");
        var meeting = appointment(odette, "RCP");
        var missed = appointment(odette, "VISITE");
        var visit = appointment(odette, "VISITE");

        post("/agenda/" + meeting + "/issue", "outcome", "HONORE");
        post("/agenda/" + missed + "/issue", "outcome", "ABSENTE");
        sweep(odette);
        assertThat(open(odette)).as("about her, or without her").hasSize(1);

        post("/agenda/" + visit + "/issue", "outcome", "HONORE");
        for (int wait = 0; wait < 100 && !open(odette).isEmpty(); wait++) Thread.sleep(50);
        assertThat(open(odette)).as("the event alone does it").isEmpty();
        var again = post("/agenda/" + visit + "/issue", "outcome", "HONORE");
        assertThat(String.valueOf(again.getFlashMap().get("toast"))).contains("déjà notée");
        assertThat(lines(odette, "VISITE"))
                .containsExactly(
                        "RCP, a eu lieu",
                        "Visite à domicile, personne absente",
                        "Visite à domicile, a eu lieu");
        assertThat(
                        count(
                                odette,
                                "select count(*) from followup.last_contact where patient_id = :p and at <= now() + interval '10 years'"))
                .isOne();
        clock.move(Duration.ofDays(60));
        sweep(odette);
        assertThat(open(odette)).as("60 days later").hasSize(1);
    }

    @Test
    void a_stay_a_score_and_a_call_are_looked_at_at_once_for_the_one_person() throws Exception {
        var jean = cast.newFollowed(cast.douai, 2, 70);
        sweep(jean);
        assertThat(open(jean)).singleElement().asString().startsWith("SANS_CONTACT");
        post("/contacts", "who", "Fille", "person", jean.patient().toString());
        awaitRules(jean);
        post(
                "/dossiers/" + jean.patient() + "/sejours",
                "kind",
                "NON_PROGRAMME",
                "hospital",
                "CH de Béthune",
                "admittedOn",
                "2026-06-02");
        awaitRules(jean, "SEJOUR_NON_PROGRAMME");
        in(
                jean,
                () -> {
                    var response = UUID.randomUUID();
                    sql.sql(
                                    """
                                    insert into assessment.response (id, patient_id, questionnaire_url, questionnaire_version, questionnaire_code, title, status, on_date, author_name, saved_at)
                                    select :id, :p, url, version, code, title, 'TERMINEE', '2026-06-02', 'Claire', :now from assessment.questionnaire
                                     where code = 'evaluation-multidimensionnelle' limit 1
                                    """)
                            .param("id", response)
                            .param("p", jean.patient().value())
                            .param("now", java.sql.Timestamp.from(clock.instant()))
                            .update();
                    sql.sql(
                                    "insert into assessment.score (response_id, patient_id, code, label, value, on_date) values (:id, :p, 'minizarit', 'Mini-Zarit', 6, '2026-06-02')")
                            .param("id", response)
                            .param("p", jean.patient().value())
                            .update();
                    events.publishEvent(
                            new EvaluationCompleted(
                                    jean.network(),
                                    UUID.randomUUID(),
                                    jean.patient(),
                                    clock.instant()));
                    return 1;
                });
        awaitRules(jean, "AIDANT_EN_DIFFICULTE", "SEJOUR_NON_PROGRAMME");
    }

    /// What listeners make of an event after its commit.
    private void awaitRules(Followed person, String... expected) throws InterruptedException {
        for (int wait = 0; wait < 100 && !rules(person).equals(List.of(expected)); wait++)
            Thread.sleep(50);
        assertThat(rules(person)).containsExactly(expected);
    }

    private List<String> rules(Followed person) {
        return open(person).stream().map(a -> a.split(" ")[0]).sorted().toList();
    }

    @Test
    void what_falls_due_during_a_pause_is_suspended_and_the_rest_awaited_again() throws Exception {
        var jean = cast.newFollowed(cast.douai, 2, 5);
        plan(
                jean,
                LocalDate.of(2027, 6, 1),
                new Intervention(
                        "Pesée",
                        "Mme PETIT",
                        LocalDate.of(2026, 6, 2),
                        1,
                        "SEMAINE",
                        5,
                        0,
                        0)); // 2, 9, 16, 23 and 30 June
        follow(jean);
        clock.goTo(LocalDateTime.of(2026, 6, 3, 9, 0));
        sweep(jean);
        assertThat(open(jean)).singleElement().asString().endsWith("OUVERTE");
        var stays = "/dossiers/" + jean.patient() + "/sejours";

        post(
                stays,
                "kind",
                "NON_PROGRAMME",
                "hospital",
                "CH de Béthune",
                "admittedOn",
                "2026-06-03",
                "pause",
                "oui");
        awaitStatus(jean, "PREVU", "SUSPENDU", "SUSPENDU", "SUSPENDU", "SUSPENDU");
        sweep(jean);
        assertThat(open(jean)).singleElement().asString().endsWith("EN_PAUSE");
        assertThat(lines(jean, "SEJOUR")).hasSize(1);
        follow(jean);
        assertThat(status(jean)).as("a new version meanwhile").endsWith("SUSPENDU", "SUSPENDU");

        clock.goTo(LocalDateTime.of(2026, 6, 20, 9, 0));
        var stay =
                in(
                        jean,
                        () ->
                                sql.sql("select id from casefile.stay where patient_id = :p")
                                        .param("p", jean.patient().value())
                                        .query((row, _) -> row.getString(1))
                                        .single());
        post(stays + "/" + stay + "/retour", "dischargedOn", "2026-06-20");
        awaitStatus(jean, "PREVU", "SUSPENDU", "SUSPENDU", "PREVU", "PREVU");
        sweep(jean);
        assertThat(open(jean))
                .filteredOn(a -> a.startsWith("ACTE_NON_FAIT"))
                .as("9 and 16 June were not missed")
                .hasSize(1);
        assertThat(details(jean, "SEJOUR"))
                .hasSize(2)
                .allMatch(d -> d.contains("lertes"), "says that alerts stop, then speak again");
    }

    private void pauses(Followed person) {
        in(
                person,
                () -> {
                    occurrences.pauses(person.patient());
                    return null;
                });
    }

    private void awaitStatus(Followed person, String... expected) throws InterruptedException {
        for (int wait = 0; wait < 100 && !status(person).equals(List.of(expected)); wait++)
            Thread.sleep(50);
        assertThat(status(person)).containsExactly(expected);
    }

    private List<String> status(Followed person) {
        return texts(
                person,
                "select status from followup.occurrence where patient_id = :p order by due_on");
    }

    private List<String> lines(Followed person, String kind) {
        return texts(
                person,
                "select title from patient.timeline_entry where patient_id = :p and kind = '"
                        + kind
                        + "' order by at, id");
    }

    private List<String> details(Followed person, String kind) {
        return texts(
                person,
                "select coalesce(detail, '') from patient.timeline_entry where patient_id = :p and kind = '"
                        + kind
                        + "' order by at, id");
    }

    private List<String> texts(Followed person, String query) {
        return in(
                person,
                () ->
                        sql.sql(query)
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private UUID appointment(Followed person, String kind) {
        var id = UUID.randomUUID();
        in(
                person,
                () ->
                        sql.sql(
                                        "insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at) values (:id, :kind, :p, :m, :at, :end)")
                                .param("id", id)
                                .param("kind", kind)
                                .param("p", person.patient().value())
                                .param("m", cast.claireCoordinator.member())
                                .param(
                                        "at",
                                        Timestamp.from(clock.instant().minus(Duration.ofHours(2))))
                                .param(
                                        "end",
                                        Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                                .update());
        return id;
    }

    /// As Claire, from a page.
    private MvcResult post(String address, String... params) throws Exception {
        var request =
                MockMvcRequestBuilders.post(java.net.URI.create(address))
                        .with(csrf())
                        .with(user(cast.claireCoordinator));
        for (int i = 0; i < params.length; i += 2) request.param(params[i], params[i + 1]);
        var result = mvc.perform(request).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(302);
        return result;
    }

    private void replace(Followed person, UUID former, Intervention... interventions) {
        in(
                person,
                () -> {
                    sql.sql(
                                    "update careplan.pps set status = 'REMPLACE', replaced_at = :now where id = :id")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("id", former)
                            .update();
                    return version(person, 2, LocalDate.of(2027, 6, 1), interventions);
                });
    }

    private UUID version(
            Followed person, int number, LocalDate reassess, Intervention... interventions) {
        var id = UUID.randomUUID();
        var now = Timestamp.from(clock.instant());
        sql.sql(
                        "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :p, :s, :n, :now, 'x')")
                .param("id", id)
                .param("p", person.patient().value())
                .param("s", person.support())
                .param("n", number)
                .param("now", now)
                .update();
        for (var i : interventions) {
            sql.sql(
                            """
                            insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_id, actor_name, starts_on, every_n, every_unit, times, window_days, tolerance_days)
                            values (:pps, :id, :p, 'SOINS', 'EXAMEN', :title, :actorId, :actor, :on, :every, :unit, :times, :window, :tolerance)
                            """)
                    .param("pps", id)
                    .param("id", i.id())
                    .param("p", person.patient().value())
                    .param("title", i.title())
                    .param("actorId", i.actorId())
                    .param("actor", i.actor())
                    .param("on", i.on())
                    .param("every", i.every())
                    .param("unit", i.unit())
                    .param("times", i.times())
                    .param("window", i.window())
                    .param("tolerance", i.tolerance())
                    .update();
        }
        sql.sql(
                        """
                        update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = :now, in_force_at = :now, in_force_by = 'x', in_force_why = 'AVIS',
                               reassess_on = least(:reassess, cast(:now as date) + interval '12 months') where id = :id
                        """)
                .param("now", now)
                .param("reassess", reassess)
                .param("id", id)
                .update();
        return id;
    }

    private UUID circle(Followed person, SignedIn who) {
        var id = UUID.randomUUID();
        in(
                person,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, rpps, account_id, since, parts)
                                        values (:id, :p, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', :name, :rpps, :account, '2026-05-01', '{SOINS}')
                                        """)
                                .param("id", id)
                                .param("p", person.patient().value())
                                .param("name", who.displayName())
                                .param("rpps", who.rpps())
                                .param("account", who.accountId())
                                .update());
        return id;
    }

    private void pause(Followed person, LocalDate from, @Nullable LocalDate until) {
        in(
                person,
                () ->
                        sql.sql(
                                        "update casefile.support set paused_from = :from, paused_until = :until, pause_reason = 'HOSPITALISATION' where id = :id")
                                .param("from", from)
                                .param("until", until)
                                .param("id", person.support())
                                .update());
    }

    private void urgency(Followed person) {
        in(
                person,
                () -> {
                    var referral = UUID.randomUUID();
                    var now = clock.instant();
                    sql.sql(
                                    "insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, urgency) values (:id, :now, 'TELEPHONE', :p, 'HOPITAL', 'x', 'URGENTE')")
                            .param("id", referral)
                            .param("now", Timestamp.from(now))
                            .param("p", person.patient().value())
                            .update();
                    return sql.sql(
                                    "insert into intake.urgency (referral_id, patient_id, opened_at, due24, due48) values (:id, :p, :now, :due24, :due48)")
                            .param("id", referral)
                            .param("p", person.patient().value())
                            .param("now", Timestamp.from(now))
                            .param("due24", Timestamp.from(now.plus(Duration.ofHours(24))))
                            .param("due48", Timestamp.from(now.plus(Duration.ofHours(48))))
                            .update();
                });
    }

    private void handover(Followed person) {
        in(
                person,
                () ->
                        sql.sql(
                                        "insert into intake.handover (patient_id, to_kind, to_name, content, patient_agreed, sent_at) values (:p, 'MAIA', 'MAIA', 'x', true, :now)")
                                .param("p", person.patient().value())
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }

    private void setting(NetworkId network, Setting setting, int level, int value) {
        cast.in(
                network,
                () ->
                        sql.sql(
                                        "insert into network.setting (key, level, value) values (:key, :level, :value)")
                                .param("key", setting.name())
                                .param("level", level)
                                .param("value", String.valueOf(value))
                                .update());
    }

    private void follow(Followed person) {
        in(
                person,
                () -> {
                    occurrences.follow(person.patient());
                    return null;
                });
    }

    private void sweep(Followed person) {
        in(person, () -> sweep.person(person.patient()));
    }

    private FollowUp.Marked mark(SignedIn who, UUID act, FollowUp.Mark mark) {
        signIn(who);
        return as(who, () -> followUp.mark(act, mark));
    }

    private static void signIn(SignedIn who) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                who, null, who.getAuthorities()));
    }

    private <T extends @Nullable Object> T in(Followed person, Supplier<T> work) {
        return cast.in(person.network(), work);
    }

    private <T extends @Nullable Object> T as(SignedIn who, Supplier<T> work) {
        return cast.as(who, work);
    }

    private UUID act(Followed person, String title) {
        return in(
                person,
                () ->
                        sql.sql(
                                        "select id from followup.occurrence where patient_id = :p and title = :t order by due_on limit 1")
                                .param("p", person.patient().value())
                                .param("t", title)
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private UUID alertId(Followed person) {
        return in(
                person,
                () ->
                        sql.sql("select id from followup.open_alert where patient_id = :p")
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }

    private List<String> open(Followed person) {
        return in(
                person,
                () ->
                        sql.sql(
                                        "select concat_ws(' ', rule, due_on, followup.urgency(urgency, due_on, :today), status) from followup.open_alert where patient_id = :p order by rule")
                                .param("p", person.patient().value())
                                .param("today", LocalDate.now(clock))
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private int count(Followed person, String query) {
        return in(
                person,
                () ->
                        sql.sql(query)
                                .param("p", person.patient().value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }
}
