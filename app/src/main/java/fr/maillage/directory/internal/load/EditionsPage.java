package fr.maillage.directory.internal.load;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The editions of the national files, latest first, and the form of a new one.
///
/// @param mayLoad whether who looks may load a file
/// @param source code of the source shown alone, or ""
/// @param inUse the last edition taken of each source
/// @param running address that gives the list again while a file is read; null when none is
/// @param hint what to give, and where it stops
/// @param folder where files may be put for the night
/// @param worries what somebody should do something about
public record EditionsPage(
        boolean mayLoad,
        String source,
        List<InUse> inUse,
        List<Line> lines,
        @Nullable String running,
        @Nullable String previous,
        @Nullable String next,
        List<Choice> choices,
        String hint,
        String folder,
        List<Worries.Worry> worries,
        Sent form,
        FormErrors errors) {

    /// @param since when it was taken, or which edition came with the application; "" when it never
    ///   was
    public record InUse(String source, String label, String lines, String since, boolean current) {}

    /// @param wrong lines left out and lines remarked upon, "" when there is none
    public record Line(
            String href,
            String file,
            String source,
            String when,
            String exact,
            String by,
            Mark state,
            String outcome,
            String wrong) {}

    /// @param value code of the source
    public record Choice(String value, String label, String pattern) {}
}
