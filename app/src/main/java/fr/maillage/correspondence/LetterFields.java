package fr.maillage.correspondence;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What letters may say about a person, supplied by the module that knows it. Every bean of this
/// type is asked; keys are unique over all of them. Nothing of a concern of abuse is ever a field:
/// its audience is not the letter's.
public interface LetterFields {

    /// The fields, in the order they are offered.
    List<Field> fields();

    /// Puts what is known into `values`. The caller opened the file.
    void fill(Subject subject, Values values);

    /// Whom a letter is about.
    ///
    /// @param clinical whether fields of health content may be filled for who writes
    record Subject(PatientId patient, NetworkId network, boolean clinical, LocalDate day) {}

    /// @param key as written between braces: `personne.nom`
    /// @param label « Nom de la personne »
    /// @param example of an invented person; for a repeated field a line each
    /// @param repeated stands in a row of a table or a list, which is written once for each line
    ///   known: the part before the dot names what is repeated
    /// @param clinical health content
    record Field(String key, String label, String example, boolean repeated, boolean clinical) {

        /// A value of its own.
        public static Field one(String key, String label, String example) {
            return new Field(key, label, example, false, false);
        }

        /// A column of what is repeated.
        public static Field each(String key, String label, String example) {
            return new Field(key, label, example, true, false);
        }

        /// Several, a line each: `key | label | example`. The key of what is repeated ends with
        /// `[]`, its examples stand between slashes.
        public static List<Field> table(String lines) {
            return lines.lines().map(Field::row).toList();
        }

        private static Field row(String line) {
            var cells = line.split("\\s\\|\\s?", -1);
            var key = cells[0].strip();
            return key.endsWith("[]")
                    ? each(
                            key.substring(0, key.length() - 2),
                            cells[1],
                            cells[2].replaceAll("\\s?/\\s?", "\n"))
                    : one(key, cells[1], cells[2]);
        }

        /// The same, of health content.
        public Field health() {
            return new Field(key, label, example, repeated, true);
        }

        /// What is repeated: `cercle` of `cercle.nom`.
        public String group() {
            return key.substring(0, key.indexOf('.'));
        }
    }

    /// What is known of the fields. An absent value is a field to complete.
    final class Values {
        private final Map<String, String> one = new HashMap<>();
        private final Map<String, List<Map<String, String>>> many = new HashMap<>();

        /// A value; nothing for null or blank.
        public Values put(String key, @Nullable String value) {
            if (value != null && !value.isBlank()) one.put(key, value.strip());
            return this;
        }

        /// Tells that a group is repeated, though nothing of it may be known.
        public Values repeat(String group) {
            many.computeIfAbsent(group, _ -> new ArrayList<>());
            return this;
        }

        /// Whether a group is one of lines.
        public boolean repeats(String group) {
            return many.containsKey(group);
        }

        /// A line of what is repeated, by whole keys.
        public Values add(String group, Map<String, String> line) {
            many.computeIfAbsent(group, _ -> new ArrayList<>()).add(Map.copyOf(line));
            return this;
        }

        /// The value of a field, or null.
        public @Nullable String of(String key) {
            return one.get(key);
        }

        /// The lines of what is repeated; none when nothing is known.
        public List<Map<String, String>> lines(String group) {
            return List.copyOf(many.getOrDefault(group, List.of()));
        }
    }
}
