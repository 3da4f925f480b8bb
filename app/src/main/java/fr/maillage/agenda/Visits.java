package fr.maillage.agenda;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Home visits of the agenda, as the module of the visits asks about them. Leaves no trace of
/// reading: the caller opened the file.
public interface Visits {

    /// Visits to this person that who is signed in has still to make between two instants, in
    /// order.
    List<Planned> toMake(PatientId patient, Instant from, Instant until);

    /// An appointment about a person. Throws `NotFound`, also for one about nobody.
    Planned get(UUID appointment);

    /// Puts a visit of an hour into the agenda of who is signed in, whatever else is there.
    UUID plan(PatientId patient, Instant start);

    /// Says what became of it, once. Empty when this was noted; else what had been said already,
    /// and nothing changed.
    Optional<Outcome> close(UUID appointment, Outcome outcome, @Nullable String note);

    /// Says it in place of what had been said: both lines stay in the line of life.
    void correct(UUID appointment, Outcome outcome, @Nullable String note);

    /// @param note what was said of it, once it is closed
    record Planned(
            UUID id,
            PatientId patient,
            UUID member,
            Instant start,
            Instant end,
            @Nullable String title,
            @Nullable String place,
            @Nullable Outcome outcome,
            @Nullable String note) {
        @Override
        public String toString() {
            return "Planned[" + id + "]";
        }
    }
}
