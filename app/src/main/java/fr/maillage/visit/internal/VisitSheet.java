package fr.maillage.visit.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a visit takes along, and nothing else: what stands here is what the telephone keeps
/// and what the paper sheet shows.
///
/// @param until « mercredi 3 juin à 09:12 »: when the telephone erases it
/// @param leftMillis how long that is from now: a telephone counts by its own clock
/// @param state what became of the visit; null while it is to be made
public record VisitSheet(
        String id,
        String patient,
        String person,
        String born,
        String when,
        String until,
        long leftMillis,
        String today,
        @Nullable String state,
        List<Fact> facts,
        @Nullable String directions,
        List<Call> calls,
        List<Call> emergency,
        @Nullable String crisis,
        List<Goal> goals,
        List<Work> works,
        List<Act> acts,
        List<Due> alerts,
        List<Due> tasks,
        List<Questionnaire> questionnaires,
        List<Choice> outcomes,
        List<Choice> reasons) {

    public record Fact(String label, String value) {}

    /// @param dial the number a telephone dials; null when it cannot
    public record Call(
            String name, String quality, @Nullable String phone, @Nullable String dial) {}

    public record Goal(String title, String detail) {}

    public record Work(String title, String actor, String when) {}

    /// A dated act that may be marked on the day.
    public record Act(String id, String title, @Nullable String actor, String due, boolean late) {}

    public record Due(String title, String when) {}

    public record Choice(String value, String label) {}

    /// @param html its form, escaped by the module it comes from
    /// @param day empty when it asks its day itself
    public record Questionnaire(
            String draft,
            String canonical,
            String title,
            int version,
            String day,
            String html,
            String rules,
            String paper) {}
}
