package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14/05/1942",
                "14051942",
                "1942-05-14",
                " 14.5.1942 ",
                "14-05-1942",
                "14 05 1942"
            })
    void one_date_typed_in_many_ways(String typed) {
        assertThat(BirthDate.parse(typed, TODAY))
                .contains(new BirthDate(LocalDate.of(1942, 5, 14)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/1942",
                "29/02/1943",
                "14/13/1942",
                "14/05/42",
                "mai 1942",
                "00/05/1942",
                "1942"
            })
    void what_is_no_day_is_told(String typed) {
        assertThat(BirthDate.check(typed, TODAY)).isEqualTo(new BirthDate.Check.NotADate());
    }

    @Test
    void the_limits_are_today_and_1900() {
        assertThat(BirthDate.check(TODAY, TODAY))
                .isEqualTo(new BirthDate.Check.Valid(new BirthDate(TODAY)));
        assertThat(BirthDate.check("03/06/2026", TODAY))
                .isEqualTo(new BirthDate.Check.InTheFuture());
        assertThat(BirthDate.check("01/01/1900", TODAY)).isInstanceOf(BirthDate.Check.Valid.class);
        assertThat(BirthDate.check("31/12/1899", TODAY)).isEqualTo(new BirthDate.Check.TooEarly());
        assertThat(BirthDate.check("", TODAY)).isEqualTo(new BirthDate.Check.Missing());
        assertThatThrownBy(() -> new BirthDate(LocalDate.of(1899, 12, 31)))
                .hasMessage("not a birth date");
    }

    @Test
    void years_turn_on_the_birthday() {
        var odette = new BirthDate(LocalDate.of(1942, 6, 2));
        assertThat(odette.yearsOn(TODAY)).isEqualTo(84);
        assertThat(odette.yearsOn(TODAY.minusDays(1))).isEqualTo(83);
        assertThat(odette).hasToString("BirthDate[1942]");
    }
}
