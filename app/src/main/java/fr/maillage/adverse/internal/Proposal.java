package fr.maillage.adverse.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// Something the application found by itself that may be an adverse event: to be declared, or set
/// aside with why.
///
/// @param words what it is, in a line
record Proposal(
        UUID id,
        Cause cause,
        @Nullable PatientId patient,
        @Nullable String person,
        @Nullable String professional,
        LocalDate happenedOn,
        String words) {

    /// Why it was found, and what it would be declared as.
    enum Cause {
        SEJOUR(EventType.HOSPITALISATION),
        ACTES_MANQUES(EventType.RUPTURE),
        DEPART_SANS_RELAIS(EventType.RUPTURE),
        SORTIE_PERSONNE(EventType.SORTIE_PATIENT),
        SORTIE_PROFESSIONNEL(EventType.SORTIE_PROFESSIONNEL);

        final EventType type;

        Cause(EventType type) {
            this.type = type;
        }
    }

    @Override
    public String toString() {
        return "Proposal[" + id + "]";
    }
}
