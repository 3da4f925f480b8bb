package fr.maillage.indicators.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list behind a figure: names and status.
///
/// @param themes whether themes are shown (clinicians)
/// @param notice why names are not shown, when they are not
public record IndicatorListPage(
        String title,
        @Nullable String filter,
        String count,
        String asOf,
        String definition,
        String source,
        boolean themes,
        @Nullable String notice,
        List<Line> lines) {

    /// @param href page of the person, when there is a name to open
    public record Line(
            String name,
            @Nullable String href,
            String commune,
            String level,
            String theme,
            String state,
            String since,
            String sinceExact,
            String coordinator) {}
}
