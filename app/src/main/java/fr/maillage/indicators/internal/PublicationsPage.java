package fr.maillage.indicators.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Publications: those of the structure (drafts included) or, for the agency, the signed ones of
/// its region.
///
/// @param today day a snapshot would be dated
public record PublicationsPage(String today, @Nullable String error, List<Group> groups) {

    /// Publications of one structure, latest first.
    public record Group(String network, List<Line> lines) {}

    /// @param state « Brouillon » or who signed
    public record Line(
            String href, String asOf, String state, boolean signed, String definitions) {}
}
