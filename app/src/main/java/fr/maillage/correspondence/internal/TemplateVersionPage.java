package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two versions of a template, side by side.
///
/// @param adopt key of a newer shipped version that may be adopted; null otherwise
/// @param take key of a version that may be taken up again
public record TemplateVersionPage(
        String code,
        String title,
        String from,
        String to,
        List<Line> lines,
        boolean same,
        @Nullable String adopt,
        @Nullable String take,
        String current) {

    /// A line of the text: in both, only before, or only after.
    public record Line(String text, boolean removed, boolean added) {}
}
