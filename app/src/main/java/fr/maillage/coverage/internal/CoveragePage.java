package fr.maillage.coverage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Declared against real, in words.
///
/// @param own said when only one structure is looked at
/// @param shapes address of the outlines, `values` of what each commune is
/// @param regions to choose from; none when there is one
/// @param zonesAre how the zones were drawn, when that is to be known
/// @param query of the links that keep the theme, year and view
public record CoveragePage(
        String label,
        @Nullable String own,
        List<Choice> themes,
        List<Choice> years,
        List<Choice> views,
        List<Choice> regions,
        String theme,
        String themeLabel,
        int year,
        String query,
        String shapes,
        String values,
        String published,
        String zonesAre,
        List<Tile> tiles,
        List<Legend> legend,
        List<Zone> zones,
        @Nullable Detail detail,
        List<Masking> maskings,
        List<String> warnings,
        List<Integer> shareYears,
        List<ThemeShares> shares,
        List<String> regional) {

    public record Choice(String value, String label, boolean chosen) {}

    public record Tile(String value, String label, String title) {}

    public record Legend(String pattern, String label, String meaning, String communes) {}

    /// @param cells communes by state, in the order of the legend
    public record Zone(
            String code,
            String href,
            String label,
            String indent,
            boolean chosen,
            String people,
            String declared,
            String real,
            String followed,
            List<String> cells,
            String structures) {}

    /// Communes of the zone chosen.
    public record Detail(String label, List<Commune> communes) {}

    public record Commune(
            String href,
            String name,
            String people,
            String pattern,
            String state,
            String structures,
            String followed) {}

    /// What the masking of a publication hides.
    public record Masking(
            String structure,
            String total,
            String shown,
            String masked,
            String interval,
            String beyond) {}

    public record ThemeShares(String href, String label, boolean priority, List<Shares> years) {}

    public record Shares(String declared, String real) {}
}
