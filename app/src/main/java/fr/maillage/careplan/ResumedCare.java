package fr.maillage.careplan;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Care that went on in another tool, followed here from now on: « suivi repris ». In force, so
/// that what is due is awaited and the reassessment comes; but no PPS: nobody was asked an opinion
/// on it, and it counts nowhere as one. The first plan of ours replaces it.
public interface ResumedCare {

    /// Takes it over. Publishes no event: the caller has the acts dated once for all. Returns its
    /// id.
    ///
    /// @param reassessOn when it is to be looked at again, at most 12 months ahead; null: in 12
    ///   months
    UUID resume(
            PatientId patient,
            UUID support,
            @Nullable UUID referent,
            @Nullable LocalDate reassessOn,
            String reason,
            List<Intervention> interventions);

    /// Removes what was taken over by mistake, of those named. Nobody worked on it: the caller
    /// looked.
    void undo(PatientId patient, Collection<UUID> made);

    /// @param type of the plan: EXAMEN, CONSULTATION…
    /// @param actorId a line of the circle, or null
    record Intervention(
            String title,
            String type,
            @Nullable UUID actorId,
            @Nullable String actorName,
            @Nullable String actorProfession,
            Recurrence when) {}
}
