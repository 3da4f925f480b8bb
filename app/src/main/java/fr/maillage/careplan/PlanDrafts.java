package fr.maillage.careplan;

import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writing several lines into a draft at once, by a module that knows what to propose. A plan in
/// force never changes: only a draft is written in.
public interface PlanDrafts {

    /// The draft of a person. The caller has opened the file.
    Optional<Draft> inPreparation(PatientId patient);

    /// The version in preparation, else the one in force. The caller has opened the file.
    Optional<Draft> latest(PatientId patient);

    /// A version with its lines. Throws `NotFound`. The caller has opened the file.
    Draft version(PatientId patient, UUID pps);

    /// Writes the lines and removes those named, all or nothing. A line whose id the draft knows is
    /// changed and keeps who does it; others are added. Throws `OptimisticLockingFailureException`
    /// when the draft is no longer what `seen` says, `FormRefused` when it is no draft.
    void write(UUID pps, String seen, List<GoalLine> goals, List<ActLine> acts, Set<UUID> removed);

    /// The types an intervention may have, in the order of the guide.
    List<ActType> types();

    /// @param volet SOINS, EDUCATION or AIDE
    /// @param label « Examen complémentaire »
    record ActType(String code, String volet, String label) {}

    /// @param draft whether it may be written in
    /// @param seen what its lines say, for [#write]
    /// @param pathologies as labelled
    record Draft(
            UUID id,
            PatientId patient,
            int number,
            boolean draft,
            String seen,
            List<String> pathologies,
            List<GoalLine> goals,
            List<ActLine> acts) {}

    /// A goal.
    ///
    /// @param domain MEDICAL, EDUCATIF, PSYCHOLOGIQUE or SOCIAL
    /// @param kind BIOMEDICAL or QUALITATIF
    /// @param problem it answers, as labelled; null when nobody said. A goal the draft knows keeps
    ///   its own
    record GoalLine(
            UUID id,
            String title,
            String domain,
            String kind,
            @Nullable String indicator,
            @Nullable String target,
            List<Origin> origins,
            @Nullable String problem) {

        /// That answers no problem said.
        public GoalLine(
                UUID id,
                String title,
                String domain,
                String kind,
                @Nullable String indicator,
                @Nullable String target,
                List<Origin> origins) {
            this(id, title, domain, kind, indicator, target, origins, null);
        }

        /// The same, answering this problem.
        public GoalLine answering(String problem) {
            return new GoalLine(id, title, domain, kind, indicator, target, origins, problem);
        }
    }

    /// An intervention.
    ///
    /// @param type as plans have them: EXAMEN, CONSULTATION…
    /// @param actor who does it: a line of the circle, with the name kept beside it
    /// @param actorId null while nobody of the circle does
    record ActLine(
            UUID id,
            @Nullable UUID goal,
            String type,
            String title,
            @Nullable UUID actorId,
            @Nullable String actor,
            @Nullable String profession,
            Recurrence when,
            int windowDays,
            int toleranceDays,
            @Nullable String note,
            List<Origin> origins) {

        /// What tells that another line is the same act; null when no protocol coded it.
        public @Nullable String code() {
            for (var origin : origins) if (origin.code() != null) return origin.code();
            return null;
        }
    }

    /// Where a line comes from.
    ///
    /// @param title of the protocol, as it was called
    /// @param code of the act
    record Origin(
            UUID protocol,
            UUID version,
            int number,
            String title,
            String lineKey,
            @Nullable String code) {}
}
