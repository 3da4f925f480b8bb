package fr.maillage.followup.internal.realised;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Planned against done over a period.
///
/// @param states heads of the columns
/// @param more lines of the axis not shown
public record RealisedPage(
        String period,
        List<Option> periods,
        String from,
        String until,
        @Nullable String fromError,
        @Nullable String untilError,
        List<Option> axes,
        String axis,
        List<State> states,
        Line whole,
        List<Line> lines,
        int more,
        @Nullable String next,
        List<Reason> reasons,
        String definition,
        String csv) {

    public record Option(String value, String label, boolean chosen) {}

    public record State(String code, String label) {}

    /// @param total width of the bar, 1 at least
    /// @param href all its acts
    public record Line(
            String label, String words, long planned, long total, String href, List<Part> parts) {}

    /// A part of a bar, and its figure.
    ///
    /// @param x where it begins
    /// @param label « Sans nouvelle »
    public record Part(
            String code,
            String label,
            String several,
            long count,
            long x,
            String href,
            boolean gap) {}

    public record Reason(String label, String count, String href) {}
}
