package fr.maillage.documents.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The documents of a person, as far as who reads may see them.
///
/// @param typed words searched; null when nothing is
/// @param sentence what the search found, or why it did not search
public record ListPage(
        Banner banner,
        List<Tile> tiles,
        List<Line> lines,
        List<Line> removed,
        boolean mayAdd,
        @Nullable String typed,
        @Nullable String sentence) {

    /// A type, and how many documents of it the reader may see.
    public record Tile(String href, String icon, int count, String label, boolean current) {}
}
