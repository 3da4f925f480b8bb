package fr.maillage.indicators.internal;

import fr.maillage.kernel.Masked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// What of a set of counts may leave the structure.
///
/// 1. A total of 11 or more is said, and a total of nobody (a structure without any PPS has to be
///    seen, REQ-PPS-29). A count under 11 is not ([Masked#THRESHOLD]); inside a breakdown neither
///    is zero.
/// 2. While a hidden count could be worked out from what is said (sums, measures contained in one
///    another, the meaning of « < 11 »), one more step is taken, the smallest that protects it: a «
///    < 11 » becomes « n.c. », which says nothing of its size; else the smallest count of the
///    breakdown is withheld; a total last, and never for a zero, which is nobody.
/// 3. Each count withheld in step 2 is said after all when, in the end, all others stay protected
///    without it.
///
/// Protected means that a second whole reading exists ([Deduction]). Not searched: what two
/// publications of different days say together. The difference between two totals that are both
/// said (situations without a PPS) is not a hidden count: the share with a PPS is itself published.
/// Source: practice of the SNDS and of INSEE (primary, then secondary suppression).
final class Disclosure {

    /// A place in the publication.
    record Place(Measure measure, Dimension dimension, String code) {}

    /// What leaves: the count when it may be said, else why not.
    sealed interface Said {
        record Count(long value) implements Said {}

        /// 0 to 10.
        record Under11() implements Said {}

        /// « n.c. »: any size.
        record Withheld() implements Said {}
    }

    private final List<Place> places;
    private final long[] counts;
    private final List<Said> said = new ArrayList<>();
    private final Set<Integer> unprotected = new HashSet<>();
    private final Deduction reader;
    // no count of the publication, hidden ones included, is larger
    private final long most;

    private Disclosure(Map<Place, Long> published) {
        places = List.copyOf(published.keySet());
        counts = places.stream().mapToLong(p -> Objects.requireNonNull(published.get(p))).toArray();
        for (int i = 0; i < counts.length; i++) said.add(first(places.get(i), counts[i]));
        most = 2 * IntStream.range(0, counts.length).mapToLong(i -> counts[i]).max().orElse(0) + 20;
        reader = new Deduction(counts);
        sums();
        measuresInsideOneAnother();
    }

    /// What may be said of each place, in the order given.
    static Map<Place, Said> of(Map<Place, Long> counts) {
        var disclosure = new Disclosure(counts);
        disclosure.protect();
        disclosure.sayAgain();
        var result = new LinkedHashMap<Place, Said>();
        for (int i = 0; i < disclosure.places.size(); i++)
            result.put(disclosure.places.get(i), disclosure.said.get(i));
        return result;
    }

    private static Said first(Place place, long count) {
        if (count == 0 && place.dimension() == Dimension.TOTAL) return new Said.Count(0);
        return count < Masked.THRESHOLD ? new Said.Under11() : new Said.Count(count);
    }

