package fr.maillage.coverage.internal;

import fr.maillage.web.FormView;
import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Priority themes of a region.
///
/// @param form a theme to add
/// @param topics themes that are not priorities yet
public record PrioritiesPage(
        String label, boolean mayWrite, List<Line> lines, Sent form, Map<String, String> topics) {

    /// @param edit its form, for who may write
    public record Line(
            String href,
            String label,
            @Nullable String plan,
            boolean widen,
            @Nullable String strategy,
            @Nullable String printed,
            @Nullable String note,
            @Nullable String source,
            CoveragePage.Shares shares,
            @Nullable FormView edit,
            @Nullable String remove) {}
}
