package fr.maillage.indicators.internal;

import fr.maillage.kernel.Masked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What of a set of counts may leave the structure. Three breakdowns share one total, and each
/// measure is contained in the one before, so a count hidden in one place could be worked out from
/// another: the whole is treated at once.
///
/// - A count under 11 is hidden ([Masked#THRESHOLD]). Choice for zero: the *total* of a measure
///   says 0 when it is 0, because a structure without any PPS has to be seen (REQ-PPS-29); inside a
///   breakdown zero is hidden like 1 to 10.
/// - The difference between two measures of the same line (those without a PPS, those who left) is
///   never shown, but could be had by subtraction: it is held as a hidden count too.
/// - While the reader's knowledge (a hidden « < 11 » is 0 to 10, a withheld count 11 or more, every
///   sum must add up) gives a hidden count of 1 to 10 exactly, one more count is withheld: the
///   smallest of the breakdown first, a total last.
///
/// The reader's knowledge is worked out by bounds, sum by sum, until nothing moves; a combination
/// of several sums at once (linear programming) is not searched, nor are two publications of
/// different days compared. Source: practice of the SNDS and of INSEE (secondary suppression).
final class Disclosure {

    private static final long UNKNOWN = Long.MAX_VALUE / 4;

    /// A place in the publication.
    record Place(Measure measure, Dimension dimension, String code) {}

    /// What leaves: the count when it may be said, else why not.
    sealed interface Said {
        record Count(long value) implements Said {}

        record Under11() implements Said {}

        record Withheld() implements Said {}
    }

    // a sum the reader knows to hold; the last of `parts` may be a difference that is not published
    private record Sum(int whole, int[] parts) {}

    private final List<Place> places;
    private final List<Long> counts = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    // of every count, those of the differences included
    private final List<Dimension> dimensions = new ArrayList<>();

    private Disclosure(Map<Place, Long> published) {
        places = List.copyOf(published.keySet());
        for (var place : places) {
            var count = Objects.requireNonNull(published.get(place));
            counts.add(count);
            dimensions.add(place.dimension());
            said.add(first(place, count));
        }
        addTotals();
        addDifferences();
    }

    /// What may be said of each place, in the order given.
    static Map<Place, Said> of(Map<Place, Long> counts) {
        var disclosure = new Disclosure(counts);
        while (disclosure.withholdOneMore()) {}
        var result = new LinkedHashMap<Place, Said>();
        for (int i = 0; i < disclosure.places.size(); i++)
            result.put(disclosure.places.get(i), disclosure.said.get(i));
        return result;
    }

    private static Said first(Place place, long count) {
        if (count == 0 && place.dimension() == Dimension.TOTAL) return new Said.Count(0);
        return switch (Masked.of(count)) {
            case Masked.Shown(var shown) -> new Said.Count(shown);
            case Masked.TooSmall _ -> new Said.Under11();
            case Masked.Withheld _ -> new Said.Withheld();
        };
    }

