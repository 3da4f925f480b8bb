package fr.maillage.portability.internal.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.portability.internal.draft.Days.Doubt;
import fr.maillage.portability.internal.draft.Days.Fault;
import fr.maillage.portability.internal.reading.Cell;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Days and rhythms as people and spreadsheets write them.
class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    @Test
    void a_birth_date_is_never_guessed() {
        is(birth("14/03/1941"), LocalDate.of(1941, 3, 14), Doubt.NONE);
        is(birth("1941-03-14"), LocalDate.of(1941, 3, 14), Doubt.NONE);
        is(birth("1941-03-14 00:00:00"), LocalDate.of(1941, 3, 14), Doubt.NONE);
        is(birth("14 mars 1941"), LocalDate.of(1941, 3, 14), Doubt.NONE);
        is(birth("14.3.41"), LocalDate.of(1941, 3, 14), Doubt.TWO_DIGITS);
        is(birth("15049"), LocalDate.of(1941, 3, 14), Doubt.SERIAL);
        wrong(birth("14/03/12"), Fault.AMBIGUOUS_YEAR); // 1912 or 2012
        wrong(birth("01/06/26"), Fault.AMBIGUOUS_YEAR); // a baby or a centenarian
        is(birth("03/06/26"), LocalDate.of(1926, 6, 3), Doubt.TWO_DIGITS); // tomorrow is no birth
        wrong(birth("31/02/1941"), Fault.NOT_A_DAY);
        wrong(birth("1941"), Fault.YEAR_ALONE);
        wrong(birth("03/06/2026"), Fault.BIRTH_IN_FUTURE);
        wrong(birth("inconnue"), Fault.NOT_A_DAY);
        wrong(birth("01/01/1800"), Fault.BIRTH_TOO_EARLY);
    }

    @Test
    void another_day_of_two_digits_is_of_our_time() {
        is(day("12/03/24"), LocalDate.of(2024, 3, 12), Doubt.TWO_DIGITS);
        is(day("12/03/99"), LocalDate.of(1999, 3, 12), Doubt.TWO_DIGITS);
        wrong(day("12/03/60"), Fault.AMBIGUOUS_YEAR);
    }

    @Test
    void rhythms_are_read_or_refused() {
        is("toutes les semaines", 1, "SEMAINE");
        is("tous les 15 jours", 15, "JOUR");
        is("Mensuel", 1, "MOIS");
        is("1 fois par mois", 1, "MOIS");
        is("tous les 3 mois", 3, "MOIS");
        is("1/semaine", 1, "SEMAINE");
        is("tous les ans", 12, "MOIS");
        is("2 fois par an", 6, "MOIS");
        assertThat(Rhythm.parse("quand il faut")).isEmpty();
        assertThat(Rhythm.parse("5 fois par an")).isEmpty();
        assertThat(Rhythm.once("")).isTrue();
        var twice = Rhythm.parse("2 fois par semaine").orElseThrow();
        assertThat(twice.spread()).isTrue();
        var days =
                twice.from(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 14)).dates().stream()
                        .map(LocalDate::getDayOfWeek)
                        .collect(Collectors.toSet());
        assertThat(days).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
    }

    @Test
    void what_waits_for_a_discharge_is_read_as_it_is_written() {
        for (var words :
                java.util.List.of(
                        "7 jours après chaque sortie d’hôpital",
                        "1 jour après chaque sortie d’hôpital, puis toutes les semaines, 4 fois",
                        "2 semaines après chaque sortie d’hôpital, puis tous les 3 jours, 4 fois",
                        "1 mois après chaque sortie d’hôpital, puis toutes les 2 semaines (lundi, jeudi), 8 fois")) {
            var when = Rhythm.Waiting.parse(words).orElseThrow().from(TODAY, TODAY.plusMonths(6));
            assertThat(Rhythms.words(when)).isEqualTo(words);
        }
        assertThat(Rhythm.Waiting.parse("tous les 3 mois")).isEmpty();
        assertThat(Rhythm.Waiting.parse("7 jours après la sortie, puis parfois")).isEmpty();
    }

    private static void is(String rhythm, int every, String unit) {
        assertThat(Rhythm.parse(rhythm)).contains(new Rhythm(every, unit, 1, false));
    }

    private static Days.Read birth(String text) {
        return Days.read(Cell.of("T." + text), true, TODAY);
    }

    private static Days.Read day(String text) {
        return Days.read(Cell.of("T." + text), false, TODAY);
    }

    private static void is(Days.Read read, LocalDate day, Doubt doubt) {
        assertThat(read).isEqualTo(new Days.Read.Day(day, doubt));
    }

    private static void wrong(Days.Read read, Fault fault) {
        assertThat(read).isEqualTo(new Days.Read.Wrong(fault));
    }
}
