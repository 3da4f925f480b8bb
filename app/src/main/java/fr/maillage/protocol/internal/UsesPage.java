package fr.maillage.protocol.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans that hold lines of a protocol.
///
/// @param next address of the following page, or null
public record UsesPage(
        String href,
        String title,
        List<Line> lines,
        @Nullable String next,
        @Nullable String former) {

    /// @param newer whether the protocol says more than the plan took
    public record Line(
            String person, String plan, String href, String lines, String version, boolean newer) {}
}
