package fr.maillage.indicators.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A publication as it leaves, or would leave, the structure: the same page for the head who signs
/// and for the agency.
///
/// @param signature who signed and when; null for a draft
/// @param noPps said when no plan is in force at all
public record PublicationSheet(
        String id,
        String network,
        String asOf,
        String definitions,
        String prepared,
        @Nullable String signature,
        List<Line> activity,
        List<Table> tables,
        int lines,
        int hidden,
        @Nullable String noPps) {

    /// @param why why the count is not said; empty when it is
    public record Line(
            String label,
            String value,
            String why,
            String reference,
            String source,
            String date,
            String definition) {}

    /// One breakdown of all measures.
    public record Table(
            String id,
            String title,
            String first,
            List<String> columns,
            long max,
            List<Row> rows) {}

    /// @param bar length of the bar of the first measure, 0 when it is not said
    public record Row(String label, long bar, List<Cell> cells) {}

    /// @param column words of the column, for narrow screens
    public record Cell(String column, String value, String why) {}
}
