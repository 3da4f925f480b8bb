package fr.maillage.portability.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The coded values of a file, and what each is.
///
/// @param unknown values of which nothing is proposed
public record CodesPage(
        String id,
        String file,
        int version,
        List<Set> sets,
        @Nullable String conflict,
        int unknown) {

    /// @param unknown how many values nobody said anything of
    public record Set(
            String label,
            String leaveOut,
            List<ColumnsPage.Choice> choices,
            List<Value> values,
            int unknown) {}

    /// @param choices its own, for names; empty when those of the set serve
    /// @param chosen the code, empty when it is left out
    public record Value(
            String field,
            String words,
            String times,
            List<ColumnsPage.Choice> choices,
            String chosen,
            boolean known) {}
}
