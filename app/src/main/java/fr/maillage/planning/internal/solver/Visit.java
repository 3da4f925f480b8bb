package fr.maillage.planning.internal.solver;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A visit to place.
///
/// @param place rank of the commune in the roads
/// @param minutes how long one stays
/// @param earliest no start before
/// @param latest no start after: a delay that is law, or the next visit of the same person;
///   `Long.MAX_VALUE` for none
/// @param due last day it is on time
/// @param weight of a day late
/// @param importance of being placed at all
/// @param usual those who follow the person: the référent, the binôme
/// @param allowed whose sector it is, of those the rounds are for; null when sectors do not bind
/// @param closed days the person is not at home
/// @param taken hours the person has something else with the team
public record Visit(
        UUID id,
        UUID patient,
        int place,
        int minutes,
        long earliest,
        long latest,
        LocalDate due,
        int weight,
        int importance,
        Set<UUID> usual,
        @Nullable Set<UUID> allowed,
        Set<LocalDate> closed,
        List<Block> taken) {

    public Visit {
        usual = Set.copyOf(usual);
        allowed = allowed == null ? null : Set.copyOf(allowed);
        closed = Set.copyOf(closed);
        taken = taken.stream().sorted(Comparator.comparingLong(Block::start)).toList();
    }

    boolean sectorOf(UUID member) {
        return allowed == null || allowed.contains(member);
    }

    /// Whole days late on `day`.
    public long late(LocalDate day) {
        return Math.max(0, day.toEpochDay() - due.toEpochDay());
    }

    Visit with(@Nullable Set<UUID> sector, Set<LocalDate> away, List<Block> busy, long lastStart) {
        return new Visit(
                id,
                patient,
                place,
                minutes,
                earliest,
                lastStart,
                due,
                weight,
                importance,
                usual,
                sector,
                away,
                busy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Visit v && v.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Visit[" + id + "]";
    }
}
