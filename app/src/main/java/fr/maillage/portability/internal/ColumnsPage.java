package fr.maillage.portability.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a file, and what each is.
///
/// @param known said when a file of the same headings was matched before
public record ColumnsPage(
        String id,
        String file,
        String readAs,
        int version,
        List<Sheet> sheets,
        List<Choice> parts,
        FormErrors errors,
        @Nullable String conflict,
        @Nullable String known,
        int matched,
        int columns) {

    /// @param part code of what its lines are; empty when it is left out
    public record Sheet(
            int rank,
            String name,
            String lines,
            String part,
            List<String> notes,
            List<Group> groups,
            List<Column> columns) {}

    /// @param examples the first different values
    public record Column(
            String field, String heading, List<String> examples, String target, boolean proposed) {}

    /// Choices under one title.
    public record Group(String label, List<Choice> choices) {}

    /// A code and its words.
    public record Choice(String code, String label) {}
}
