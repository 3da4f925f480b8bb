package fr.maillage.territory.internal.redraw;

import fr.maillage.territory.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lines would change in a division, from a day on. Nothing is written here: the page that
/// shows it and the act that applies it are told the same thing.
///
/// @param zones new, renamed or under another parent, in the order of the lines
/// @param closed zones that end, when the lines are the whole division
/// @param moves communes that change zone
record Redraw(List<ZoneChange> zones, List<Tree.Zone> closed, List<Move> moves, List<Wrong> wrong) {

    /// @param old null for a new zone
    /// @param parent null for what stands under the region itself
    record ZoneChange(
            String code, String label, String kind, String parent, Tree.@Nullable Zone old) {

        boolean isNew() {
            return old == null;
        }

        boolean renamed() {
            return old != null && !(old.label().equals(label) && old.kind().equals(kind));
        }

        boolean moved() {
            return old != null && !parent.equals(old.parent());
        }
    }

    /// @param from null for a commune that stood nowhere; `to` null for one that leaves
    record Move(String commune, @Nullable String from, @Nullable String to) {}

    /// A line, or a commune of it, that is left out, and why.
    record Wrong(int line, String why) {}

    /// What is known besides the division.
    ///
    /// @param kinds codes of kinds of zones
    /// @param elsewhere zones of other divisions, or that ended
    /// @param communes what was typed (code, former code) to the code of today
    record Known(Set<String> kinds, Set<String> elsewhere, Map<String, String> communes) {}

    Redraw {
        zones = List.copyOf(zones);
        closed = List.copyOf(closed);
        moves = List.copyOf(moves);
        wrong = List.copyOf(wrong);
    }

    boolean nothing() {
        return zones.isEmpty() && closed.isEmpty() && moves.isEmpty();
    }

    /// @param whole whether zones and communes that no line names leave the division
    static Redraw of(
            Tree before, String region, List<Lines.Line> lines, boolean whole, Known known) {
        var reading = new Reading(before, region, lines, known);
        return reading.redraw(whole);
    }

    /// The zone of each commune afterwards.
    Map<String, String> zonesAfter(Tree before) {
        var after = new HashMap<String, String>();
        before.communes().values().forEach(c -> after.put(c.code(), c.zone()));
        for (var move : moves) {
            if (move.to() == null) after.remove(move.commune());
            else after.put(move.commune(), move.to());
        }
        return after;
    }

    private static final class Reading {
        private final Tree before;
        private final String region;
        private final Known known;
        private final List<Lines.Line> lines;
        private final List<Wrong> wrong = new ArrayList<>();
        private final Map<String, Lines.Line> kept = new LinkedHashMap<>();
        private final Map<String, String> to = new LinkedHashMap<>();

        Reading(Tree before, String region, List<Lines.Line> lines, Known known) {
            this.before = before;
            this.region = region;
            this.known = known;
            this.lines = lines;
        }

        Redraw redraw(boolean whole) {
            for (var line : lines) keep(line);
            dropWithoutParent(whole);
            dropLoops();
            dropWithoutParent(whole);
            kept.values().forEach(this::communes);
            var closed =
                    whole
                            ? before.zones().stream()
                                    .filter(z ->
                                            !z.code().equals(region) && !kept.containsKey(z.code()))
                                    .toList()
                            : List.<Tree.Zone>of();
            return new Redraw(changes(), closed, moves(whole), wrong);
        }

        private void keep(Lines.Line line) {
            var old = before.zone(line.code());
            var why =
                    !line.code().matches("[0-9A-Za-z][0-9A-Za-z_-]{0,19}")
                            ? RedrawText.CODE
                            : line.code().equals(region)
                                    ? RedrawText.REGION
                                    : known.elsewhere().contains(line.code())
                                            ? RedrawText.ELSEWHERE
                                            : kept.containsKey(line.code())
                                                    ? RedrawText.twice(line.code())
                                                    : old == null && line.label().isEmpty()
                                                            ? RedrawText.NO_LABEL
                                                            : !line.kind().isEmpty()
                                                                            && !known.kinds()
                                                                                    .contains(
                                                                                            line
                                                                                                    .kind())
                                                                    ? RedrawText.kind(
                                                                            line.kind(),
                                                                            known.kinds())
                                                                    : null;
            if (why == null) kept.put(line.code(), line);
            else wrong.add(new Wrong(line.number(), why));
        }

        private String parent(Lines.Line line) {
            if (!line.parent().isEmpty()) return line.parent();
            var old = before.zone(line.code());
            return old == null ? region : Objects.requireNonNullElse(old.parent(), region);
        }

        // a line whose parent is neither there nor in the file goes, and then those under it
        private void dropWithoutParent(boolean whole) {
            boolean dropped;
            do {
                dropped =
                        kept.values()
                                .removeIf(line -> {
                                    var parent = parent(line);
                                    var there =
                                            parent.equals(region)
                                                    || !whole && before.zone(parent) != null
                                                    || kept.containsKey(parent);
                                    if (!there)
                                        wrong.add(
                                                new Wrong(
                                                        line.number(), RedrawText.parent(parent)));
                                    return !there;
                                });
            } while (dropped);
        }

        private void dropLoops() {
            kept.values()
                    .removeIf(line -> {
                        var seen = new HashSet<String>();
                        String at = line.code();
                        while (at != null && seen.add(at)) {
                            var next = kept.get(at);
                            var old = before.zone(at);
                            at = next != null ? parent(next) : old == null ? null : old.parent();
                        }
                        var loop = at != null;
                        if (loop) wrong.add(new Wrong(line.number(), RedrawText.loop(line.code())));
                        return loop;
                    });
        }

        private void communes(Lines.Line line) {
            for (var typed : new LinkedHashSet<>(line.communes())) {
                var code = known.communes().get(typed);
                if (code == null) {
                    wrong.add(new Wrong(line.number(), RedrawText.commune(typed)));
                    continue;
                }
                var first = to.putIfAbsent(code, line.code());
                if (first != null && !first.equals(line.code()))
                    wrong.add(new Wrong(line.number(), RedrawText.inTwo(typed, first)));
            }
        }

        private List<ZoneChange> changes() {
            var changes = new ArrayList<ZoneChange>();
            for (var line : kept.values()) {
                var old = before.zone(line.code());
                var change =
                        new ZoneChange(
                                line.code(),
                                line.label().isEmpty() && old != null ? old.label() : line.label(),
                                !line.kind().isEmpty()
                                        ? line.kind()
                                        : old == null ? "ZONE" : old.kind(),
                                parent(line),
                                old);
                if (change.isNew() || change.renamed() || change.moved()) changes.add(change);
            }
            return changes;
        }

        private List<Move> moves(boolean whole) {
            var moves = new ArrayList<Move>();
            to.forEach((commune, zone) -> {
                var there = before.communes().get(commune);
                var from = there == null ? null : there.zone();
                if (!zone.equals(from)) moves.add(new Move(commune, from, zone));
            });
            if (whole)
                before.communes().values().stream()
                        .filter(c -> !to.containsKey(c.code()))
                        .forEach(c -> moves.add(new Move(c.code(), c.zone(), null)));
            return moves;
        }
    }
}
