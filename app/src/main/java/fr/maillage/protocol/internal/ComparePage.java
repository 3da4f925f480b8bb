package fr.maillage.protocol.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What two protocols say differently, line by line.
///
/// @param found « 3 différences, 41 lignes identiques »
/// @param choices what may be compared, by groups; both lists of the form
public record ComparePage(
        String back,
        String left,
        String right,
        String leftId,
        String rightId,
        List<Choice> choices,
        List<Change> changes,
        String found,
        int same) {

    public record Choice(String id, String label) {}

    /// @param before null: only on the right
    /// @param after null: only on the left
    public record Change(
            String what, String kind, @Nullable String before, @Nullable String after) {}
}
