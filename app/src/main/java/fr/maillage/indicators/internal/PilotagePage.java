package fr.maillage.indicators.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structure's figures, in words.
///
/// @param definitions which set the figures are counted by
/// @param tasks what was given to the reader and is due, whose day has no page; null when nothing
///   is
/// @param maySign whether publications are offered (head of the structure)
public record PilotagePage(
        String asOf,
        int year,
        String definitions,
        List<Figure> figures,
        List<Coordinator> coordinators,
        String caseload,
        int ringMax,
        int ring,
        List<Chart> charts,
        List<Meaning> meanings,
        @Nullable String noPps,
        boolean maySign,
        @Nullable String tasks) {

    /// @param hover the definition, its source and its date
    /// @param late a warning, in words
    public record Figure(
            String label,
            String href,
            String value,
            String reference,
            String hover,
            @Nullable String late) {}

    /// A chart that is its own table.
    ///
    /// @param max width of the drawing
    public record Chart(
            String id,
            String title,
            String caption,
            String first,
            String unit,
            @Nullable String secondColumn,
            long max,
            List<Bar> bars) {

        /// The first bars, `most` of them.
        public List<Bar> shown(int most) {
            return bars.subList(0, Math.min(most, bars.size()));
        }

        /// Those that come after the first `most`.
        public List<Bar> beyond(int most) {
            return bars.subList(Math.min(most, bars.size()), bars.size());
        }
    }

    /// @param second a reference beside the count, when the chart has such a column
    public record Bar(
            String label,
            String href,
            String value,
            long width,
            boolean late,
            @Nullable String second) {}

    /// @param overload why the load is too high, in words
    public record Coordinator(
            String name,
            String nowHref,
            String now,
            long width,
            String yearHref,
            String inYear,
            @Nullable String overload,
            @Nullable String room) {}

    /// A line of the table of definitions.
    public record Meaning(String label, String definition, String source) {}
}
