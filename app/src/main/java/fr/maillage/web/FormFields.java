package fr.maillage.web;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Fields of a [FormView], and what was typed in them read back with its sentences.
public final class FormFields {

    /// The longest line.
    public static final int LINE = 300;

    private FormFields() {}

    /// What was typed, or what stands in the thing edited: one or several values a field.
    public record Typed(Map<String, List<String>> values) {

        /// As it was sent.
        public static Typed of(Map<String, List<String>> sent) {
            var clean = new LinkedHashMap<String, List<String>>();
            // PostgreSQL holds no NUL; nobody types one on purpose
            sent.forEach((name, values) ->
                    clean.put(
                            name,
                            values.stream()
                                    .map(v -> v.replace("\u0000", "").replace("\r\n", "\n"))
                                    .toList()));
            return new Typed(clean);
        }

        /// The first value without the spaces around it.
        public String text(String name) {
            var all = values.getOrDefault(name, List.of());
            return all.isEmpty() ? "" : all.getFirst().strip();
        }

        /// As [#text], null when empty.
        public @Nullable String orNull(String name) {
            var text = text(name);
            return text.isEmpty() ? null : text;
        }

        /// Every value.
        public List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }

        /// The version the form was read at, its `_tag`; −1, which is none, when it is no number.
        public int version() {
            return text("_tag").matches("\\d{1,9}") ? Integer.parseInt(text("_tag")) : -1;
        }

        /// Whether a box is ticked.
        public boolean checked(String name) {
            return !text(name).isEmpty();
        }
    }

    /// A field that holds a text.
    public static Field field(
            String name,
            String label,
            @Nullable String hint,
            String type,
            Typed typed,
            boolean wide) {
        return new Field(
                name, label, hint, type, typed.text(name), List.of(), List.of(), wide, null);
    }

    /// A list to choose in.
    public static Field select(
            String name, String label, Typed typed, List<Group> groups, boolean wide) {
        var value = typed.text(name);
        var chosen =
                groups.stream()
                        .map(g ->
                                new Group(
                                        g.label(),
                                        g.options().stream()
                                                .map(o ->
                                                        new Option(
                                                                o.value(),
                                                                o.label(),
                                                                o.value().equals(value)))
                                                .toList()))
                        .toList();
        return new Field(name, label, null, "SELECT", value, List.of(), chosen, wide, null);
    }

    /// A list to choose in, or nothing: `none` says what nothing means.
    public static Field optional(
            String name, String label, Typed typed, String none, List<Option> options) {
        return select(name, label, typed, List.of(new Group("", with("", none, options))), false);
    }

    /// These options after another.
    public static List<Option> with(String value, String label, List<Option> others) {
        var all = new ArrayList<Option>();
        all.add(new Option(value, label, false));
        all.addAll(others);
        return all;
    }

    /// Options by pairs: value, words.
    public static List<Group> options(String... pairs) {
        return List.of(
                new Group(
                        "",
                        IntStream.range(0, pairs.length / 2)
                                .mapToObj(k -> new Option(pairs[2 * k], pairs[2 * k + 1], false))
                                .toList()));
    }

    /// A line that must be there.
    public static String title(Typed typed, String name, FormErrors errors) {
        var title = typed.text(name);
        if (title.isEmpty()) errors.add(name, WebText.TITLE_NEEDED);
        else if (title.length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        return title;
    }

    /// One of these values; says so otherwise.
    public static String oneOf(Typed typed, String name, Set<String> allowed, FormErrors errors) {
        var value = typed.text(name);
        if (!allowed.contains(value)) errors.add(name, WebText.CHOOSE);
        return value;
    }

    /// A day, as a browser or a person writes it; null when there is none or it is wrong.
    public static @Nullable LocalDate date(
            Typed typed, String name, boolean needed, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) {
            if (needed) errors.add(name, WebText.DATE_NEEDED);
            return null;
        }
        var day = FrenchDates.read(text);
        if (day.isEmpty()) errors.add(name, WebText.NOT_A_DAY);
        return day.orElse(null);
    }

    /// A whole number between two; `byDefault` when nothing is typed or it is wrong.
    public static int number(
            Typed typed, String name, int byDefault, int min, int max, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) return byDefault;
        if (text.matches("\\d{1,5}")) {
            var n = Integer.parseInt(text);
            if (n >= min && n <= max) return n;
        }
        errors.add(name, WebText.between(min, max));
        return byDefault;
    }

    /// Never null.
    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
