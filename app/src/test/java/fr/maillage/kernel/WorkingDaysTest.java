package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays FRANCE = WorkingDays.FRANCE;

    @ParameterizedTest
    @CsvSource({
        "2024,2024-04-01,2024-05-09,2024-05-20",
        "2025,2025-04-21,2025-05-29,2025-06-09",
        "2026,2026-04-06,2026-05-14,2026-05-25",
        "2027,2027-03-29,2027-05-06,2027-05-17",
        "2028,2028-04-17,2028-05-25,2028-06-05"
    })
    void the_eleven_holidays_of_a_year(
            int year, LocalDate easterMonday, LocalDate ascension, LocalDate whitMonday) {
        assertThat(FRANCE.holidays(year).keySet())
                .containsExactlyInAnyOrder(
                        LocalDate.of(year, 1, 1),
                        easterMonday,
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 5, 8),
                        ascension,
                        whitMonday,
                        LocalDate.of(year, 7, 14),
                        LocalDate.of(year, 8, 15),
                        LocalDate.of(year, 11, 1),
                        LocalDate.of(year, 11, 11),
                        LocalDate.of(year, 12, 25));
        assertThat(FRANCE.holidays(year))
                .containsEntry(ascension, "Ascension")
                .containsEntry(easterMonday, "Lundi de Pâques");
    }

    @ParameterizedTest
    @CsvSource({
        "1818,1818-03-22",
        "1943,1943-04-25",
        "1954,1954-04-18",
        "1981,1981-04-19",
        "2000,2000-04-23",
        "2019,2019-04-21",
        "2038,2038-04-25",
        "2049,2049-04-18",
        "2076,2076-04-19"
    })
    void easter_in_the_years_that_break_short_formulas(int year, LocalDate easter) {
        assertThat(WorkingDays.easter(year)).isEqualTo(easter);
    }

    @Test
    void alsace_and_moselle_have_two_more() {
        var local = new WorkingDays(true);
        for (int year = 2000; year < 2100; year++) {
            var more =
                    local.holidays(year).keySet().stream()
                            .filter(d -> !FRANCE.isHoliday(d))
                            .collect(Collectors.toSet());
            assertThat(more)
                    .isEqualTo(
                            Set.of(
                                    WorkingDays.easter(year).minusDays(2),
                                    LocalDate.of(year, 12, 26)));
        }
        assertThat(local.holidays(2026)).containsEntry(LocalDate.of(2026, 4, 3), "Vendredi saint");
    }

    @Test
    void the_named_days_and_the_question_agree_on_every_day() {
        for (var rule : new WorkingDays[] {FRANCE, new WorkingDays(true)}) {
            LocalDate.of(2000, 1, 1)
                    .datesUntil(LocalDate.of(2060, 1, 1))
                    .forEach(day ->
                            assertThat(rule.isHoliday(day))
                                    .isEqualTo(rule.holidays(day.getYear()).containsKey(day)));
        }
    }

    @Test
    void two_holidays_on_one_day_keep_both_names() {
        assertThat(FRANCE.holidays(2008))
                .hasSize(10)
                .containsEntry(LocalDate.of(2008, 5, 1), "Fête du Travail, Ascension");
    }

    @Test
    void the_eve_of_a_long_weekend() {
        var wednesday = LocalDate.of(2026, 5, 13); // Ascension on Thursday the 14th
        assertThat(FRANCE.next(wednesday)).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(FRANCE.next(LocalDate.of(2026, 5, 22)))
                .isEqualTo(LocalDate.of(2026, 5, 26)); // Whit Monday on the 25th
        assertThat(FRANCE.previous(LocalDate.of(2026, 5, 26))).isEqualTo(LocalDate.of(2026, 5, 22));
        assertThat(FRANCE.onOrAfter(wednesday)).isEqualTo(wednesday);
        assertThat(FRANCE.onOrAfter(LocalDate.of(2026, 5, 24)))
                .isEqualTo(LocalDate.of(2026, 5, 26));
        assertThat(FRANCE.plus(wednesday, 2)).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(FRANCE.plus(LocalDate.of(2026, 5, 18), -2)).isEqualTo(wednesday);
        assertThat(FRANCE.plus(LocalDate.of(2026, 5, 24), 0)).isEqualTo(LocalDate.of(2026, 5, 24));
    }

    @Test
    void adding_and_counting_agree() {
        LocalDate.of(2025, 12, 1)
                .datesUntil(LocalDate.of(2026, 7, 1))
                .forEach(day -> {
                    for (int n = 1; n < 30; n++) {
                        var then = FRANCE.plus(day, n);
                        assertThat(FRANCE.isWorkingDay(then)).isTrue();
                        assertThat(FRANCE.between(day, then)).isEqualTo(n);
                        if (FRANCE.isWorkingDay(day))
                            assertThat(FRANCE.plus(then, -n)).isEqualTo(day);
                    }
                    assertThat(FRANCE.between(day, day)).isZero();
                    assertThat(FRANCE.between(day, day.minusDays(9))).isZero();
                });
    }

    @Test
    void worked_days_of_2026() {
        assertThat(FRANCE.between(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(252);
        assertThatThrownBy(() -> FRANCE.holidays(1982))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
