package fr.maillage.agenda.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// Side by side when they overlap; the hour on the wall on the two nights when clocks change.
class LanesTest {

    private record Item(int from, int to) {}

    @Test
    void those_that_overlap_share_the_width_and_those_that_touch_do_not() {
        var placed =
                Lanes.place(
                        List.of(
                                new Item(60, 120),
                                new Item(90, 150),
                                new Item(150, 180),
                                new Item(180, 181)),
                        Item::from,
                        Item::to);
        assertThat(placed)
                .extracting(p -> p.from() + "+" + p.slots() + " " + p.lane() + "/" + p.lanes())
                .containsExactly("4+4 1/2", "6+4 2/2", "10+2 1/1", "12+1 1/1");
    }

    @Test
    void an_hour_that_does_not_exist_is_the_next_and_one_that_exists_twice_is_the_first() {
        var spring = Span.of(LocalDate.of(2026, 3, 29), LocalTime.of(2, 30), 60);
        assertThat(spring.hours()).isEqualTo("03:30 – 04:30");
        var autumn = Span.of(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), 60);
        assertThat(autumn.minutes()).isEqualTo(60);
        assertThat(autumn.hours()).isEqualTo("02:30 – 02:30"); // the second time round
        assertThat(Span.of(LocalDate.of(2026, 10, 25), LocalTime.of(9, 0), 60).hours())
                .isEqualTo("09:00 – 10:00");
    }
}
