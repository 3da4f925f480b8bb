package fr.maillage.diseaseregister.internal;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One register: what it is, how it stands, its figures.
///
/// @param version « Version 2, depuis le… »; null while none was published
/// @param clinical whether who reads may open the lists of persons
/// @param tiles counts that open their lists
/// @param years incidence, `zones` prevalence, in words
/// @param years the oldest first
/// @param versions past and present, the latest first
/// @param publish shown while a version is being written, `next` otherwise; null for who may not
public record RegisterPage(
        String href,
        String title,
        @Nullable String version,
        boolean drafting,
        boolean clinical,
        List<Fact> facts,
        List<Tile> tiles,
        List<Line> years,
        List<Line> zones,
        Line whole,
        String day,
        String per,
        String note,
        List<String> sources,
        List<Past> versions,
        @Nullable FormView publish,
        @Nullable FormView next) {

    public record Fact(String label, String words) {}

    /// @param href null when who reads may not open it
    public record Tile(String label, int count, String tone, @Nullable String href) {}

    public record Line(String label, String count, String rate, @Nullable String share) {}

    public record Past(String label, String by, @Nullable String why) {}
}
