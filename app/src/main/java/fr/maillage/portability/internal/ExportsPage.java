package fr.maillage.portability.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The exports of a structure.
///
/// @param kept how long a file is kept, in words
public record ExportsPage(List<Line> lines, boolean working, String kept, FormErrors errors) {

    /// @param href of the file, for who asked for it while it is kept; null otherwise
    /// @param progress said while it is made
    public record Line(
            String when,
            String exact,
            String by,
            Mark state,
            String detail,
            @Nullable String href,
            @Nullable String progress,
            int done,
            int total) {}
}
