package fr.maillage.casefile.internal.entitlement;

import fr.maillage.casefile.internal.Option;
import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What ends soon in the structure, and what is being asked for.
///
/// @param sentence what is shown, in words
/// @param tiles by when it ends; a count is the length of its list
/// @param more lines not shown
public record RightsListPage(
        String sentence,
        List<Tile> tiles,
        String horizon,
        List<Option> kinds,
        String kind,
        List<Option> coordinators,
        String coordinator,
        List<Option> states,
        String state,
        List<Line> lines,
        int more,
        String printed) {

    /// @param severity is-late, is-due or nothing
    public record Tile(
            String href, int count, String words, String icon, String severity, boolean current) {}

    /// @param name family and given names
    public record Line(
            String href,
            String family,
            String given,
            String facts,
            String right,
            Mark state,
            @Nullable String end,
            @Nullable String exact,
            String endTone,
            @Nullable String renewal,
            @Nullable String body,
            @Nullable String follower,
            @Nullable String next,
            boolean nextLate) {}
}
