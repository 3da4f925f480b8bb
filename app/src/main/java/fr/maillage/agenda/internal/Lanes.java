package fr.maillage.agenda.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Appointments of a column that overlap stand side by side: each gets a lane, and knows how many
/// lanes its neighbours need.
final class Lanes {

    private Lanes() {}

    /// @param lane from 1
    /// @param lanes how many share the width, itself counted
    record Placed<T>(T item, int from, int slots, int lane, int lanes) {}

    /// Minutes of a slot.
    static final int SLOT = 15;

    /// Places the items of one day.
    ///
    /// @param from minute of the day an item begins
    /// @param to minute of the day it ends; never before it begins
    static <T> List<Placed<T>> place(
            List<T> items, Function<T, Integer> from, Function<T, Integer> to) {
        var sorted =
                items.stream()
                        .sorted(
                                Comparator.<T, Integer>comparing(from)
                                        .thenComparing(to.andThen(end -> -end)))
                        .toList();
        var placed = new ArrayList<Placed<T>>();
        var group = new ArrayList<Placed<T>>();
        var ends = new ArrayList<Integer>(); // last slot taken of each lane of the group
        for (var item : sorted) {
            var first = from.apply(item) / SLOT;
            var last = Math.max(first + 1, (to.apply(item) + SLOT - 1) / SLOT);
            if (ends.stream().allMatch(end -> end <= first)) {
                close(group, ends.size(), placed);
                ends.clear();
            }
            var lane = 0;
            while (lane < ends.size() && ends.get(lane) > first) lane++;
            if (lane == ends.size()) ends.add(last);
            else ends.set(lane, last);
            group.add(new Placed<>(item, first, last - first, lane + 1, 0));
        }
        close(group, ends.size(), placed);
        return List.copyOf(placed);
    }

    private static <T> void close(List<Placed<T>> group, int lanes, List<Placed<T>> placed) {
        for (var one : group)
            placed.add(new Placed<>(one.item(), one.from(), one.slots(), one.lane(), lanes));
        group.clear();
    }
}
