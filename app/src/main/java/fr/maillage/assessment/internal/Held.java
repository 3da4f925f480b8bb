package fr.maillage.assessment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An evaluation as kept: a draft of answers as typed, then for good a FHIR QuestionnaireResponse.
///
/// @param answers linkId → values as typed
/// @param notResumed what could not be taken over from the evaluation it was begun from
/// @param savedFrom the tab that saved last; null when none did
record Held(
        UUID id,
        UUID patient,
        String canonical,
        String code,
        String title,
        String status,
        LocalDate onDate,
        String setting,
        List<String> participants,
        Map<String, List<String>> answers,
        @Nullable String response,
        String author,
        Instant savedAt,
        @Nullable Instant completedAt,
        int version,
        @Nullable UUID savedFrom,
        Origin origin,
        List<Resumption.Lost> notResumed) {

    boolean draft() {
        return status.equals("BROUILLON");
    }

    boolean completed() {
        return status.equals("TERMINEE");
    }

    AssessmentContext context() {
        return new AssessmentContext(onDate, setting, participants);
    }

    @Override
    public String toString() {
        return "Held[" + id + ", " + status + "]";
    }
}
