package fr.maillage.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A count of people as it may leave a structure: below [#THRESHOLD] it is not said. What is hidden
/// is not in the object either, so that no JSON, log or page can give it back. Source: practice of
/// the SNDS and of INSEE, no published count under 11; zero is hidden too.
public sealed interface Masked {
    /// The smallest count that is shown.
    int THRESHOLD = 11;

    /// « 1 234 », « < 11 » or « n.c. ».
    default String formatted() {
        return switch (this) {
            case Shown(var count) -> Typography.number(count);
            case TooSmall() -> "<" + Typography.NBSP + THRESHOLD;
            case Withheld() -> "n.c.";
        };
    }

    /// @throws IllegalArgumentException when `count` is negative
    static Masked of(long count) {
        if (count < 0) throw new IllegalArgumentException("a count is not negative");
        return count < THRESHOLD ? new TooSmall() : new Shown(count);
    }

    /// Counts that do not overlap and their total, so masked that the hidden ones cannot be had by
    /// subtraction: while what is hidden could be worked out, the smallest count still shown is
    /// withheld too (secondary suppression), and the total when nothing else is left. Protects one
    /// list and its total; a table of two dimensions has to be treated as a whole.
    ///
    /// @throws IllegalArgumentException when a count is negative
    static Table table(List<Long> counts) {
        var cells = new ArrayList<>(counts.stream().map(Masked::of).toList());
        long total = counts.stream().mapToLong(Long::longValue).sum();
        var shownSmallestFirst =
                IntStream.range(0, counts.size())
                        .boxed()
                        .filter(i -> cells.get(i) instanceof Shown)
                        .sorted(Comparator.comparing(counts::get))
                        .iterator();
        while (workedOut(counts, cells)) {
            if (!shownSmallestFirst.hasNext())
                return new Table(cells, total < THRESHOLD ? new TooSmall() : new Withheld());
            cells.set(shownSmallestFirst.next(), new Withheld());
        }
        return new Table(cells, of(total));
    }

    // the hidden ones add up to total − shown: a reader knows that sum, that each « < 11 » is 0 to
    // 10 and each « n.c. » 11 or more
    private static boolean workedOut(List<Long> counts, List<Masked> cells) {
        var hidden =
                IntStream.range(0, cells.size())
                        .filter(i -> !(cells.get(i) instanceof Shown))
                        .toArray();
        if (hidden.length == 0) return false;
        long sum = IntStream.of(hidden).mapToLong(counts::get).sum();
        long small = IntStream.of(hidden).filter(i -> cells.get(i) instanceof TooSmall).count();
        long withheld = hidden.length - small;
        if (hidden.length == 1) return true;
        if (sum < THRESHOLD && cells.size() == hidden.length)
            return false; // the total is hidden as well
        long most = Math.min((THRESHOLD - 1) * small, sum - THRESHOLD * withheld);
        long least = withheld > 0 ? 0 : sum;
        return withheld > 0 ? most == least : sum == 0 || sum == (THRESHOLD - 1) * small;
    }

    /// [#THRESHOLD] or more.
    record Shown(long count) implements Masked {
        public Shown {
            if (count < THRESHOLD) throw new IllegalArgumentException("too small to be shown");
        }
    }

    /// Less than [#THRESHOLD].
    record TooSmall() implements Masked {}

    /// Large enough, but it would give another one away: « non communiqué ».
    record Withheld() implements Masked {}

    /// Masked counts in the order given, and their total.
    record Table(List<Masked> counts, Masked total) {
        public Table {
            counts = List.copyOf(counts);
        }
    }
}
