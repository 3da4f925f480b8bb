package fr.maillage.careplan.internal;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// « Plans à compléter »: who lacks what for their plan to count.
///
/// @param sentence how many are followed, and how many plans do not count yet
/// @param tiles one a gap; a count is the length of its list
/// @param more lines not shown
public record IncompletePage(
        String sentence,
        List<Tile> tiles,
        String chosen,
        List<FormView.Option> coordinators,
        List<Line> lines,
        int more) {

    public record Tile(String href, int count, String words, String severity, boolean current) {}

    /// @param plan « version 2, en vigueur »; null while there is none
    public record Line(
            String href,
            String family,
            String given,
            String facts,
            @Nullable String plan,
            @Nullable String coordinator,
            List<PpsPage.Gap> gaps) {}
}
