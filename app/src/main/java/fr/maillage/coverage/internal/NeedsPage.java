package fr.maillage.coverage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What coordinators looked for and did not find, as structures publish it.
///
/// @param own said when only one structure is looked at
/// @param region of the links; its label is `label`
public record NeedsPage(
        String label,
        @Nullable String own,
        String region,
        List<CoveragePage.Choice> years,
        String total,
        List<Structure> structures,
        List<Line> needs,
        List<Line> zones) {

    public record Structure(String name, String asOf, String total) {}

    /// @param between the fewest and the most it can be
    /// @param said « Appui Douaisis 14 », the structures that say a number
    /// @param hidden structures that do not
    public record Line(String label, String between, String said, int hidden) {}
}
