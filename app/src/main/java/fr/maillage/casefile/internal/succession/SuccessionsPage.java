package fr.maillage.casefile.internal.succession;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is replaced by whom, and the search of whom to replace.
///
/// @param typed what was searched, "" when nothing was
/// @param empty what to say when nobody was found
public record SuccessionsPage(
        List<Line> running,
        List<Line> past,
        String typed,
        List<Candidate> found,
        @Nullable String empty) {

    /// @param detail kind, dates, persons, by whom it was noted
    /// @param end words of the button that ends it, null for one that is over
    public record Line(
            String id, String replaced, String by, String detail, @Nullable String end) {}

    /// A professional of circles.
    public record Candidate(String href, String name, String detail) {}
}