    private void addTotals() {
        for (var measure : Measure.values()) {
            var whole = places.indexOf(new Place(measure, Dimension.TOTAL, ""));
            if (whole < 0) continue;
            for (var dimension : Dimension.values()) {
                if (dimension == Dimension.TOTAL) continue;
                var parts = placesOf(measure, dimension);
                if (parts.length > 0) sums.add(new Sum(whole, parts));
            }
        }
        // levels 2 and 3 together are those two lines of the situations: not published twice, but
        // everybody can add
        var together = places.indexOf(new Place(Measure.NIVEAUX_2_ET_3, Dimension.TOTAL, ""));
        var second = places.indexOf(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "2"));
        var third = places.indexOf(new Place(Measure.SITUATIONS_EN_COURS, Dimension.NIVEAU, "3"));
        if (together >= 0 && second >= 0 && third >= 0)
            sums.add(new Sum(together, new int[] {second, third}));
    }

    // outer = inner + difference, for every pair of measures on the same line
    private void addDifferences() {
        var byLine = new LinkedHashMap<String, Map<Measure, Integer>>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            byLine.computeIfAbsent(
                            place.dimension() + " " + place.code(),
                            _ -> new EnumMap<>(Measure.class))
                    .put(place.measure(), i);
        }
        for (var line : byLine.values()) {
            for (var outer : line.entrySet()) {
                for (var inner : line.entrySet()) {
                    if (outer.getKey().compareTo(inner.getKey()) >= 0) continue;
                    counts.add(counts.get(outer.getValue()) - counts.get(inner.getValue()));
                    dimensions.add(dimensions.get(inner.getValue()));
                    sums.add(
                            new Sum(
                                    outer.getValue(),
                                    new int[] {inner.getValue(), counts.size() - 1}));
                }
            }
        }
    }

    private int[] placesOf(Measure measure, Dimension dimension) {
        return IntStream.range(0, places.size())
                .filter(i ->
                        places.get(i).measure() == measure
                                && places.get(i).dimension() == dimension)
                .toArray();
    }

    private boolean withholdOneMore() {
        var low = new long[counts.size()];
        var high = new long[counts.size()];
        whatTheReaderKnows(low, high);
        for (int i = 0; i < counts.size(); i++) {
            var hidden = i >= places.size() || !(said.get(i) instanceof Said.Count);
            var count = counts.get(i);
            if (!hidden || count < 1 || count >= Masked.THRESHOLD || low[i] != high[i]) continue;
            if (withholdBeside(i)) return true;
        }
        return false;
    }

    // the smallest count still shown in a sum that holds `exposed`, then in its whole breakdown,
    // and a total last: without
    // a total the reader loses most
    private boolean withholdBeside(int exposed) {
        var beside = new HashSet<Integer>();
        for (var sum : sums) {
            if (!holds(sum, exposed)) continue;
            for (var part : sum.parts()) beside.add(part);
            beside.add(sum.whole());
        }
        var chosen =
                IntStream.range(0, places.size())
                        .boxed()
                        .filter(i -> i != exposed && said.get(i) instanceof Said.Count)
                        .filter(i ->
                                beside.contains(i)
                                        || dimensions.get(i) == dimensions.get(exposed)
                                        || dimensions.get(i) == Dimension.TOTAL)
                        .min(
                                Comparator.<Integer, Boolean>comparing(
                                                i -> dimensions.get(i) == Dimension.TOTAL)
                                        .thenComparing(i -> !beside.contains(i))
                                        .thenComparing(counts::get));
        // a zero said as a total is not « 11 or more »
        chosen.ifPresent(i ->
                said.set(
                        i,
                        counts.get(i) < Masked.THRESHOLD
                                ? new Said.Under11()
                                : new Said.Withheld()));
        return chosen.isPresent();
    }

    private static boolean holds(Sum sum, int cell) {
        if (sum.whole() == cell) return true;
        for (var part : sum.parts()) if (part == cell) return true;
        return false;
    }

    private void whatTheReaderKnows(long[] low, long[] high) {
        for (int i = 0; i < low.length; i++) {
            high[i] = UNKNOWN; // a difference that is not published: anything from 0
            if (i >= places.size()) continue;
            switch (said.get(i)) {
                case Said.Count(var count) -> {
                    low[i] = count;
                    high[i] = count;
                }
                case Said.Under11 _ -> high[i] = Masked.THRESHOLD - 1;
                case Said.Withheld _ -> low[i] = Masked.THRESHOLD;
            }
        }
        var moved = true;
        for (int round = 0; moved && round < 100; round++) {
            moved = false;
            for (var sum : sums) moved |= narrow(sum, low, high);
        }
    }

    private static boolean narrow(Sum sum, long[] low, long[] high) {
        long least = 0;
        long most = 0;
        for (var part : sum.parts()) {
            least += low[part];
            most = Math.min(UNKNOWN, most + high[part]);
        }
        var moved = raise(low, sum.whole(), least) | lower(high, sum.whole(), most);
        for (var part : sum.parts()) {
            if (high[sum.whole()] < UNKNOWN)
                moved |= lower(high, part, high[sum.whole()] - (least - low[part]));
            var others = othersMost(sum, part, high);
            if (others < UNKNOWN) moved |= raise(low, part, low[sum.whole()] - others);
        }
        return moved;
    }

    private static long othersMost(Sum sum, int part, long[] high) {
        long most = 0;
        for (var other : sum.parts())
            if (other != part) most = Math.min(UNKNOWN, most + high[other]);
        return most;
    }

    private static boolean raise(long[] low, int cell, long bound) {
        if (bound <= low[cell]) return false;
        low[cell] = bound;
        return true;
    }

    private static boolean lower(long[] high, int cell, long bound) {
        if (bound >= high[cell]) return false;
        high[cell] = bound;
        return true;
    }
}
