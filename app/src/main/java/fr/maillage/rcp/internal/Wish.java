package fr.maillage.rcp.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// An RCP that a professional of the circle proposes.
///
/// @param person display name
/// @param line theirs, of the circle
/// @param dates when they could come, in their words
/// @param on accepted: the meeting it is on
/// @param refusedWhy refused: why
record Wish(
        UUID id,
        PatientId patient,
        String person,
        String name,
        String profession,
        @Nullable UUID line,
        String question,
        String why,
        @Nullable String dates,
        Instant wishedAt,
        @Nullable On on,
        @Nullable String refusedWhy,
        @Nullable String answeredBy) {

    /// The meeting that takes the question.
    record On(UUID meeting, MeetingKind kind, LocalDate day) {
        String href() {
            return "/rcp/" + meeting;
        }
    }

    boolean waits() {
        return answeredBy == null;
    }

    @Override
    public String toString() {
        return "Wish[" + id + "]";
    }
}
