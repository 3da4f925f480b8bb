package fr.maillage.careplan.internal.cowriting;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A suggestion: what would change, why, and for who writes the plan, what to decide.
///
/// @param moved fields that changed in the plan since it was proposed, in words
/// @param notice what accepting does besides, or why nothing may be accepted now; null for nothing
/// @param accept null when it is not theirs to decide, was decided, or may not be accepted now
/// @param withdraw whether its author may take it back
/// @param line the page of the line; null while there is none
/// @param plan the version that took it; null otherwise
public record SuggestionPage(
        Banner banner,
        boolean person,
        String here,
        String action,
        Card card,
        List<Change> changes,
        List<String> moved,
        @Nullable String notice,
        @Nullable FormView accept,
        @Nullable FormView refuse,
        boolean withdraw,
        @Nullable String line,
        @Nullable String plan) {

    /// A field, old to proposed; `was` null for a new line.
    public record Change(String label, @Nullable String was, String wanted) {}
}
