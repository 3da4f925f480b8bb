package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Test
    void days_are_named_as_people_name_them() {
        assertThat(plain(FrenchDates.shortDay(TODAY))).isEqualTo("mar. 2 juin");
        assertThat(plain(FrenchDates.shortDay(LocalDate.of(2026, 9, 1))))
                .isEqualTo("mar. 1er sept.");
        assertThat(plain(FrenchDates.shortDay(TODAY.minusYears(1), TODAY)))
                .isEqualTo("lun. 2 juin 2025");
        assertThat(plain(FrenchDates.shortDay(TODAY.plusDays(1), TODAY))).isEqualTo("mer. 3 juin");
        assertThat(plain(FrenchDates.longDay(LocalDate.of(2026, 2, 1))))
                .isEqualTo("dimanche 1er février 2026");
        assertThat(FrenchDates.numeric(TODAY)).isEqualTo("02/06/2026");
        assertThat(plain(FrenchDates.exact(LocalDateTime.of(2026, 6, 2, 14, 5))))
                .isEqualTo("mardi 2 juin 2026 à 14:05");
    }

    @Test
    void an_instant_is_read_on_the_clocks_of_paris() {
        assertThat(plain(FrenchDates.exact(Instant.parse("2026-06-02T12:05:00Z"))))
                .isEqualTo("mardi 2 juin 2026 à 14:05");
        assertThat(plain(FrenchDates.exact(Instant.parse("2025-12-31T23:30:00Z"))))
                .isEqualTo("jeudi 1er janvier 2026 à 00:30");
        assertThat(FrenchDates.relative(Instant.parse("2026-06-01T22:30:00Z"), TODAY))
                .isEqualTo("aujourd’hui");
    }

    @ParameterizedTest
    @CsvSource({
        "0,aujourd’hui",
        "-1,hier",
        "1,demain",
        "-2,il y a 2 j",
        "3,dans 3 j",
        "-59,il y a 59 j",
        "-60,il y a 60 j",
        "-62,il y a 2 mois",
        "365,dans 12 mois",
        "-729,il y a 23 mois",
        "-731,il y a 2 ans",
        "1100,dans 3 ans"
    })
    void distance_from_today(int days, String words) {
        var said = plain(FrenchDates.relative(TODAY.plusDays(days), TODAY));
        if (days == -60)
            assertThat(said).isEqualTo("il y a 1 mois"); // 3 April: two months are not over
        else assertThat(said).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1942-06-02,84 ans",
        "1942-06-03,83 ans",
        "2023-06-02,3 ans",
        "2023-06-03,35 mois",
        "2025-04-02,14 mois",
        "2026-05-02,1 mois",
        "2026-05-03,30 jours",
        "2026-06-01,1 jour",
        "2026-06-02,0 jour"
    })
    void age_in_years_then_months_then_days(LocalDate birth, String age) {
        assertThat(plain(FrenchDates.age(birth, TODAY))).isEqualTo(age);
    }

    @Test
    void nobody_has_an_age_before_birth() {
        assertThatThrownBy(() -> FrenchDates.age(TODAY.plusDays(1), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periods_in_words() {
        assertThat(plain(FrenchDates.period(new Period(TODAY, LocalDate.of(2026, 7, 3)), TODAY)))
                .isEqualTo("du 2 juin 2026 au 3 juillet 2026");
        assertThat(plain(FrenchDates.period(Period.day(TODAY), TODAY))).isEqualTo("le 2 juin 2026");
        assertThat(plain(FrenchDates.period(Period.since(TODAY), TODAY)))
                .isEqualTo("depuis le 2 juin 2026");
        assertThat(plain(FrenchDates.period(Period.since(TODAY.plusDays(1)), TODAY)))
                .isEqualTo("à partir du 3 juin 2026");
    }

    private static String plain(String text) {
        return text.replace(Typography.NBSP, " ");
    }
}
