package fr.maillage.desk.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of files: tiles that lead to lists of the length they say, a filter read as a sentence,
/// the persons.
///
/// @param total persons the filter keeps, over all pages
/// @param clinical whether themes and plans show
/// @param previous address of the page before, or null
/// @param duplicates whether likely duplicates may be looked at
public record FilesPage(
        List<Tile> tiles,
        List<Chip> chips,
        int total,
        String sentence,
        boolean clinical,
        Filters filters,
        List<Line> lines,
        @Nullable String previous,
        @Nullable String next,
        String range,
        boolean duplicates) {

    /// A count and the list it opens.
    public record Tile(
            String href, String icon, String tone, int count, String label, boolean current) {}

    /// A filter in force, and the address without it.
    public record Chip(String words, String without) {}

    /// What may be chosen, and what is.
    public record Filters(
            List<Option> who,
            List<Option> statuses,
            List<Option> levels,
            List<Option> themes,
            List<Option> communes,
            List<Option> doctors) {}

    /// One choice of a filter.
    public record Option(String code, String label, boolean selected) {}

    /// A person of the list.
    ///
    /// @param family family name, `given` the rest of the display name
    public record Line(
            String id,
            String name,
            String age,
            String commune,
            String situation,
            String theme,
            String coordinator,
            String doctor,
            boolean withoutDoctor,
            String plan,
            String lastContact,
            String alerts) {}
}
