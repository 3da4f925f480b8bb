package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done about a stay beyond the file itself: the plan made available to the hospital at the
/// entry, the visit after the return. Asked here for the page of stays, answered by a module above,
/// which has the addresses `/dossiers/{id}/sejours/{stay}/pps` and `…/visite`.
public interface StayFollowUps {

    /// By stay, in the caller's transaction.
    Map<UUID, FollowUp> of(PatientId patient, Collection<Days> stays);

    /// Until when a stay was; no day while it lasts.
    record Days(UUID stay, @Nullable LocalDate dischargedOn) {}

    /// @param plan what became of the plan of care, in words
    /// @param why why the plan cannot be sent; null when it was, or may be
    /// @param maySend whether it may be sent now
    /// @param visit where the visit after the return stands, in words; null before the return
    /// @param tone `is-done`, `is-due` or `is-late`
    /// @param mayPlan whether the visit may be planned by one click
    record FollowUp(
            @Nullable String plan,
            @Nullable String why,
            boolean maySend,
            @Nullable String visit,
            String tone,
            boolean mayPlan) {}
}
