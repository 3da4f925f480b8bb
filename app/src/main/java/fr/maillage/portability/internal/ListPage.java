package fr.maillage.portability.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import java.util.List;

/// The takeovers of a structure, and the form of a new one.
///
/// @param limit largest file, in words
public record ListPage(List<Line> lines, String limit, FormErrors errors) {

    /// @param href where it goes on
    public record Line(
            String href,
            String file,
            String when,
            String exact,
            String by,
            Mark state,
            String counts) {}
}
