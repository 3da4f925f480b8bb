package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired Figures figures;

    @Autowired MovableClock clock;

    OwnStructure here;

    @BeforeEach
    void aStructure() {
        clock.reset();
        here = new OwnStructure(cast, sql, "32");
    }

    long count(Indicator indicator) {
        return cast.as(here.head, () -> figures.count(indicator, DAY));
    }

    Map<String, Long> by(Indicator indicator, Axis axis) {
        return cast.as(here.head, () -> figures.by(indicator, axis, DAY));
    }

    @Test
    @Proves({"REQ-ACTIVITY-01", "REQ-ACTIVITY-02"})
    void the_file_active_counts_each_person_followed_in_the_year_once() {
        here.support(
                here.patient(),
                2,
                "2025-03-01",
                "2025-12-31",
                "RELAIS",
                here.alice,
                "GERONTOLOGIE",
                "59178"); // left on the eve
        here.support(
                here.patient(),
                2,
                "2025-03-01",
                "2026-01-01",
                "DECES",
                here.alice,
                "GERONTOLOGIE",
                "59178"); // followed on 1 January
        here.open(here.patient(), 3, "2024-02-01"); // of an earlier year, still open
        var twice = here.patient();
        here.support(
                twice,
                2,
                "2026-01-15",
                "2026-02-01",
                "OBJECTIFS_ATTEINTS",
                here.alice,
                "DIABETOLOGIE",
                "59178");
        here.support(
                twice,
                2,
                "2026-03-01",
                null,
                null,
                here.bruno,
                "GERONTOLOGIE",
                "59178"); // came back, under another coordinator
        here.support(
                here.patient(),
                0,
                null,
                null,
                null,
                here.alice,
                "PRECARITE",
                "59178"); // only ever watched
        var watchedSinceLastYear = here.patient();
        here.level(
                watchedSinceLastYear,
                here.support(
                        watchedSinceLastYear,
                        0,
                        "2024-05-01",
                        null,
                        null,
                        here.alice,
                        "GERONTOLOGIE",
                        "59178"),
                0,
                "2025-06-01");
        var watchedSinceFebruary = here.patient();
        here.level(
                watchedSinceFebruary,
                here.support(
                        watchedSinceFebruary,
                        0,
                        "2024-05-01",
                        null,
                        null,
                        here.alice,
                        "GERONTOLOGIE",
                        "59178"),
                0,
                "2026-02-01");
        here.open(here.patient(), 2, "2026-07-01"); // planned, not begun

        assertThat(count(Definitions1.FILE_ACTIVE)).isEqualTo(4);
        assertThat(count(Definitions1.SITUATIONS)).isEqualTo(2);
        assertThat(count(Definitions1.INCLUDED)).isEqualTo(1);
        assertThat(count(Definitions1.WATCHED)).isEqualTo(3);
        assertThat(by(Definitions1.EXITS, Axis.REASON))
                .isEqualTo(Map.of("DECES", 1L, "OBJECTIFS_ATTEINTS", 1L));
        assertThat(by(Definitions1.FILE_ACTIVE, Axis.THEME))
                .as("the person who came back counts under the open accompaniment")
                .isEqualTo(Map.of("GERONTOLOGIE", 4L));
    }

    @Test
    @Proves({"REQ-TEAM-03", "REQ-TEAM-05"})
    void a_person_of_two_coordinators_counts_for_both_and_once_for_the_structure() {
        var shared = here.patient();
        here.support(
                shared,
                2,
                "2026-01-15",
                "2026-02-01",
                "RELAIS",
                here.alice,
                "GERONTOLOGIE",
                "59178");
        here.support(shared, 2, "2026-03-01", null, null, here.bruno, "GERONTOLOGIE", "59178");
        here.open(here.patient(), 2, "2026-03-01");

        var alice = here.alice.member().toString();
        var bruno = here.bruno.member().toString();
        assertThat(by(Definitions1.FILE_ACTIVE_BY_COORDINATOR, Axis.COORDINATOR))
                .isEqualTo(Map.of(alice, 2L, bruno, 1L));
        assertThat(by(Definitions1.SITUATIONS, Axis.COORDINATOR))
                .isEqualTo(Map.of(alice, 1L, bruno, 1L));
        assertThat(count(Definitions1.FILE_ACTIVE)).isEqualTo(2);
    }

    @Test
    @Proves("REQ-ACTIVITY-07")
    void
            a_plan_counts_from_level_2_and_with_more_than_education_and_is_validated_by_the_doctor_alone() {
        here.open(here.patient(), 1, "2026-02-01"); // level 1: out of the denominator
        here.support(
                here.patient(),
                0,
                null,
                null,
                null,
                here.alice,
                "PRECARITE",
                "59178"); // level 0: likewise
        here.open(here.patient(), 2, "2026-02-01"); // no plan
        plan(
                2,
                "EDUCATION",
                "VALIDE",
                "AVIS"); // an education plan alone is not a PPS, even validated
        plan(2, "SOINS", "ATTENDU", "SILENCE"); // in force, the doctor silent
        plan(3, "AIDE", "SANS_OBJET", "SANS_MT");
        plan(3, "SOINS", "VALIDE", "AVIS");
        plan(3, "SOINS", "VALIDE_APRES_AMENDEMENT", "AVIS");

        assertThat(count(Definitions1.SITUATIONS)).isEqualTo(7);
        assertThat(count(Definitions1.LEVELS_2_AND_3)).isEqualTo(6);
        assertThat(count(Definitions1.WITH_PPS)).isEqualTo(4);
        assertThat(count(Definitions1.WITH_OPINION)).isEqualTo(2);
        assertThat(by(Definitions1.WITHOUT_PPS, Axis.REASON))
                .isEqualTo(Map.of("AUCUN_PPS", 1L, "EDUCATION_SEULE", 1L));
        assertThat(by(Definitions1.WITHOUT_OPINION, Axis.REASON))
                .isEqualTo(Map.of("AUCUN_PPS", 2L, "ATTENDU", 1L, "SANS_OBJET", 1L));
    }

    private void plan(int level, String volet, String opinion, String why) {
        var patient = here.patient();
        here.pps(patient, here.open(patient, level, "2026-02-01"), volet, opinion, why);
    }

    @Test
    void waiting_requests_and_open_alerts_are_told_by_age() {
        here.referral(null, LocalDateTime.of(2026, 6, 1, 23, 30), "A_ANALYSER", null);
        here.referral(
                here.patient(),
                LocalDateTime.of(2026, 5, 31, 0, 30),
                "EN_ATTENTE",
                null); // 2 days: Paris's day, not UTC's
        here.referral(
                here.patient(), LocalDateTime.of(2026, 5, 17, 9, 0), "A_ANALYSER", null); // 16 days
        here.referral(
                here.patient(), LocalDateTime.of(2026, 5, 17, 9, 0), "CONSEIL", null); // answered
        here.alert(here.patient(), DAY);
        here.alert(here.patient(), DAY.minusDays(15));
        here.alert(here.patient(), DAY.minusDays(16));

        assertThat(by(Definitions1.REQUESTS, Axis.REASON))
                .isEqualTo(Map.of("A1", 1L, "A2", 1L, "A4", 1L));
        assertThat(by(Definitions1.ALERTS, Axis.REASON))
                .isEqualTo(Map.of("B1", 1L, "B3", 1L, "B4", 1L));
    }

    @Test
    @Proves("REQ-INCLUSION-16")
    void people_identified_but_not_included_are_listed_by_reason() {
        var spring = LocalDateTime.of(2026, 4, 2, 9, 0);
        var twice = here.patient();
        here.referral(twice, spring.minusDays(20), "SANS_SUITE", "INJOIGNABLE");
        here.referral(twice, spring, "SANS_SUITE", "REFUS"); // the last one counts, once
        here.referral(here.patient(), spring, "ORIENTEE", null);
        here.referral(null, spring, "CONSEIL", null); // about nobody
        here.referral(here.patient(), spring.minusYears(1), "SANS_SUITE", "REFUS"); // last year
        var includedSince = here.patient();
        here.referral(includedSince, spring, "SANS_SUITE", "REFUS");
        here.open(includedSince, 2, "2026-05-01");
        var waitingAgain = here.patient();
        here.referral(waitingAgain, spring, "SANS_SUITE", "REFUS");
        here.referral(waitingAgain, spring.plusDays(9), "A_ANALYSER", null);
        var followedThen = here.patient();
        here.support(
                followedThen,
                2,
                "2025-05-01",
                "2026-05-01",
                "RELAIS",
                here.alice,
                "GERONTOLOGIE",
                "59178");
        here.referral(followedThen, spring, "SANS_SUITE", "DEJA_ACCOMPAGNEE");

        assertThat(by(Definitions1.NOT_INCLUDED, Axis.REASON))
                .isEqualTo(Map.of("REFUS", 1L, "ORIENTEE", 1L));
        assertThat(
                        cast.as(
                                here.head,
                                () ->
                                        figures.rows(
                                                Definitions1.NOT_INCLUDED,
                                                Axis.REASON,
                                                "REFUS",
                                                DAY)))
                .extracting(Figures.Row::patient)
                .containsExactly(twice.value());
    }

    @Test
    @Proves("REQ-TEAM-13")
    void a_load_is_too_high_beyond_the_upper_bound_not_at_it() {
        assertThat(Load.of(200, 150, 200)).isEqualTo(Load.WITHIN);
        assertThat(Load.of(201, 150, 200)).isEqualTo(Load.OVER);
        assertThat(Load.of(149, 150, 200)).isEqualTo(Load.BELOW);
    }
}
