package fr.maillage.territory.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages about zones and communes, in words.
public final class TerritoryPages {

    private TerritoryPages() {}

    /// The tree of a region.
    ///
    /// @param day as a date field has it
    /// @param days on which something changed, and what
    public record TreePage(
            String region,
            String label,
            String source,
            String day,
            String dayWords,
            boolean mayRedraw,
            List<Choice> regions,
            List<Row> rows,
            List<String> populations,
            List<Choice> days) {}

    public record Choice(String value, String label, boolean chosen) {}

    /// @param indent class of the indentation, by depth
    public record Row(
            String href,
            String label,
            String code,
            String kind,
            String indent,
            String communes,
            String people,
            @Nullable String share) {}

    /// A zone at a day.
    public record ZonePage(
            String code,
            String label,
            String kind,
            String region,
            String day,
            String dayWords,
            List<Crumb> above,
            List<Row> below,
            List<CommuneRow> communes,
            String people,
            List<Year> years,
            List<Change> changes,
            @Nullable String redraw) {}

    public record Crumb(String href, String label) {}

    public record CommuneRow(String href, String name, String code, String people) {}

    public record Year(String year, String people, String source) {}

    public record Change(String day, String words) {}

    /// A zone a commune stood in; `href` leads to it as it was then.
    public record Stood(String href, String day, String words) {}

    /// What a commune has been.
    ///
    /// @param covered address of its coverage, for those who read that of its region
    public record CommunePage(
            String code,
            String name,
            String place,
            List<Stood> zones,
            List<Year> years,
            List<String> former,
            @Nullable String shape,
            @Nullable String covered) {}
}
