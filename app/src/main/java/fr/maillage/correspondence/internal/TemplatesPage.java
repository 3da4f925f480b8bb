package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structure's templates.
///
/// @param retired of the structure's own, offered no more
public record TemplatesPage(List<Line> lines, List<Line> retired, boolean mayEdit) {

    /// A template.
    ///
    /// @param made of the structure's own making
    /// @param published « publiée le 2 juin 2026 par… »; null for a shipped one
    /// @param offered a newer shipped version may be looked at
    public record Line(
            String href,
            String title,
            String usage,
            String version,
            @Nullable String published,
            boolean clinical,
            boolean made,
            boolean offered) {}
}
