package fr.maillage.coverage.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One commune: what each theme declares and follows there.
///
/// @param own said when only one structure is looked at
public record CoverageCommunePage(
        String code,
        String name,
        String zone,
        String zoneHref,
        @Nullable String people,
        @Nullable String own,
        List<CoveragePage.Choice> years,
        String published,
        List<Theme> themes) {

    /// @param pattern letter of the fill of its state
    /// @param soon structures that prepare to cover it
    public record Theme(
            String href,
            String label,
            String pattern,
            String state,
            String meaning,
            String declaring,
            String soon,
            String followed) {}
}
