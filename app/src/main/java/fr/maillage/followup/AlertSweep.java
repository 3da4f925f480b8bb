package fr.maillage.followup;

/// The sweep of the acting structure, in one transaction. Call inside the structure's context
/// (`Tenancy.of(network)`). Either may be cut and run again: nothing is lost, nothing is doubled.
public interface AlertSweep {

    /// Looks at everybody.
    Figures whole();

    /// Looks only at persons whose data changed since, and at those for whom a day has come;
    /// everybody when a threshold or a rule changed, or when nobody ever looked. What it leaves is
    /// what [#whole] would.
    Figures changed();

    /// @param whole everybody was looked at
    /// @param persons how many were
    record Figures(boolean whole, int persons, int raised, int refreshed, int resolved) {
        public static final Figures NONE = new Figures(false, 0, 0, 0, 0);
    }
}
