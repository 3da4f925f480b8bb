package fr.maillage.coverage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the regional document says, zone by zone, and how far its percentages can be found again.
public record SchemePage(
        String label,
        String day,
        String population,
        List<Theme> themes,
        List<Row> rows,
        List<Sector> sectors,
        String sectorsTotal) {

    /// @param printed as the document prints it, or null
    /// @param legible share of the population in the zones that can be read as covered
    /// @param most with the zones that cannot be read
    /// @param distance of the computed share from the printed one, when every zone can be read
    /// @param unread zones that cannot be read
    public record Theme(
            String label,
            String covered,
            String legible,
            @Nullable String most,
            @Nullable String printed,
            @Nullable String distance,
            @Nullable String unread,
            @Nullable String note) {}

    /// @param cells one a theme, in their order
    public record Row(String zone, List<Cell> cells) {}

    /// @param state COVERED, SOON, NONE or UNREAD, as a class; `sign` the same in a sign
    public record Cell(String theme, String state, String sign, String words) {}

    public record Sector(
            String label,
            String people,
            String state,
            String coordinators,
            String premises,
            String since,
            String note) {}
}
