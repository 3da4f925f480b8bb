package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The goals of the former version, to be graded in the version that follows it.
///
/// @param plan address of the version being written
/// @param former « version 2, en vigueur depuis le 3 mars 2026 »
/// @param due the day of the reassessment has come: all are asked for
/// @param tag what the form saw of all of them
/// @param over goals reached or given up before, that are asked for no more
public record ReviewPage(
        Banner banner,
        String plan,
        String heading,
        String former,
        boolean due,
        List<Goal> goals,
        List<String> over,
        String tag,
        FormErrors errors,
        @Nullable String conflict) {

    /// @param done « 14 sur 18 à ce jour, 2 manquées », of each of its interventions
    /// @param asked it must be graded before the version is submitted
    public record Goal(
            String id,
            String title,
            String problem,
            String measure,
            List<String> done,
            boolean asked,
            @Nullable String reviewed,
            List<FormView.Option> grades,
            String why) {}
}
