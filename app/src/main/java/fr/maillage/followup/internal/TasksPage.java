package fr.maillage.followup.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tasks and call-backs, and the form for a new one.
///
/// @param filter mine, late, team or done
/// @param blank null: who only steers sees their own tasks, and makes none
public record TasksPage(
        String filter,
        int mine,
        int late,
        int team,
        List<Line> lines,
        @Nullable NewTaskPage blank) {

    /// @param due « aujourd’hui », « il y a 2 j »
    /// @param patientId null when about nobody
    public record Line(
            String id,
            boolean call,
            String title,
            @Nullable String who,
            @Nullable String phone,
            @Nullable String patientId,
            @Nullable String patient,
            String due,
            String dueExact,
            boolean late,
            @Nullable String assignee,
            @Nullable String outcome) {}
}
