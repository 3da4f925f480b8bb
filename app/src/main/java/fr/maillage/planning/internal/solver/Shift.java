package fr.maillage.planning.internal.solver;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A day of work of one member: from the office, and back to it.
///
/// @param base rank of the place the day begins and ends at
/// @param hours worked, in order, at least one
/// @param blocks what stays, in order
public record Shift(
        UUID member, LocalDate day, int base, List<Block> hours, List<Block> blocks, Roads roads) {

    public Shift {
        hours = List.copyOf(hours);
        blocks = blocks.stream().sorted(Comparator.comparingLong(Block::start)).toList();
    }

    long opens() {
        return hours.getFirst().start();
    }

    long closes() {
        return hours.getLast().end();
    }

    /// Minutes worked that nothing takes yet.
    long free() {
        var worked = hours.stream().mapToLong(h -> h.end() - h.start()).sum();
        var taken =
                hours.stream()
                        .flatMapToLong(h ->
                                blocks.stream()
                                        .mapToLong(b ->
                                                Math.max(
                                                        0,
                                                        Math.min(b.end(), h.end())
                                                                - Math.max(b.start(), h.start()))))
                        .sum();
        return Math.max(0, worked - taken);
    }

    /// The same day with more that stays.
    public Shift with(List<Block> more) {
        return new Shift(
                member,
                day,
                base,
                hours,
                Stream.concat(blocks.stream(), more.stream()).toList(),
                roads);
    }

    /// The same day with nothing on it.
    Shift bare() {
        return new Shift(member, day, base, hours, List.of(), roads);
    }
}
