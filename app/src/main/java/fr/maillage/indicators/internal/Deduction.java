package fr.maillage.indicators.internal;

import java.util.ArrayList;
import java.util.List;

/// What a reader of a publication can work out: counts known between two bounds, sums that hold,
/// counts contained in others. [#another] looks for a second reading of everything hidden at once,
/// in which one given count is not what it is; when there is none, the reader has it.
///
/// The second reading is a whole one, in integers, so that « yes » is a proof. « No » may be said
/// of a count that does have another reading (the search is limited): more is then hidden than
/// needed, never less.
final class Deduction {

    /// Whole equals the parts added.
    private record Sum(int whole, int[] parts) {}

    private record Within(int inner, int outer) {}

    private static final int STEPS = 20_000;
    private static final int MOVES = 12;

    private final long[] truth;
    private final List<Sum> sums = new ArrayList<>();
    private final List<Within> withins = new ArrayList<>();

    Deduction(long[] truth) {
        this.truth = truth.clone();
    }

    /// Known to everybody: `whole` is the `parts` added.
    void sum(int whole, int[] parts) {
        sums.add(new Sum(whole, parts.clone()));
    }

    /// Known to everybody: `inner` is counted inside `outer`.
    void within(int inner, int outer) {
        if (truth[inner] <= truth[outer]) withins.add(new Within(inner, outer));
    }

    /// Cells that stand in a sum with `cell`, itself included, and those contained in them or that
    /// contain them.
    boolean beside(int cell, int other) {
        return sums.stream().anyMatch(s -> holds(s, cell) && holds(s, other))
                || withins.stream()
                        .anyMatch(w ->
                                w.inner() == cell && w.outer() == other
                                        || w.outer() == cell && w.inner() == other);
    }

    /// Whether nobody is counted by a sum that holds `cell` and whose whole is told: its parts
    /// cannot but be nobody.
    boolean nobody(int cell, long[] low, long[] high) {
        return sums.stream()
                .anyMatch(s -> holds(s, cell) && low[s.whole()] == 0 && high[s.whole()] == 0);
    }

    /// Whether all that is known, each count between `low` and `high`, leaves `cell` another value.
    boolean another(int cell, long[] low, long[] high) {
        return isPossible(cell, truth[cell] + 1, low, high)
                || isPossible(cell, truth[cell] - 1, low, high);
    }

    // moves a count by one, then what that upsets, each count once and by one
    private boolean isPossible(int cell, long value, long[] low, long[] high) {
        if (value < low[cell] || value > high[cell]) return false;
        var steps = new int[] {STEPS};
        for (int moves = 1; moves <= MOVES; moves++) {
            var reading = truth.clone();
            reading[cell] = value;
            if (repair(reading, low, high, moves, steps)) return true;
        }
        return false;
    }

    private boolean repair(long[] reading, long[] low, long[] high, int moves, int[] steps) {
        for (var sum : sums) {
            var missing = reading[sum.whole()];
            for (var part : sum.parts()) missing -= reading[part];
            if (missing == 0) continue;
            var by = Long.signum(missing);
            if (move(sum.whole(), -by, reading, low, high, moves, steps)) return true;
            for (var part : sum.parts())
                if (move(part, by, reading, low, high, moves, steps)) return true;
            return false;
        }
        for (var within : withins) {
            if (reading[within.inner()] <= reading[within.outer()]) continue;
            return move(within.inner(), -1, reading, low, high, moves, steps)
                    || move(within.outer(), 1, reading, low, high, moves, steps);
        }
        return true;
    }

    private boolean move(
            int cell, int by, long[] reading, long[] low, long[] high, int moves, int[] steps) {
        var value = truth[cell] + by;
        if (moves == 0
                || reading[cell] != truth[cell]
                || value < low[cell]
                || value > high[cell]
                || steps[0]-- <= 0) return false;
        reading[cell] = value;
        if (repair(reading, low, high, moves - 1, steps)) return true;
        reading[cell] = truth[cell];
        return false;
    }

    private static boolean holds(Sum sum, int cell) {
        if (sum.whole() == cell) return true;
        for (var part : sum.parts()) if (part == cell) return true;
        return false;
    }
}
