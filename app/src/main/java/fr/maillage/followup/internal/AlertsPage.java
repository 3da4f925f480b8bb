package fr.maillage.followup.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The team's open alerts, by urgency.
///
/// @param previous and `next` pages of the list; null at its ends
public record AlertsPage(
        String sentence,
        List<Tile> tiles,
        String view,
        List<Choice> rules,
        List<Choice> coordinators,
        List<Choice> orders,
        List<Line> lines,
        @Nullable String previous,
        @Nullable String next) {

    public record Tile(
            String href, int count, String words, String icon, String severity, boolean current) {}

    /// @param urgency what the list is sorted by
    /// @param why its formula, with its figures
    /// @param late « En retard 12 j »
    /// @param paused null when it is not
    /// @param act the gesture that ends its cause, and where
    public record Line(
            String id,
            String patient,
            String name,
            String facts,
            String rule,
            String icon,
            String tone,
            int urgency,
            String why,
            String title,
            String late,
            String coordinator,
            @Nullable String paused,
            String act) {}
}
