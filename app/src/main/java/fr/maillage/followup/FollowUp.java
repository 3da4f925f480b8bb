package fr.maillage.followup;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Planned against done, as other modules ask about it.
public interface FollowUp {

    /// Dated acts of the plan in force that may be marked on `day`: their window is open or passed
    /// and nobody said what happened; oldest first. For a member of a circle, only the acts they
    /// are in charge of. The caller has opened the file.
    List<DueAct> toMark(PatientId patient, LocalDate day);

    /// The same for several persons, in one statement. The caller has opened each file.
    List<DueAct> toMark(Collection<PatientId> patients, LocalDate day);

    /// What was said of an act so far. Throws `NotFound`. The caller has opened the file.
    State state(UUID act);

    /// @param words « Fait le 2 juin 2026 par Lucie PETIT », « Non fait : refus »; null while
    ///   nobody said anything
    /// @param by who wrote it down
    record State(PatientId patient, String title, @Nullable String words, @Nullable String by) {
        @Override
        public String toString() {
            return "State[" + patient + "]";
        }
    }

    /// Says what became of an act, by somebody of the clinical team or the member of the circle in
    /// charge of it. Throws `NotFound` for anybody else. For somebody of several structures, call
    /// inside `tenancy().actingFor(file.network())`.
    Marked mark(UUID act, Mark mark);

    /// The answer in a sentence, as the follow-up page says it.
    String words(Marked answer, Mark mark);

    /// @param dueUntil last day of its window
    /// @param late its tolerance is over: it is an alert
    record DueAct(
            UUID id,
            PatientId patient,
            UUID intervention,
            String title,
            @Nullable String actor,
            LocalDate dueOn,
            LocalDate dueUntil,
            boolean late) {}

    /// What happened.
    sealed interface Mark {
        /// @param by who did the act; null: the actor of the plan
        record Done(LocalDate on, @Nullable String by, @Nullable String note) implements Mark {}

        /// It did not happen.
        record Missed(NotDone why, @Nullable String note) implements Mark {}

        /// It was marked by mistake: it waits again.
        record Unmark() implements Mark {}
    }

    /// The answer.
    sealed interface Marked {
        /// @param late done after its window
        record Recorded(boolean late) implements Marked {}

        /// The day it was done has not come.
        record InTheFuture() implements Marked {}

        /// Nobody is named in the plan: say who did the act, since the support team does not care.
        record ByWhom() implements Marked {}

        /// The accompaniment is over, or in pause: the act is suspended.
        record Suspended() implements Marked {}
    }
}
