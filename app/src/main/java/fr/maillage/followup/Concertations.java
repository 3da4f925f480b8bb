package fr.maillage.followup;

import fr.maillage.kernel.PatientId;

import java.time.LocalDate;
import java.util.UUID;

/// Meetings that took place about persons, told by the module that holds them: the alert of a
/// situation of level 3 without RCP ends there.
public interface Concertations {

    /// The situation of a person was looked at together. Idempotent by `id`; what is awaited of the
    /// person is looked at again. Joins the caller's transaction.
    ///
    /// @param id of the person's line on the agenda of the meeting
    void held(UUID id, PatientId patient, Kind kind, LocalDate on);

    /// What was held; only an RCP answers the requirement of level 3.
    enum Kind {
        RCP,
        SYNTHESE
    }
}
