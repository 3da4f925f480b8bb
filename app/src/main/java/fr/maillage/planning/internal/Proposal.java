package fr.maillage.planning.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A proposal of rounds.
///
/// @param members whose rounds
/// @param hand what one would do by hand; null before it was computed
/// @param figures of the proposal; null likewise
record Proposal(
        UUID id,
        LocalDate first,
        LocalDate last,
        List<UUID> members,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        boolean stopAsked,
        int version,
        @Nullable Figures hand,
        @Nullable Figures figures) {

    /// @param metres of all the days
    /// @param late days, all visits together
    /// @param placed how many visits find a day
    record Figures(int metres, int late, int placed) {}
}
