package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Whether a person's situation may be spoken of in front of somebody, by what she said about
/// sharing. Sources: CSP L.1110-4 (opposition; prior consent outside the équipe de soins),
/// R.1110-2.
public interface SharedWith {

    /// Why it may not, for those in front of whom it may not; the others are not in the answer. The
    /// caller has opened the file.
    Map<Listener, Obstacle> obstacles(PatientId patient, Collection<Listener> listeners);

    /// The same in front of one, of several persons: those of whom it may not.
    Map<PatientId, Obstacle> obstacles(Collection<PatientId> patients, Listener listener);

    /// Somebody who would hear.
    ///
    /// @param team of the structure's own team
    /// @param line of the person's circle, when they are in it
    record Listener(String name, @Nullable String rpps, boolean team, @Nullable UUID line) {}

    /// What she said.
    enum Obstacle {
        /// She opposes any sharing.
        OPPOSED_TO_ALL,
        /// She opposes sharing with them.
        OPPOSED_TO_THEM,
        /// They are outside her équipe de soins, and she did not agree beforehand.
        OUTSIDE
    }
}
