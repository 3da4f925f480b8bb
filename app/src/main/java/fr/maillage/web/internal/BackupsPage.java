package fr.maillage.web.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nightly backups, latest first.
///
/// @param rule when they are made, or that none is
/// @param worry what to see to now; null when the last one is good and recent
public record BackupsPage(String rule, @Nullable String worry, List<Line> lines) {

    /// @param failure why it is not to be relied upon; null when it was read again whole
    public record Line(
            String at,
            String exact,
            String file,
            String size,
            String rows,
            String documents,
            @Nullable String failure) {}
}
