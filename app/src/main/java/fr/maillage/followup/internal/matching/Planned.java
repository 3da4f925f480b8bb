package fr.maillage.followup.internal.matching;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dated act that an event may have fulfilled.
///
/// @param type EXAMEN, CONSULTATION…; empty when the plan that asked for it is gone
/// @param status of the act: only PREVU is still to be done
record Planned(
        UUID id,
        UUID intervention,
        PatientId patient,
        String title,
        String type,
        @Nullable String actor,
        String status,
        LocalDate dueOn,
        LocalDate dueUntil,
        LocalDate lateAfter) {

    /// Never what the plan says.
    @Override
    public String toString() {
        return "Planned[" + id + "]";
    }
}
