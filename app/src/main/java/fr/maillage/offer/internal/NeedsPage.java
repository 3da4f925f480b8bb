package fr.maillage.offer.internal;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Needs nobody answers, as the structure noted them.
///
/// @param total how many the filters leave; the length of the list
/// @param counts by need, of those shown
public record NeedsPage(
        int total,
        List<FormView.Group> needs,
        List<FormView.Option> states,
        List<FormView.Group> zones,
        List<Line> lines,
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
