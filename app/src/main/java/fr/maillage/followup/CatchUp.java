package fr.maillage.followup;

/// Alerts about a past that was typed in at once, by an import or the demonstration.
public interface CatchUp {

    /// Sweeps the acting structure as every night, but dates each new alert from the day its cause
    /// arose, since somebody would have been warned that day: the age of alerts then says how long
    /// something has been waiting. Call inside the structure's context. Returns how many were
    /// raised.
    int raise();
}
