package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate JUNE_2 = LocalDate.of(2026, 6, 2);

    @Test
    void an_end_before_the_start_is_refused() {
        assertThat(Period.of(JUNE_2, JUNE_2.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> new Period(JUNE_2, JUNE_2.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.of(JUNE_2, JUNE_2)).contains(Period.day(JUNE_2));
        assertThat(Period.of(JUNE_2, null)).contains(Period.since(JUNE_2));
    }

    @Test
    void overlap_and_inclusion_are_those_of_their_days() {
        var all = new ArrayList<Period>();
        for (int start = 0; start < 6; start++) {
            all.add(Period.since(JUNE_2.plusDays(start)));
            for (int end = start; end < 6; end++)
                all.add(new Period(JUNE_2.plusDays(start), JUNE_2.plusDays(end)));
        }
        for (var a : all) {
            for (var b : all) {
                boolean common = false;
                boolean every = true;
                for (int d = -1; d < 8; d++) { // beyond the last end, so that open periods show
                    var day = JUNE_2.plusDays(d);
                    common |= a.contains(day) && b.contains(day);
                    every &= !b.contains(day) || a.contains(day);
                }
                assertThat(a.overlaps(b)).as("%s overlaps %s", a, b).isEqualTo(common);
                assertThat(a.contains(b)).as("%s contains %s", a, b).isEqualTo(every);
            }
        }
    }

    @Test
    void both_ends_are_counted() {
        assertThat(Period.day(JUNE_2).days()).hasValue(1);
        assertThat(new Period(JUNE_2, JUNE_2.plusDays(6)).days()).hasValue(7);
        assertThat(Period.since(JUNE_2).days()).isEmpty();
        assertThat(Period.since(JUNE_2).open()).isTrue();
        assertThat(Period.since(JUNE_2).endingOn(JUNE_2)).isEqualTo(Period.day(JUNE_2));
    }
}
