package fr.maillage.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.careplan.Recurrence.After;
import fr.maillage.careplan.Recurrence.What;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDate START = LocalDate.of(2026, 6, 2);
    private static final UUID ACT = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    private static List<LocalDate> every(LocalDate start, int n, String unit, int times) {
        return new Recurrence(start, null, n, unit, times, Set.of()).dates();
    }

    @Test
    void month_ends_and_the_leap_day_come_back() {
        assertThat(every(LocalDate.of(2027, 8, 31), 1, "MOIS", 8))
                .containsExactly(
                        LocalDate.of(2027, 8, 31),
                        LocalDate.of(2027, 9, 30),
                        LocalDate.of(2027, 10, 31),
                        LocalDate.of(2027, 11, 30),
                        LocalDate.of(2027, 12, 31),
                        LocalDate.of(2028, 1, 31),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2028, 3, 31));
        assertThat(every(LocalDate.of(2028, 2, 29), 12, "MOIS", 5))
                .containsExactly(
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2029, 2, 28),
                        LocalDate.of(2030, 2, 28),
                        LocalDate.of(2031, 2, 28),
                        LocalDate.of(2032, 2, 29));
    }

    @Test
    void the_two_changes_of_clocks_neither_miss_nor_double_a_day() {
        for (var sunday : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
            var days =
                    new Recurrence(
                                    sunday.minusDays(3),
                                    sunday.plusDays(3),
                                    1,
                                    "JOUR",
                                    null,
                                    Set.of())
                            .dates();
            assertThat(days).hasSize(7).doesNotHaveDuplicates().contains(sunday);
            assertThat(every(sunday, 1, "SEMAINE", 3))
                    .containsExactly(sunday, sunday.plusDays(7), sunday.plusDays(14));
        }
    }

    @Test
    void every_three_months_on_a_monday_moves_on_to_the_next_monday() {
        var when = new Recurrence(START, START.plusYears(1), 3, "MOIS", null, Set.of(1));
        assertThat(when.dates())
                .containsExactly(
                        LocalDate.of(2026, 6, 8),
                        LocalDate.of(2026, 9, 7),
                        LocalDate.of(2026, 12, 7),
                        LocalDate.of(2027, 3, 8))
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(RecurrenceWords.of(when, 0).replace('\u00A0', ' '))
                .isEqualTo("tous les 3 mois, le lundi, du 2 juin 2026 au 2 juin 2027");
    }

    @Test
    void what_waits_for_a_discharge_has_its_dates_after_each_and_the_next_one_begins_anew() {
        var after = new After(7, "JOUR", What.SORTIE, null, null);
        var once = new Recurrence(START, null, null, null, null, Set.of(), after);
        assertThat(once.from(List.of())).as("nobody came home").isEmpty();
        assertThat(once.from(List.of(START.minusDays(1), START.plusDays(10), START.plusDays(40))))
                .as("each discharge since the plan")
                .containsExactly(START.plusDays(17), START.plusDays(47));

        var weekly = new Recurrence(START, null, 1, "SEMAINE", 8, Set.of(), after);
        assertThat(weekly.from(List.of(START, START.plusDays(20))))
                .as("readmitted: what was to come of the first series gives way")
                .hasSize(2 + 8)
                .startsWith(START.plusDays(7), START.plusDays(14), START.plusDays(27))
                .isSorted();
        assertThat(RecurrenceWords.of(weekly, 0).replace('\u00A0', ' '))
                .isEqualTo(
                        "7 jours après chaque sortie d’hôpital, puis 1 fois par semaine, 8 fois en tout");
    }

    @Test
    void three_months_after_another_act_is_counted_from_the_day_it_was_done() {
        var after = new After(3, "MOIS", What.ACTE, ACT, "HbA1c");
        var when = new Recurrence(START, null, null, null, null, Set.of(), after);
        assertThat(when.from(List.of(LocalDate.of(2026, 11, 30))))
                .containsExactly(LocalDate.of(2027, 2, 28));
        assertThat(RecurrenceWords.of(when, 0).replace('\u00A0', ' '))
                .isEqualTo("3 mois après « HbA1c », chaque fois que c’est fait");
        assertThatThrownBy(() -> new After(3, "MOIS", What.ACTE, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_than_400_dates_is_too_many_whatever_makes_them() {
        assertThat(new Recurrence(START, null, 1, "JOUR", 400, Set.of()).tooMany()).isFalse();
        assertThat(new Recurrence(START, null, 1, "JOUR", 401, Set.of()).tooMany()).isTrue();
        assertThat(
                        new Recurrence(
                                        START,
                                        START.plusYears(60),
                                        1,
                                        "SEMAINE",
                                        null,
                                        Set.of(1, 2, 3, 4, 5))
                                .dates())
                .as("counting stops")
                .hasSize(1100);
        assertThat(RecurrenceWords.tooMany(730).replace('\u00A0', ' '))
                .startsWith("Cela ferait 730 actes, pour 400 au plus");
    }

    /// Whatever is asked: in order, each day once, inside its bounds, never more than asked, the
    /// same every time, and of one rhythm.
    @Test
    void any_recurrence_keeps_its_bounds_and_its_rhythm() {
        var random = new Random(4);
        for (int k = 0; k < 3000; k++) {
            var start = START.plusDays(random.nextInt(1500));
            var unit = List.of("JOUR", "SEMAINE", "MOIS").get(random.nextInt(3));
            var n = 1 + random.nextInt(13);
            var times = random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(40));
            var end =
                    times == null || random.nextBoolean()
                            ? start.plusDays(random.nextInt(700))
                            : null;
            Set<Integer> days =
                    unit.equals("JOUR") || random.nextBoolean()
                            ? Set.of()
                            : Set.of(1 + random.nextInt(7));
            var when = new Recurrence(start, end, n, unit, times, days);
            var dates = when.dates();
            assertThat(dates).isSorted().doesNotHaveDuplicates().isEqualTo(when.dates());
            assertThat(dates).allMatch(d -> !d.isBefore(start) && (end == null || !d.isAfter(end)));
            if (times != null) assertThat(dates).hasSizeLessThanOrEqualTo(times);
            for (int i = 1; i < dates.size(); i++) {
                var apart = ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i));
                switch (unit) {
                    case "JOUR" -> assertThat(apart).isEqualTo(n);
                    case "SEMAINE" -> assertThat(apart).isEqualTo(7L * n);
                    default -> assertThat(apart).isBetween(28L * n - 6, 31L * n + 6);
                }
            }
        }
    }
}
