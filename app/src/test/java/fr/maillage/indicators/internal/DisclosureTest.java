package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.indicators.internal.Disclosure.Place;
import fr.maillage.indicators.internal.Disclosure.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static Place total(Measure measure) {
        return new Place(measure, Dimension.TOTAL, "");
    }

    private static Place theme(Measure measure, String code) {
        return new Place(measure, Dimension.THEME, code);
    }

    private static Map<Place, Long> situations(long... byTheme) {
        var counts = new LinkedHashMap<Place, Long>();
        counts.put(total(Measure.SITUATIONS_EN_COURS), java.util.Arrays.stream(byTheme).sum());
        for (int i = 0; i < byTheme.length; i++)
            counts.put(theme(Measure.SITUATIONS_EN_COURS, "T" + i), byTheme[i]);
        return counts;
    }

    @Test
    void ten_is_hidden_and_eleven_is_said() {
        assertThat(Disclosure.of(situations(11, 12)).values())
                .containsExactly(new Said.Count(23), new Said.Count(11), new Said.Count(12));
        assertThat(Disclosure.of(situations(10)).values())
                .containsExactly(new Said.Under11(), new Said.Under11());
    }

    @Test
    void one_hidden_count_takes_the_smallest_of_the_others_with_it() {
        assertThat(Disclosure.of(situations(3, 40, 20)).values())
                .containsExactly(
                        new Said.Count(63),
                        new Said.Under11(),
                        new Said.Count(40),
                        new Said.Withheld());
    }

    @Test
    void two_hidden_counts_that_the_total_gives_away_take_a_third() {
        // 10 and 10 hidden, 30 shown of 50: only 10 + 10 makes 20
        assertThat(Disclosure.of(situations(10, 10, 30)).values())
                .containsExactly(
                        new Said.Count(50),
                        new Said.Under11(),
                        new Said.Under11(),
                        new Said.Withheld());
    }

    @Test
    void zero_is_said_of_a_whole_and_hidden_of_a_part() {
        var counts = new LinkedHashMap<Place, Long>();
        counts.put(total(Measure.NIVEAUX_2_ET_3), 40L);
        counts.put(total(Measure.AVEC_PPS), 0L);
        counts.put(theme(Measure.NIVEAUX_2_ET_3, "T"), 40L);
        counts.put(theme(Measure.AVEC_PPS, "T"), 0L);
        var said = Disclosure.of(counts);
        assertThat(said.get(total(Measure.AVEC_PPS))).isEqualTo(new Said.Count(0));
        assertThat(said.get(theme(Measure.AVEC_PPS, "T"))).isEqualTo(new Said.Under11());
    }

    @Test
    void the_few_who_have_no_plan_are_not_had_by_subtraction() {
        var counts = new LinkedHashMap<Place, Long>();
        counts.put(total(Measure.NIVEAUX_2_ET_3), 40L);
        counts.put(total(Measure.AVEC_PPS), 37L);
        assertThat(Disclosure.of(counts).values()).containsAnyOf(new Said.Withheld());
        assertThat(Disclosure.of(counts).values())
                .isNotEqualTo(List.of(new Said.Count(40), new Said.Count(37)));
    }

    /// Whatever the counts, a reader who knows every sum does not find a hidden count by
    /// subtracting once.
    @Test
    void no_hidden_count_is_alone_in_a_sum() {
        var chance = new Random(20260602);
        for (int round = 0; round < 300; round++) {
            var counts = new LinkedHashMap<Place, Long>();
            var parts = 1 + chance.nextInt(5);
            var by = new long[Measure.values().length][parts];
            for (int part = 0; part < parts; part++) {
                var here = (long) chance.nextInt(chance.nextBoolean() ? 14 : 60);
                for (var measure : Measure.values()) {
                    by[measure.ordinal()][part] = here;
                    here = here == 0 ? 0 : chance.nextLong(here + 1);
                }
            }
            for (var measure : Measure.values()) {
                counts.put(total(measure), java.util.Arrays.stream(by[measure.ordinal()]).sum());
                for (int part = 0; part < parts; part++)
                    counts.put(theme(measure, "T" + part), by[measure.ordinal()][part]);
            }

            var said = Disclosure.of(counts);

            said.forEach((place, what) -> {
                if (what instanceof Said.Count(var value)) {
                    assertThat(value).isEqualTo(counts.get(place));
                    assertThat(value >= 11 || value == 0 && place.dimension() == Dimension.TOTAL)
                            .isTrue();
                }
            });
            for (var measure : Measure.values()) {
                if (!(said.get(total(measure)) instanceof Said.Count)) continue;
                var hidden =
                        said.keySet().stream()
                                .filter(p ->
                                        p.measure() == measure
                                                && p.dimension() == Dimension.THEME
                                                && !(said.get(p) instanceof Said.Count))
                                .toList();
                // alone and worked out: only what may be known, nobody or eleven and more
                if (hidden.size() == 1)
                    assertThat(counts.get(hidden.getFirst()))
                            .as("%s %s", measure, said)
                            .matches(n -> n == 0 || n >= 11);
            }
        }
    }
}
