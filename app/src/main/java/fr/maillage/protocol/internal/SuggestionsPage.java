package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanSuggestions.Panel;
import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What findings propose to a person's plan, and what was set aside.
///
/// @param plan « Plan, version 2, en préparation »
/// @param planHref the plan, or where it begins
/// @param rules how many serve in the structure; none: nothing can be proposed
/// @param panel what waits
public record SuggestionsPage(
        Banner banner,
        String href,
        String plan,
        String planHref,
        int rules,
        boolean evaluated,
        Panel panel,
        List<Trace> trace,
        @Nullable String conflict) {

    /// A line set aside once.
    ///
    /// @param id to reconsider it; null when it does not stand any more
    public record Trace(
            @Nullable String id,
            String title,
            String when,
            String because,
            String state,
            String tone) {}
}
