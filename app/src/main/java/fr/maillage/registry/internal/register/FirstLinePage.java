package fr.maillage.registry.internal.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the first line expects of the structures, and the relations that were agreed.
///
/// @param answers words of each answer, in the order of the columns
/// @param chosen code of the only subject listed; "" for all
/// @param title of the list
public record FirstLinePage(
        List<String> answers,
        List<Subject> subjects,
        String chosen,
        String title,
        List<Expectation> expectations,
        List<Relation> relations) {

    /// A count equals the length of the list it opens.
    ///
    /// @param heard by how many structures
    /// @param counts by the words of each answer, every one in order
    public record Subject(
            String code,
            String label,
            String href,
            int all,
            int heard,
            Map<String, Integer> counts) {}

    /// @param heard « en réunion, le 12 mars 2026, par 14 personnes »
    /// @param answered what was answered and when; null while nothing was
    public record Expectation(
            String href,
            String structure,
            String who,
            String subject,
            String words,
            String heard,
            String answer,
            String tone,
            @Nullable String answered) {}

    /// @param expected what the other side said it expects; null when it did not
    public record Relation(
            String href,
            String structure,
            String partner,
            String title,
            String weDo,
            String theyDo,
            @Nullable String expected,
            String days) {}
}
