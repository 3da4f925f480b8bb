package fr.maillage.partners.internal;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// National data found wrong.
///
/// @param states words by code
public record MistakesPage(List<Line> lines, Map<String, String> states, Sent form) {

    /// @param national what the directory said that day; null when it said nothing
    /// @param state code
    /// @param text ready for the form of who holds the data
    public record Line(
            String id,
            String card,
            String name,
            String field,
            @Nullable String national,
            String right,
            String state,
            String found,
            String text) {}
}
