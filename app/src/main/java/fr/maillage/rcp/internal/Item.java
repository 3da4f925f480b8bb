package fr.maillage.rcp.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A person on the agenda of a meeting.
///
/// @param agreedOn when she agreed to be spoken of in front of whoever takes part
/// @param seen once the meeting is closed: whether her situation was looked at
record Item(
        UUID id,
        UUID meeting,
        PatientId patient,
        String person,
        String question,
        String askedBy,
        @Nullable LocalDate agreedOn,
        @Nullable String agreedHow,
        String notes,
        @Nullable String notesBy,
        @Nullable Instant notesAt,
        @Nullable Boolean seen,
        int version) {

    String href() {
        return "/rcp/" + meeting + "/personnes/" + id;
    }

    @Override
    public String toString() {
        return "Item[" + id + "]";
    }
}
