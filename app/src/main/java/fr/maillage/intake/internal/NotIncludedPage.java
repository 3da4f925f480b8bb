package fr.maillage.intake.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons identified and not included, by reason, over the last year.
public record NotIncludedPage(List<BoardPage.Tile> tiles, List<Line> lines) {

    public record Line(
            String id,
            String name,
            @Nullable String detail,
            String reason,
            @Nullable String to,
            String when,
            String exact) {}
}
