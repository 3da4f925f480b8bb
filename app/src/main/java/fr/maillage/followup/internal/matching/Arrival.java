package fr.maillage.followup.internal.matching;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What came in about a person, as far as ranking needs it.
///
/// @param nature of the thing itself: COMPTE_RENDU, TELEPHONE…; empty when it has none
/// @param day on which it happened: the act would have been done that day
/// @param title what was written of it
/// @param who whose act it would be; null when nobody knows
/// @param ofTeam that person is of the support team
record Arrival(
        EventKind kind,
        String nature,
        PatientId patient,
        LocalDate day,
        String title,
        @Nullable String who,
        boolean ofTeam) {

    /// Never what was written.
    @Override
    public String toString() {
        return "Arrival[" + kind + "]";
    }
}
