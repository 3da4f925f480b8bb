package fr.maillage.careplan.internal;

import fr.maillage.careplan.Recurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a version says.
record Content(
        Map<Topic, String> texts,
        @Nullable LocalDate reassessOn,
        @Nullable UUID referentId,
        @Nullable String referentName,
        List<Pathology> pathologies,
        List<Goal> goals,
        List<Intervention> interventions) {

    Content {
        texts = Map.copyOf(texts);
        pathologies = List.copyOf(pathologies);
        goals = List.copyOf(goals);
        interventions = List.copyOf(interventions);
    }

    /// The text of a topic; empty when nothing was written.
    String text(Topic topic) {
        return texts.getOrDefault(topic, "");
    }

    Content withReassessment(@Nullable LocalDate on) {
        return new Content(texts, on, referentId, referentName, pathologies, goals, interventions);
    }

    record Pathology(UUID id, String label, @Nullable String severity, boolean ald, boolean main) {}

    /// A goal; its id is the same in every version.
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
            @Nullable String resultWhy) {

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

        boolean withoutActor() {
            return actorId == null && actorName == null;
        }
    }
}
