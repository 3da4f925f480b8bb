package fr.maillage.web;

import fr.maillage.kernel.FrenchDates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One small form of a page that has several, saved by itself.
///
/// @param key prefix of its fields' ids, and its own anchor
/// @param tag what the form saw; empty for a new line
/// @param conflict said when somebody saved first
/// @param open shown unfolded
/// @param remove address that takes the line away, or null
/// @param summary the line in words, when folded
/// @param theirs what a colleague wrote in the fields both changed, in words, by field; empty but
///   for a form in conflict field by field
/// @param autosave where this form is read again once it saved itself; null when it does not
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
        @Nullable String remove,
        Map<String, String> theirs,
        @Nullable String autosave) {

    /// A form that is sent by hand, of one hand.
    public FormView(
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
        this(
                key, action, title, summary, fields, tag, conflict, errors, submit, open, remove,
                Map.of(), null);
    }

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
            @Nullable String list) {

        /// What stands in it, in words: the label of what is chosen, the day, the text; "" for
        /// nothing.
        public String words() {
            return switch (type) {
                case "SELECT", "DAYS" ->
                        groups.stream()
                                .flatMap(group -> group.options().stream())
                                .filter(option -> option.chosen() && !option.value().isEmpty())
                                .map(Option::label)
                                .collect(Collectors.joining(", "));
                case "CHECK" -> value.isEmpty() ? "non" : "oui";
                case "DATE" -> FrenchDates.read(value).map(FrenchDates::date).orElse(value);
                default -> value;
            };
        }
    }

    /// Options under a name (none when empty).
    public record Group(String label, List<Option> options) {}

    public record Option(String value, String label, boolean chosen) {}

    /// Wrong, or in conflict.
    public boolean refused() {
        return conflict != null || !errors.none();
    }
}
