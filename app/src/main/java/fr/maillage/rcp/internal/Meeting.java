package fr.maillage.rcp.internal;

import fr.maillage.kernel.FrenchDates;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;

/// A meeting about persons.
///
/// @param appointment in the agenda of the team; null while nobody of the team comes
/// @param place room and address, link, or number to call
record Meeting(
        UUID id,
        MeetingKind kind,
        MeetingState state,
        Instant starts,
        Instant ends,
        Mode mode,
        @Nullable String place,
        @Nullable String theme,
        @Nullable String subject,
        @Nullable UUID chair,
        @Nullable UUID secretary,
        @Nullable UUID appointment,
        @Nullable String cancelledWhy,
        int version) {

    LocalDateTime at() {
        return LocalDateTime.ofInstant(starts, FrenchDates.PARIS);
    }

    LocalDate day() {
        return at().toLocalDate();
    }

    /// Its length, in minutes.
    int minutes() {
        return (int) Duration.between(starts, ends).toMinutes();
    }

    /// Whether who is invited comes at the same time to the same place.
    boolean sameTimeAndPlace(Meeting other) {
        return starts.equals(other.starts)
                && mode == other.mode
                && Objects.equals(place, other.place);
    }

    boolean open() {
        return state == MeetingState.PREVUE;
    }

    String href() {
        return "/rcp/" + id;
    }
}
