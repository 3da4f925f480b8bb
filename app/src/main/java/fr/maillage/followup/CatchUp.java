package fr.maillage.followup;

import fr.maillage.kernel.PatientId;
import java.util.Collection;
import java.util.UUID;

/// Alerts about a past that was typed in at once, by an import or the demonstration.
public interface CatchUp {

    /// Sweeps the acting structure as every night, but dates each new alert from the day its cause
    /// arose, since somebody would have been warned that day: the age of alerts then says how long
    /// something has been waiting. Call inside the structure's context. Returns how many were
    /// raised.
    int raise();

    /// After many plans came into force at once: dates their acts, then raises as above. Returns
    /// how many alerts were raised.
    int follow();

    /// Forgets what is awaited of plans that are about to be removed, and of the person altogether
    /// when `whole`.
    void forget(PatientId patient, Collection<UUID> plans, boolean whole);
}
