package fr.maillage.followup.internal.realised;

import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names behind a count.
///
/// @param filter what was asked, in words
/// @param notice why some of it is not shown
/// @param csv address of the same list as a file; null for who may not take it out
public record ActsPage(
        String period,
        String filter,
        int total,
        List<Line> lines,
        boolean acts,
        @Nullable String notice,
        String back,
        @Nullable String csv,
        @Nullable String previous,
        @Nullable String next) {

    /// @param href the file's follow-up; null when it does not open
    public record Line(
            String name,
            @Nullable String href,
            String title,
            @Nullable String actor,
            String due,
            String dueExact,
            Mark mark,
            @Nullable String detail) {}
}
