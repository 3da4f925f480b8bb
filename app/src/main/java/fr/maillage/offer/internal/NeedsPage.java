package fr.maillage.offer.internal;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Needs nobody answers, as the structure noted them.
///
/// @param total how many the filters leave, over all pages
/// @param previous address of the page before; null on the first
/// @param next address of the page after; null on the last
/// @param counts by need, of all that the filters leave; most first
public record NeedsPage(
        int total,
        List<FormView.Group> needs,
        List<FormView.Option> states,
        List<FormView.Group> zones,
        List<Line> lines,
        @Nullable String previous,
        @Nullable String next,
        List<Count> counts,
        String source) {

    /// @param file address of the person's file; null when about nobody
    /// @param end the form that ends it; null once ended
    public record Line(
            String id,
            String need,
            String commune,
            String near,
            String since,
            String state,
            String tone,
            @Nullable String words,
            @Nullable String instead,
            @Nullable String ended,
            String noted,
            @Nullable String file,
            @Nullable FormView end) {}

    /// Of each need, how many of each state.
    public record Count(String need, int open, int met, int given, int all) {}
}
