package fr.maillage.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Whole days from `start` to `end`, both included (PostgreSQL: `daterange(start, end, '[]')`); no
/// end means « toujours en cours ».
public record Period(LocalDate start, @Nullable LocalDate end) {
    /// @throws IllegalArgumentException when the end comes before the start
    public Period {
        if (end != null && end.isBefore(start))
            throw new IllegalArgumentException("a period ends before it starts");
    }

    /// Empty when the end comes before the start.
    public static Optional<Period> of(LocalDate start, @Nullable LocalDate end) {
        return end != null && end.isBefore(start)
                ? Optional.empty()
                : Optional.of(new Period(start, end));
    }

    /// Open at its end.
    public static Period since(LocalDate start) {
        return new Period(start, null);
    }

    /// A single day.
    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    /// Whether it has no end.
    public boolean open() {
        return end == null;
    }

    /// Whether `day` is one of its days.
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && (end == null || !day.isAfter(end));
    }

    /// Whether every day of `other` is one of its days.
    public boolean contains(Period other) {
        return contains(other.start) && (end == null || other.end != null && contains(other.end));
    }

    /// Whether they have a day in common: two that touch (one ends on the 3rd, the next starts on
    /// the 4th) do not overlap.
    public boolean overlaps(Period other) {
        return (end == null || !other.start.isAfter(end))
                && (other.end == null || !start.isAfter(other.end));
    }

    /// The same, ended on `last`.
    ///
    /// @throws IllegalArgumentException when `last` comes before the start
    public Period endingOn(LocalDate last) {
        return new Period(start, last);
    }

    /// How many days, the first and the last included; empty when it has no end.
    public OptionalLong days() {
        return end == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(start, end) + 1);
    }
}