    private void sums() {
        for (var measure : Measure.values()) {
            var whole = places.indexOf(new Place(measure, Dimension.TOTAL, ""));
            if (whole < 0) continue;
            for (var dimension : Dimension.values()) {
                var parts =
                        dimension == Dimension.TOTAL || dimension == Dimension.COMMUNE_THEME
                                ? new int[0]
                                : placesOf(measure, dimension);
                if (parts.length > 0) reader.sum(whole, parts);
            }
        }
        margins();
        // levels 2 and 3 together are those two lines of the situations: not published twice, but
        // everybody can add
        var together = places.indexOf(new Place(Measure.NIVEAUX_2_ET_3, Dimension.TOTAL, ""));
        var second = places.indexOf(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "2"));
        var third = places.indexOf(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "3"));
        if (together >= 0 && second >= 0 && third >= 0)
            reader.sum(together, new int[] {second, third});
    }

    // a table of two dimensions adds up both ways: each of its counts stands in the sum of its
    // commune and in that of its theme
    private void margins() {
        var table = new Table();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).dimension() != Dimension.COMMUNE_THEME) continue;
            var code = places.get(i).code();
            var cut = code.indexOf('/');
            table.add(Dimension.COMMUNE, code.substring(0, cut), i);
            table.add(Dimension.THEME, code.substring(cut + 1), i);
        }
        table.lines.forEach((whole, parts) -> {
            var at = places.indexOf(whole);
            if (at >= 0) reader.sum(at, parts.stream().mapToInt(Integer::intValue).toArray());
        });
    }

    private static final class Table {
        private final Map<Place, List<Integer>> lines = new LinkedHashMap<>();

        void add(Dimension dimension, String code, int at) {
            lines.computeIfAbsent(
                            new Place(Measure.FILE_ACTIVE, dimension, code), _ -> new ArrayList<>())
                    .add(at);
        }
    }

    // each measure of a line is contained in the one before it on that line
    private void measuresInsideOneAnother() {
        var outer = new LinkedHashMap<String, Integer>();
        IntStream.range(0, places.size())
                .boxed()
                .filter(i -> Measure.OF_PEOPLE.contains(places.get(i).measure()))
                .sorted(Comparator.comparing(i -> places.get(i).measure()))
                .forEach(i -> {
                    var before =
                            outer.put(places.get(i).dimension() + " " + places.get(i).code(), i);
                    if (before != null) reader.within(i, before);
                });
    }

    private int[] placesOf(Measure measure, Dimension dimension) {
        return IntStream.range(0, places.size())
                .filter(i ->
                        places.get(i).measure() == measure
                                && places.get(i).dimension() == dimension)
                .toArray();
    }

    private void protect() {
        for (var exposed = exposed(); exposed >= 0; exposed = exposed()) {
            // a total only once nothing else is left to withhold: several counts of a breakdown
            // are a smaller loss than one total
            var inside = steps(exposed, false);
            var steps = inside.isEmpty() ? steps(exposed, true) : inside;
            var enough = firstThatProtects(exposed, steps);
            if (enough >= 0) said.set(enough, new Said.Withheld());
            else if (counts[exposed] == 0 || steps.isEmpty()) unprotected.add(exposed);
            else said.set(steps.getFirst(), new Said.Withheld());
        }
    }

    private int firstThatProtects(int exposed, List<Integer> steps) {
        for (var step : steps) {
            var before = said.set(step, new Said.Withheld());
            var enough = !isExposed(exposed);
            said.set(step, before);
            if (enough) return step;
        }
        return -1;
    }

    // what could be withheld to protect a count, the least loss first: what is hidden already, then
    // the counts beside it, then any
    private List<Integer> steps(int exposed, boolean totals) {
        return IntStream.range(0, counts.length)
                .boxed()
                .filter(i -> !(said.get(i) instanceof Said.Withheld))
                .filter(i -> totals == (places.get(i).dimension() == Dimension.TOTAL))
                .filter(i -> !totals || counts[exposed] > 0)
                .sorted(
                        Comparator.<Integer, Boolean>comparing(
                                        i -> said.get(i) instanceof Said.Count)
                                .thenComparing(i -> !reader.beside(exposed, i))
                                .thenComparing(i -> counts[i]))
                .toList();
    }

    // largest first: the more a reader wants to know it
    private void sayAgain() {
        var withheld =
                IntStream.range(0, counts.length)
                        .boxed()
                        .filter(i -> said.get(i) instanceof Said.Withheld)
                        .sorted(Comparator.comparing((Integer i) -> counts[i]).reversed())
                        .toList();
        for (var i : withheld) {
            said.set(i, first(places.get(i), counts[i]));
            if (exposed() >= 0) said.set(i, new Said.Withheld());
        }
    }

    // the first hidden count that the reader has, or -1
    private int exposed() {
        return IntStream.range(0, counts.length).filter(this::isExposed).findFirst().orElse(-1);
    }

    private boolean isExposed(int cell) {
        if (said.get(cell) instanceof Said.Count || unprotected.contains(cell)) return false;
        var low = new long[counts.length];
        var high = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            low[i] = said.get(i) instanceof Said.Count(var count) ? count : 0;
            high[i] =
                    switch (said.get(i)) {
                        case Said.Count(var count) -> count;
                        case Said.Under11 _ -> Masked.THRESHOLD - 1;
                        case Said.Withheld _ -> most;
                    };
        }
        return !reader.nobody(cell, low, high) && !reader.another(cell, low, high);
    }
}
