package fr.maillage.planning.internal;

import fr.maillage.planning.internal.solver.Obstacle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A visit of a proposal as it is kept.
///
/// @param member null when no day holds it
/// @param obstacle why no day holds it; null when one does, or before it was looked for
/// @param appointment once it is in the agenda
record StopRow(
        UUID id,
        UUID patient,
        Set<Reason> reasons,
        @Nullable String commune,
        int minutes,
        LocalDate notBefore,
        LocalDate due,
        @Nullable Instant latest,
        int weight,
        List<UUID> usual,
        @Nullable UUID member,
        @Nullable Instant start,
        int metres,
        int wayMinutes,
        boolean pinned,
        @Nullable Obstacle obstacle,
        @Nullable UUID appointment) {

    boolean placed() {
        return member != null;
    }

    @Override
    public String toString() {
        return "StopRow[" + id + "]";
    }
}
