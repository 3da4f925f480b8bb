package fr.maillage.careplan.internal;

import fr.maillage.careplan.Recurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a version says.
record Content(
        Map<Topic, String> texts,
        @Nullable LocalDate reassessOn,
        @Nullable UUID referentId,
        @Nullable String referentName,
        List<Pathology> pathologies,
        List<Goal> goals,
        List<Intervention> interventions,
        List<Aid> aids) {

    Content {
        texts = Map.copyOf(texts);
        pathologies = List.copyOf(pathologies);
        goals = List.copyOf(goals);
        interventions = List.copyOf(interventions);
        aids = List.copyOf(aids);
    }

    /// Without an aid plan.
    Content(
            Map<Topic, String> texts,
            @Nullable LocalDate reassessOn,
            @Nullable UUID referentId,
            @Nullable String referentName,
            List<Pathology> pathologies,
            List<Goal> goals,
            List<Intervention> interventions) {
        this(
                texts,
                reassessOn,
                referentId,
                referentName,
                pathologies,
                goals,
                interventions,
                List.of());
    }

    Optional<Pathology> pathology(UUID id) {
        return found(pathologies, Pathology::id, id);
    }

    Optional<Goal> goal(UUID id) {
        return found(goals, Goal::id, id);
    }

    Optional<Intervention> intervention(UUID id) {
        return found(interventions, Intervention::id, id);
    }

    Optional<Aid> aid(UUID id) {
        return found(aids, Aid::id, id);
    }

    private static <T> Optional<T> found(List<T> lines, Function<T, UUID> key, UUID id) {
        return lines.stream().filter(line -> key.apply(line).equals(id)).findFirst();
    }

    /// The text of a topic; empty when nothing was written.
    String text(Topic topic) {
        return texts.getOrDefault(topic, "");
    }

    Content withReassessment(@Nullable LocalDate on) {
        return new Content(
                texts, on, referentId, referentName, pathologies, goals, interventions, aids);
    }

    /// The same texts, with these lines.
    Content with(
            List<Pathology> pathologies,
            List<Goal> goals,
            List<Intervention> interventions,
            List<Aid> aids) {
        return new Content(
                texts,
                reassessOn,
                referentId,
                referentName,
                pathologies,
                goals,
                interventions,
                aids);
    }

    record Pathology(UUID id, String label, @Nullable String severity, boolean ald, boolean main) {}

    /// A goal; its id is the same in every version.
    ///
    /// @param result EN_COURS, ATTEINT, EN_PARTIE, NON_ATTEINT or ABANDONNE
    /// @param reviewedOn the day this version's writers graded it; null while they did not
    record Goal(
            UUID id,
            @Nullable String problem,
            @Nullable UUID problemId,
            String domain,
            String kind,
            String title,
            @Nullable String indicator,
            @Nullable String target,
            @Nullable LocalDate dueOn,
            String result,
            @Nullable String resultWhy,
            @Nullable LocalDate reviewedOn) {

        /// Not graded in this version.
        Goal(
                UUID id,
                @Nullable String problem,
                @Nullable UUID problemId,
                String domain,
                String kind,
                String title,
                @Nullable String indicator,
                @Nullable String target,
                @Nullable LocalDate dueOn,
                String result,
                @Nullable String resultWhy) {
            this(
                    id, problem, problemId, domain, kind, title, indicator, target, dueOn, result,
                    resultWhy, null);
        }

        /// Whether nothing more is awaited of it: reached, or given up.
        boolean over() {
            return result.equals("ATTEINT") || result.equals("ABANDONNE");
        }

        /// For who does something for it and was not given its part: neither the problem it answers
        /// nor its measure.
        Goal titleAlone() {
            return new Goal(
                    id, null, null, domain, kind, title, null, null, null, result, null, null);
        }

        Goal graded(String grade, @Nullable String why, LocalDate on) {
            return new Goal(
                    id, problem, problemId, domain, kind, title, indicator, target, dueOn, grade,
                    why, on);
        }

        /// Part of the plan it belongs to.
        String part() {
            return domain.equals("EDUCATIF") ? "EDUCATION" : domain;
        }
    }

    /// A task: what, who, when. Its id is the same in every version: what was done points to it.
    record Intervention(
            UUID id,
            @Nullable UUID goalId,
            InterventionType type,
            String title,
            @Nullable UUID actorId,
            @Nullable String actorName,
            @Nullable String actorProfession,
            @Nullable String actorGroup,
            boolean mainActor,
            @Nullable String place,
            Recurrence recurrence,
            int windowDays,
            int toleranceDays,
            @Nullable String note) {

        /// The group of the person, who does it alone.
        static final String PERSON = "PERSONNE";

        boolean withoutActor() {
            return actorId == null && actorName == null;
        }

        /// Done by the person, not for them.
        boolean byThePerson() {
            return PERSON.equals(actorGroup);
        }
    }

    /// A line of the aid plan: what is asked for. Its id is the same in every version: the steps
    /// that tell where it stands point to it.
    ///
    /// @param body who decides or pays
    /// @param askedBy who makes the request
    /// @param rightId the right of the file that tells where it stands; null when there is none
    record Aid(
            UUID id,
            AidKind kind,
            String title,
            @Nullable String body,
            @Nullable String askedBy,
            @Nullable UUID rightId,
            @Nullable String note) {}
}
