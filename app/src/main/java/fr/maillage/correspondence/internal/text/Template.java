package fr.maillage.correspondence.internal.text;

import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.internal.text.LetterBlock.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text with fields. There is no language in it beyond fields, « leave the line out when empty »
/// and rows written once for each line known: nothing of a template is ever run.
public final class Template {

    private Template() {}

    /// The letter, as far as values are known.
    ///
    /// @param text what is left to complete still stands in it between braces
    /// @param missing in the order met; without those whose line may be left out
    /// @param free what the writer types, in the order met, optional ones too
    public record Merged(String text, List<Token> missing, List<Token> free) {}

    /// Every token of a text, in order, once each.
    public static List<Token> tokens(String text) {
        var found = new LinkedHashMap<String, Token>();
        var matcher = Token.IN_A_LINE.matcher(text);
        while (matcher.find()) {
            var token = Token.of(matcher.group(1));
            found.putIfAbsent(token.key(), token);
        }
        return List.copyOf(found.values());
    }

    /// Puts values in the place of fields. Values are words: nothing in them is read as a mark or
    /// as a field. What the writer typed in a free part keeps its paragraphs and marks.
    ///
    /// @param leaveOut lines whose field is unknown are left out, as if every field were optional:
    ///   for letters that the application writes by itself
    public static Merged merge(String text, Values values, boolean leaveOut) {
        var missing = new LinkedHashMap<String, Token>();
        var free = new LinkedHashMap<String, Token>();
        for (var token : tokens(text)) if (token.free()) free.put(token.key(), token);
        var paragraphs = new ArrayList<String>();
        for (var paragraph : LetterText.paragraphs(text)) {
            var kind = LetterText.kind(paragraph);
            var lines = new ArrayList<String>();
            for (var line : paragraph) {
                var group = groupOf(line, values, kind);
                if (group == null) {
                    var written = line(line, kind, values, Map.of(), leaveOut, missing);
                    if (written != null) lines.add(written);
                } else {
                    for (var known : values.lines(group)) {
                        var written = line(line, kind, values, known, leaveOut, missing);
                        if (written != null) lines.add(written);
                    }
                }
            }
            // a table of which only the head is left says nothing
            if (lines.isEmpty() || kind == Kind.TABLE && lines.size() == 1 && paragraph.size() > 1)
                continue;
            paragraphs.add(String.join("\n", lines));
        }
        return new Merged(
                String.join("\n\n", paragraphs),
                List.copyOf(missing.values()),
                List.copyOf(free.values()));
    }

