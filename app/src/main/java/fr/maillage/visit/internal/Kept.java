package fr.maillage.visit.internal;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visit of who is signed in.
///
/// @param readableUntil when the telephone erases what it shows of the person
/// @param sealedKey null once it is over
record Kept(
        UUID id,
        PatientId patient,
        UUID appointment,
        Instant preparedAt,
        Instant readableUntil,
        @Nullable String directions,
        byte @Nullable [] sealedKey,
        @Nullable Instant keptAt,
        @Nullable Instant endedAt) {

    boolean over() {
        return endedAt != null;
    }

    @Override
    public String toString() {
        return "Kept[" + id + "]";
    }
}
