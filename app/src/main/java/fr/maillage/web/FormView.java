package fr.maillage.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One small form of a page that has several, saved by itself.
///
/// @param key prefix of its fields' ids, and its own anchor
/// @param tag what the form saw; empty for a new line
/// @param conflict said when somebody saved first
/// @param open shown unfolded
/// @param remove address that takes the line away, or null
/// @param summary the line in words, when folded
public record FormView(
        String key,
        String action,
        String title,
        @Nullable String summary,
        List<Field> fields,
        String tag,
        @Nullable String conflict,
        FormErrors errors,
        String submit,
        boolean open,
        @Nullable String remove) {

    /// A field.
    ///
    /// @param type AREA, TEXT, DATE, TIME, NUMBER, SELECT, CHECK or DAYS
    public record Field(
            String name,
            String label,
            @Nullable String hint,
            String type,
            String value,
            List<String> values,
            List<Group> groups,
            boolean wide,
            @Nullable String list) {}

    /// Options under a name (none when empty).
    public record Group(String label, List<Option> options) {}

    public record Option(String value, String label, boolean chosen) {}

    /// Wrong, or in conflict.
    public boolean refused() {
        return conflict != null || !errors.none();
    }
}