    /// One line of plain words, the subject of a letter: values as they are.
    ///
    /// @param blank what is unknown is left blank, instead of missing
    public static Merged line(String text, Values values, boolean blank) {
        var missing = new LinkedHashMap<String, Token>();
        var out = new StringBuilder();
        var matcher = Token.IN_A_LINE.matcher(text);
        while (matcher.find()) {
            var token = Token.of(matcher.group(1));
            var value = values.of(token.key());
            if (value == null && !blank && !token.optional())
                missing.putIfAbsent(token.key(), token);
            matcher.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            value != null
                                    ? value.replaceAll("\\s*\\R\\s*", " ")
                                    : blank || token.optional() ? "" : matcher.group()));
        }
        var line = matcher.appendTail(out).toString().replaceAll("\\s+,", ",").strip();
        return new Merged(
                line,
                List.copyOf(missing.values()),
                tokens(text).stream().filter(Token::free).toList());
    }

    /// What the line repeats: a group none of whose fields has a value of its own.
    private static @Nullable String groupOf(String line, Values values, Kind kind) {
        if (!repeats(kind)) return null;
        for (var token : tokens(line)) {
            var dot = token.name().indexOf('.');
            if (token.free() || dot < 0 || values.of(token.name()) != null) continue;
            var group = token.name().substring(0, dot);
            if (values.repeats(group)) return group;
        }
        return null;
    }

    private static boolean repeats(Kind kind) {
        return kind == Kind.TABLE || kind == Kind.LIST || kind == Kind.ANSWERS;
    }

    private static @Nullable String line(
            String line,
            Kind kind,
            Values values,
            Map<String, String> known,
            boolean leaveOut,
            Map<String, Token> missing) {
        var out = new StringBuilder();
        var matcher = Token.IN_A_LINE.matcher(line);
        while (matcher.find()) {
            var token = Token.of(matcher.group(1));
            var value =
                    known.containsKey(token.name())
                            ? known.get(token.name())
                            : values.of(token.key());
            if (value == null || value.isBlank()) {
                var cell = known.isEmpty() ? null : "";
                if (cell == null && (token.optional() || leaveOut)) return null;
                if (cell == null) missing.putIfAbsent(token.key(), token);
                matcher.appendReplacement(
                        out, Matcher.quoteReplacement(cell == null ? matcher.group() : cell));
                continue;
            }
            boolean alone =
                    kind == Kind.P && matcher.start() == 0 && matcher.end() == line.length();
            matcher.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            token.free()
                                    ? typed(value, alone)
                                    : LetterText.escaped(
                                            kind == Kind.P
                                                    ? value.replaceAll("\\s*\\R\\s*", "\n")
                                                    : value.replaceAll("\\s*\\R\\s*", ", "),
                                            kind == Kind.P && matcher.start() == 0)));
        }
        return matcher.appendTail(out).toString();
    }

    private static String typed(String value, boolean alone) {
        var text = value.replace("\r\n", "\n").strip().replace("{", "\\{").replace("}", "\\}");
        return alone ? text : text.replaceAll("\\s*\\R\\s*", ", ").replace("|", "\\|");
    }

    /// What is wrong in a template, each with the place it stands.
    public sealed interface Flaw {
        /// The line, beginning with 1, and its first words.
        int line();

        String near();

        /// @param nearest a field with almost the same name
        record UnknownField(int line, String near, String name, Optional<String> nearest)
                implements Flaw {}

        record Unclosed(int line, String near) implements Flaw {}

        record Nameless(int line, String near) implements Flaw {}

        /// A field that repeats stands outside a row.
        record OutsideARow(int line, String near, String name) implements Flaw {}

        /// Two things are repeated in one row.
        record TwoInARow(int line, String near, String one, String other) implements Flaw {}

        /// Health content in a template said to have none.
        record HealthContent(int line, String near, String name) implements Flaw {}

        /// Nobody is there to type it in a letter the application writes by itself.
        record NobodyTypes(int line, String near, String name) implements Flaw {}

        record Nothing(int line, String near) implements Flaw {}

        record TooLong(int line, String near, int most) implements Flaw {}
    }

    /// Longest text.
    public static final int MOST = 20_000;

    /// Every flaw of a text, in the order met.
    ///
    /// @param clinical whether its letters may hold health content
    /// @param automatic whether the application writes them by itself
    public static List<Flaw> flaws(
            String text, Map<String, Field> fields, boolean clinical, boolean automatic) {
        var flaws = new ArrayList<Flaw>();
        if (text.isBlank()) return List.of(new Flaw.Nothing(1, ""));
        if (text.length() > MOST) return List.of(new Flaw.TooLong(1, "", MOST));
        var lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            var near = near(line);
            var left = Token.IN_A_LINE.matcher(line).replaceAll("").replace("\\{", "");
            if (left.contains("{{") || left.contains("}}"))
                flaws.add(new Flaw.Unclosed(i + 1, near));
            var groups = new LinkedHashSet<String>();
            for (var token : tokens(line)) {
                if (token.name().isEmpty()) flaws.add(new Flaw.Nameless(i + 1, near));
                else if (token.free()) {
                    if (automatic) flaws.add(new Flaw.NobodyTypes(i + 1, near, token.name()));
                } else {
                    var field = fields.get(token.name());
                    if (field == null) {
                        flaws.add(
                                new Flaw.UnknownField(
                                        i + 1,
                                        near,
                                        token.name(),
                                        nearest(token.name(), fields.keySet())));
                        continue;
                    }
                    if (field.clinical() && !clinical)
                        flaws.add(new Flaw.HealthContent(i + 1, near, token.name()));
                    if (!field.repeated()) continue;
                    groups.add(field.group());
                    if (!line.startsWith("| ") && !line.startsWith("- ") && !line.startsWith("□ "))
                        flaws.add(new Flaw.OutsideARow(i + 1, near, token.name()));
                }
            }
            if (groups.size() > 1) {
                var two = groups.stream().limit(2).toList();
                flaws.add(new Flaw.TwoInARow(i + 1, near, two.getFirst(), two.getLast()));
            }
        }
        return List.copyOf(flaws);
    }

    /// Values of an invented person, by the examples of the fields.
    public static Values examples(Map<String, Field> fields, String text) {
        var values = new Values();
        fields.values().stream()
                .filter(Field::repeated)
                .collect(
                        Collectors.groupingBy(
                                Field::group, LinkedHashMap::new, Collectors.toList()))
                .forEach((group, columns) -> {
                    var rows = columns.stream().mapToLong(f -> f.example().lines().count()).max();
                    for (int i = 0; i < rows.orElse(0); i++) {
                        var row = new LinkedHashMap<String, String>();
                        for (var column : columns) {
                            var lines = column.example().lines().toList();
                            row.put(column.key(), i < lines.size() ? lines.get(i) : "");
                        }
                        values.add(group, row);
                    }
                });
        fields.values().stream()
                .filter(f -> !f.repeated())
                .forEach(f -> values.put(f.key(), f.example()));
        for (var token : tokens(text))
            if (token.free())
                values.put(
                        token.key(), "[" + token.name() + "\u00A0: à rédiger pour chaque lettre]");
        return values;
    }

    private static String near(String line) {
        var words = line.replaceFirst("^(## |# |- |□ |\\| |--- )", "");
        return words.length() <= 60 ? words : words.substring(0, 57).strip() + "…";
    }

    private static Optional<String> nearest(String name, Set<String> known) {
        return known.stream()
                .map(key -> Map.entry(key, distance(name, key)))
                .filter(e -> e.getValue() <= Math.max(2, name.length() / 3))
                .min(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(e -> Math.abs(e.getKey().length() - name.length()))
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /// Letters to change, add or remove to go from one to the other (Levenshtein).
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= Math.min(one.length(), 80); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                row[j] =
                        Math.min(
                                Math.min(row[j], row[j - 1]) + 1,
                                corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[other.length()];
    }
}
