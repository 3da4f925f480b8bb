package fr.maillage.documents.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of a concern: its versions, and what may be done to it.
///
/// @param href of the piece: its content
/// @param back to the concern
/// @param open the part whose form was refused: remplacer or retirer; "" when none was
/// @param why the reason as it was typed
/// @param removed when and why it was removed; null otherwise
/// @param largest bytes of a file, `limit` in words
public record PiecePage(
        Banner banner,
        String href,
        String back,
        String title,
        String nature,
        @Nullable String removed,
        boolean mayWrite,
        int version,
        String open,
        String why,
        FormErrors errors,
        @Nullable String conflict,
        String limit,
        long largest,
        List<Version> versions) {

    /// @param href of its content; null once the piece is removed
    public record Version(
            String label,
            boolean shown,
            @Nullable String href,
            String when,
            String exact,
            String by,
            String name,
            @Nullable String why) {}
}
