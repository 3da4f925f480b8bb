package fr.maillage.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.followup.AlertRule;
import fr.maillage.followup.Urgency;
import fr.maillage.followup.FollowUp.Mark;
import fr.maillage.followup.FollowUp.Marked;
import fr.maillage.followup.NotDone;
import fr.maillage.followup.internal.Schedule.Outcome;
import fr.maillage.testing.Proves;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final LocalDate START =
            LocalDate.of(2026, 3, 23); // a Monday, the week the clocks change
    private static final LocalDate HORIZON = LocalDate.of(2027, 3, 23);

    private static Schedule every(
            int n, String unit, LocalDate end, Integer times, Integer... weekdays) {
        return new Schedule(START, end, n, unit, times, Set.of(weekdays), 0, 7);
    }

    private static List<LocalDate> days(Schedule schedule) {
        return ((Outcome.Acts) schedule.acts(START, HORIZON))
                .acts().stream().map(Schedule.Act::on).toList();
    }

    @Test
    void once_has_a_window_a_tolerance_and_may_end_on_a_day() {
        assertThat(
                        new Schedule(START, null, null, null, null, Set.of(), 10, 5)
                                .acts(START, HORIZON))
                .isEqualTo(
                        new Outcome.Acts(
                                List.of(
                                        new Schedule.Act(
                                                START, START.plusDays(10), START.plusDays(15)))));
        assertThat(
                        new Schedule(START, START.plusDays(30), null, null, null, Set.of(), 0, 7)
                                .acts(START, HORIZON))
                .as("once before a day")
                .isEqualTo(
                        new Outcome.Acts(
                                List.of(
                                        new Schedule.Act(
                                                START, START.plusDays(30), START.plusDays(37)))));
    }

    @Test
    @Proves("REQ-AGENDA-02")
    void twice_a_week_over_the_change_of_clocks_misses_and_doubles_no_day() {
        assertThat(days(every(1, "SEMAINE", null, 4, 1, 7)))
                .containsExactly(
                        START,
                        LocalDate.of(2026, 3, 29),
                        LocalDate.of(2026, 3, 30),
                        LocalDate.of(2026, 4, 5));
        assertThat(days(every(1, "JOUR", START.plusDays(13), null)))
                .hasSize(14)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_plan_asked_for_before_it_came_into_force_is_still_asked_for() {
        var inForce = START.plusDays(20); // a Sunday
        var once = new Schedule(START, null, null, null, null, Set.of(), 10, 5);
        assertThat(((Outcome.Acts) once.followedFrom(inForce).acts(inForce, HORIZON)).acts())
                .as("the window was over: as long a one begins")
                .containsExactly(
                        new Schedule.Act(inForce, inForce.plusDays(10), inForce.plusDays(15)));
        assertThat(once.followedFrom(START.plusDays(10))).as("still open").isEqualTo(once);

        var tuesdays = every(1, "SEMAINE", null, 4, 2).followedFrom(inForce);
        assertThat(((Outcome.Acts) tuesdays.acts(inForce, HORIZON)).acts())
                .as("four were prescribed, four are followed")
                .extracting(Schedule.Act::on)
                .containsExactly(
                        LocalDate.of(2026, 4, 14),
                        LocalDate.of(2026, 4, 21),
                        LocalDate.of(2026, 4, 28),
                        LocalDate.of(2026, 5, 5));
        var until = every(1, "SEMAINE", START.plusDays(60), null);
        assertThat(until.followedFrom(inForce)).as("until a day").isEqualTo(until);
    }

    @Test
    void the_last_day_of_the_month_comes_back_after_february() {
        var schedule = new Schedule(LocalDate.of(2027, 1, 31), null, 1, "MOIS", 3, Set.of(), 0, 7);
        assertThat(
                        ((Outcome.Acts) schedule.acts(START, LocalDate.of(2028, 1, 1)))
                                .acts().stream().map(Schedule.Act::on))
                .containsExactly(
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31));
    }

    @Test
    void only_the_coming_year_is_dated_and_what_was_over_before_the_plan_is_not() {
        var schedule = every(1, "MOIS", START.plusYears(3), null);
        var acts = ((Outcome.Acts) schedule.acts(START.plusDays(10), HORIZON)).acts();
        assertThat(acts).hasSize(12);
        assertThat(acts.getFirst().on()).isEqualTo(LocalDate.of(2026, 4, 23));
    }

    @Test
    void without_an_end_or_beyond_400_dates_it_is_refused() {
        assertThat(every(1, "SEMAINE", null, null).acts(START, HORIZON))
                .isInstanceOf(Outcome.Endless.class);
        assertThat(every(1, "JOUR", null, 400).acts(START, HORIZON))
                .isInstanceOf(Outcome.Acts.class);
        assertThat(every(1, "JOUR", null, 401).acts(START, HORIZON))
                .isInstanceOf(Outcome.TooMany.class);
        assertThat(
                        every(1, "SEMAINE", START.plusYears(2), null, 1, 2, 3, 4, 5)
                                .acts(START, HORIZON))
                .isInstanceOf(Outcome.TooMany.class);
    }

    @Test
    void an_act_is_late_after_its_window_and_its_author_is_never_the_support_team() {
        var marking = new Marking("PREVU", START.plusDays(3), "M. ROCHE");
        assertThat(marking.by(new Mark.Done(START.plusDays(3), null, null), HORIZON, _ -> false))
                .isEqualTo(new Marked.Recorded(false));
        assertThat(marking.by(new Mark.Done(START.plusDays(4), null, null), HORIZON, _ -> false))
                .isEqualTo(new Marked.Recorded(true));
        assertThat(marking.by(new Mark.Done(HORIZON.plusDays(1), null, null), HORIZON, _ -> false))
                .isEqualTo(new Marked.InTheFuture());
        assertThat(
                        marking.by(
                                new Mark.Done(START, "Claire DUMONT", null),
                                HORIZON,
                                "Claire DUMONT"::equals))
                .isEqualTo(new Marked.ByWhom());
        assertThat(
                        new Marking("PREVU", START, null)
                                .by(new Mark.Done(START, null, null), HORIZON, _ -> false))
                .isEqualTo(new Marked.ByWhom());
        assertThat(
                        new Marking("SUSPENDU", START, null)
                                .by(new Mark.Missed(NotDone.REFUS, null), HORIZON, _ -> false))
                .isEqualTo(new Marked.Suspended());
    }

    @Test
    void the_urgency_is_the_formula_shown_on_hover() {
        assertThat(AlertRule.ACTE_NON_FAIT.urgency(23, 2)).isEqualTo(60 + 23 + 10);
        assertThat(AlertRule.ACTE_NON_FAIT.urgency(400, 2)).isEqualTo(60 + 60 + 10);
        assertThat(AlertRule.REEVALUATION.urgency(-30, 3)).isEqualTo(30 + 15);
        assertThat(new Urgency(AlertRule.ACTE_NON_FAIT.weight(), 0, 2, 23).words())
                .startsWith("Urgence 93\u00A0: poids de la règle 60 + jours de retard 23");
        assertThat(AlertRule.URGENCE_48H.urgency(0, 0))
                .as("an urgency stands above everything")
                .isGreaterThan(AlertRule.ACTE_NON_FAIT.urgency(400, 3));
    }
}
