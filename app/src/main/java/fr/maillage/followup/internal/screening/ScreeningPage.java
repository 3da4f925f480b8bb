package fr.maillage.followup.internal.screening;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Screenings of the structure: what is awaited after each, and how many persons by year.
///
/// @param view code of what is shown
/// @param lines those of the view, the most urgent first; at most 200
/// @param cut whether there are more
public record ScreeningPage(
        String view, List<Tile> views, List<Line> lines, boolean cut, List<Year> years) {

    /// @param count length of the list it opens
    public record Tile(String code, String label, int count, boolean chosen) {}

    /// @param awaited what is awaited, null when nothing is any more
    /// @param due « dans 3 j »
    /// @param ended how it ended, in words
    public record Line(
            String patient,
            String screening,
            String name,
            @Nullable String commune,
            String day,
            String conclusion,
            String mark,
            String icon,
            @Nullable String awaited,
            String due,
            String dueExact,
            boolean late,
            String noShows,
            @Nullable String ended) {}

    /// @param diabetics different persons with diabetes whose eyes were photographed in the year
    /// @param all different persons whose eyes were photographed in the year
    public record Year(int year, int diabetics, int all, String share) {}

    /// The step of one screening, to say what happened.
    public record Step(Banner banner, Line line, Sent form) {}
}
