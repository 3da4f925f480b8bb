package fr.maillage.careplan.internal.education;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session: individual, or a workshop of several persons.
///
/// @param workshop several persons; otherwise one
/// @param taken places taken: enrolled, come or absent; not those who excused themselves
/// @param came how many came
/// @param calledOff why it does not take place; null when it does
record Session(
        UUID id,
        boolean workshop,
        Family family,
        String title,
        LocalDate on,
        @Nullable LocalTime at,
        @Nullable Integer minutes,
        @Nullable String place,
        String animator,
        int capacity,
        RunBy runBy,
        @Nullable String runByName,
        @Nullable String calledOff,
        int taken,
        int came) {

    boolean full() {
        return taken >= capacity;
    }
}
