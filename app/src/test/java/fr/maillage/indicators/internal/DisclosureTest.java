package fr.maillage.indicators.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.indicators.internal.Disclosure.Place;
import fr.maillage.indicators.internal.Disclosure.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
    void two_hidden_counts_that_the_total_gives_away_lose_their_label_and_nothing_else_is_lost() {
        // 10 and 10 hidden, 30 shown of 50: were both « < 11 », only 10 + 10 would make 20
        assertThat(Disclosure.of(situations(10, 10, 30)).values())
                .containsExactly(
                        new Said.Count(50),
                        new Said.Withheld(),
                        new Said.Under11(),
                        new Said.Count(30));
        assertThat(Disclosure.of(situations(10, 10, 30, 4)).values())
                .containsExactly(
                        new Said.Count(54),
                        new Said.Under11(),
                        new Said.Under11(),
                        new Said.Count(30),
                        new Said.Under11());
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
    void a_total_of_eleven_or_more_is_said_even_beside_one_that_it_contains() {
        var counts = new LinkedHashMap<Place, Long>();
        counts.put(total(Measure.FILE_ACTIVE), 60L);
        counts.put(total(Measure.SITUATIONS_EN_COURS), 55L);
        counts.put(total(Measure.NIVEAUX_2_ET_3), 40L);
        counts.put(total(Measure.AVEC_PPS), 37L);
        for (var measure : List.of(Measure.NIVEAUX_2_ET_3, Measure.AVEC_PPS)) {
            var here = counts.get(total(measure));
            counts.put(theme(measure, "A"), here - 17);
            counts.put(theme(measure, "B"), 14L);
            counts.put(theme(measure, "C"), 3L);
        }
        var said = Disclosure.of(counts);
        for (var measure : Measure.OF_PEOPLE)
            assertThat(said.get(total(measure)))
                    .isEqualTo(new Said.Count(Objects.requireNonNull(counts.get(total(measure)))));
        assertThat(said.values().stream().filter(s -> !(s instanceof Said.Count)))
                .as("three, and the smallest beside them, in each of the two breakdowns")
                .hasSize(4);
    }

    @Test
    void a_level_is_not_had_through_the_measure_that_adds_two_levels() {
        var counts = new LinkedHashMap<Place, Long>();
        counts.put(total(Measure.SITUATIONS_EN_COURS), 75L);
        counts.put(total(Measure.NIVEAUX_2_ET_3), 35L);
        counts.put(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "1"), 40L);
        counts.put(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "2"), 5L);
        counts.put(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "3"), 30L);
        var said = Disclosure.of(counts);
        assertThat(said.values())
                .as("hiding level 1 would not help: 75 less 35 says it")
                .containsExactly(
                        new Said.Count(75),
                        new Said.Count(35),
                        new Said.Count(40),
                        new Said.Under11(),
                        new Said.Withheld());
        new Attack(counts, said).findsNothing();
    }

    /// The attack of a reader who has every published count and all the time in the world: for each
    /// hidden count, the smallest and the largest value that some complete reading gives it differ.
    @Test
    void whatever_the_counts_no_hidden_count_can_be_worked_out() {
        var chance = new Random(20260602);
        for (int round = 0; round < 400; round++) {
            var counts = someStructure(chance, round % 2 == 0);
            var said = Disclosure.of(counts);
            said.forEach((place, what) -> {
                var count = Objects.requireNonNull(counts.get(place));
                if (what instanceof Said.Count(var value)) {
                    assertThat(value).isEqualTo(count);
                    assertThat(value >= 11 || value == 0 && place.dimension() == Dimension.TOTAL)
                            .isTrue();
                }
                if (what instanceof Said.Under11) assertThat(count).isLessThan(11);
            });
            new Attack(counts, said).findsNothing();
        }
    }

    /// One breakdown, however cut: at most one count of 11 or more is given up, and it is the
    /// smallest.
    @Test
    void a_breakdown_gives_up_one_count_at_most() {
        var chance = new Random(7);
        for (int round = 0; round < 300; round++) {
            var by = chance.longs(2 + chance.nextInt(6), 0, 40).toArray();
            var said =
                    List.copyOf(Disclosure.of(situations(by)).values()).subList(1, by.length + 1);
            var givenUp = new ArrayList<Long>();
            for (int i = 0; i < by.length; i++)
                if (by[i] >= 11 && !(said.get(i) instanceof Said.Count)) givenUp.add(by[i]);
            assertThat(givenUp).as("%s %s", java.util.Arrays.toString(by), said).hasSizeLessThan(2);
            if (!givenUp.isEmpty())
                assertThat(givenUp.getFirst())
                        .isEqualTo(
                                java.util.Arrays.stream(by).filter(n -> n >= 11).min().orElse(-1));
        }
    }

    // two measures by theme, or the situations by theme and level with the levels 2 and 3
    private static Map<Place, Long> someStructure(Random chance, boolean levels) {
        var counts = new LinkedHashMap<Place, Long>();
        var parts = 1 + chance.nextInt(4);
        var themes = new long[parts];
        for (int part = 0; part < parts; part++)
            themes[part] = chance.nextInt(chance.nextBoolean() ? 13 : 30);
        var all = java.util.Arrays.stream(themes).sum();
        counts.put(total(Measure.SITUATIONS_EN_COURS), all);
        for (int part = 0; part < parts; part++)
            counts.put(theme(Measure.SITUATIONS_EN_COURS, "T" + part), themes[part]);
        if (levels) {
            var third = all == 0 ? 0 : chance.nextLong(all + 1);
            var second = all == third ? 0 : chance.nextLong(all - third + 1);
            counts.put(total(Measure.NIVEAUX_2_ET_3), second + third);
            counts.put(
                    new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "1"),
                    all - second - third);
            counts.put(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "2"), second);
            counts.put(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "3"), third);
        } else {
            var inner = java.util.Arrays.stream(themes).map(n -> chance.nextLong(n + 1)).toArray();
            counts.put(total(Measure.AVEC_PPS), java.util.Arrays.stream(inner).sum());
            for (int part = 0; part < parts; part++)
                counts.put(theme(Measure.AVEC_PPS, "T" + part), inner[part]);
        }
        return counts;
    }

    /// Tries every complete reading, one count after the other, without the bounds by which the
    /// application narrows its own search.
    private static final class Attack {
        private final List<Place> places;
        private final List<Long> truth = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private final long[] reading;
        private final Set<Integer> open = new TreeSet<>();

        Attack(Map<Place, Long> counts, Map<Place, Said> published) {
            places = List.copyOf(counts.keySet());
            reading = new long[places.size()];
            for (var place : places) {
                truth.add(counts.get(place));
                said.add(published.get(place));
            }
            for (int i = 0; i < places.size(); i++)
                if (!(said.get(i) instanceof Said.Count) && !nobodyAtAll(places.get(i)))
                    open.add(i);
        }

        // a total of nobody is said: that its parts are nobody too is no secret; nor that nobody is
        // at level 1 where the situations and those of levels 2 and 3 are as many
        private boolean nobodyAtAll(Place place) {
            if (place.dimension() == Dimension.NIVEAU && place.code().equals("1")) {
                var all = said.get(places.indexOf(total(Measure.SITUATIONS_EN_COURS)));
                var together = places.indexOf(total(Measure.NIVEAUX_2_ET_3));
                if (all instanceof Said.Count && all.equals(said.get(together))) return true;
            }
            for (int i = 0; i < places.size(); i++) {
                var measure = places.get(i).measure();
                if (places.get(i).dimension() == Dimension.TOTAL
                        && said.get(i).equals(new Said.Count(0))
                        && (measure == place.measure()
                                || measure == Measure.NIVEAUX_2_ET_3
                                        && (place.code().equals("2") || place.code().equals("3"))))
                    return true;
            }
            return false;
        }

        void findsNothing() {
            read(0);
            assertThat(open.stream().map(i -> places.get(i) + " is " + truth.get(i)).toList())
                    .as("%s %s", truth, said)
                    .isEmpty();
        }

        // true once every hidden count has been seen with another value
        private boolean read(int i) {
            if (i == places.size()) {
                open.removeIf(cell -> reading[cell] != truth.get(cell));
                return open.isEmpty();
            }
            long least = 0;
            long most = 130;
            switch (said.get(i)) {
                case Said.Count(var value) -> {
                    least = value;
                    most = value;
                }
                case Said.Under11 _ -> most = 10;
                case Said.Withheld _ -> {}
            }
            for (reading[i] = least; reading[i] <= most; reading[i]++) {
                if (holdsSoFar(i) && read(i + 1)) return true;
            }
            return false;
        }

        private boolean holdsSoFar(int last) {
            var place = places.get(last);
            for (int i = 0; i < last; i++) {
                var outer = places.get(i);
                if (outer.dimension() == place.dimension()
                        && outer.code().equals(place.code())
                        && reading[last] > reading[i]) return false;
            }
            return adds(last, Measure.SITUATIONS_EN_COURS, Dimension.THEME, "")
                    && adds(last, Measure.AVEC_PPS, Dimension.THEME, "")
                    && adds(last, Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "")
                    && adds(last, Measure.NIVEAUX_2_ET_3, Dimension.NIVEAU, "1");
        }

        // the parts do not exceed the whole, and make it once all are read
        private boolean adds(int last, Measure measure, Dimension by, String without) {
            var whole = places.indexOf(total(measure));
            if (whole < 0 || whole > last) return true;
            var of = measure == Measure.NIVEAUX_2_ET_3 ? Measure.SITUATIONS_EN_COURS : measure;
            long sum = 0;
            var all = true;
            var any = false;
            for (int i = 0; i < places.size(); i++) {
                var place = places.get(i);
                if (place.measure() != of
                        || place.dimension() != by
                        || place.code().equals(without)) continue;
                any = true;
                if (i <= last) sum += reading[i];
                else all = false;
            }
            return !any || (all ? sum == reading[whole] : sum <= reading[whole]);
        }
    }
}
