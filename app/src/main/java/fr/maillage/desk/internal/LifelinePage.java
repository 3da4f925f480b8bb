package fr.maillage.desk.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ligne de vie: everything that happened, latest first, under the head of its month.
///
/// @param hidden what is not shown to who reads, or null
public record LifelinePage(
        Banner banner,
        String sentence,
        List<Tile> kinds,
        List<Tile> periods,
        List<Month> months,
        @Nullable String hidden) {

    /// A filter; its count is the length of the list it opens.
    public record Tile(
            String href, @Nullable String icon, int count, String label, boolean current) {}

    /// A month and what happened in it.
    public record Month(String name, List<Event> events) {}

    /// One line.
    public record Event(
            String tone,
            String icon,
            String title,
            @Nullable String detail,
            @Nullable String href,
            String when,
            String exact,
            String author) {}
}
