package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a module keeps about persons. Each module that has a table with a person in it publishes
/// one: joining two files moves every row of these tables and writes down where it came from, and
/// parting them moves each back (adr 0025). A test finds the tables nobody declared.
public interface PersonalRecords {

    /// The tables, those that others follow first.
    List<Records> records();

    /// What cannot live twice in one file, said before anything is done.
    default List<Clash> clashes(Pair pair) {
        return List.of();
    }

    /// Whether the person has, in this module, what makes a file the one that goes on: an
    /// accompaniment that is open.
    default boolean live(PatientId person) {
        return false;
    }

    /// Puts aside what cannot live twice, before the rows move.
    default void putAside(Joining joining) {}

    /// A table, its names being ours: they go into SQL as they are.
    ///
    /// @param table `casefile.stay`
    /// @param key column of identifiers that tells a row; several rows of one identifier go
    ///   together
    /// @param column column of the person
    /// @param label what the lines are, in the plural: « Séjours »
    /// @param words SQL of one line in words, `t` being the row, without health content; null when
    ///   the rows follow others
    /// @param at SQL of when it was written or happened
    /// @param follows SQL of the identifier of the row this one goes with, null for one that stands
    ///   by itself
    record Records(
            String table,
            String key,
            String column,
            String label,
            @Nullable String words,
            @Nullable String at,
            @Nullable String follows) {

        /// Rows that stand by themselves.
        public static Records of(String table, String label, String words, String at) {
            return new Records(table, "id", "patient_id", label, words, at, null);
        }

        /// Rows that go where another goes.
        public static Records following(String table, String key, String label, String follows) {
            return new Records(table, key, "patient_id", label, null, null, follows);
        }

        /// The same, told by another column of identifiers.
        public Records by(String identifiers) {
            return new Records(table, identifiers, column, label, words, at, follows);
        }

        /// How the ledger names it.
        public String source() {
            return column.equals("patient_id") ? table : table + "." + column;
        }
    }

    /// Two files of one person.
    record Pair(PatientId survivor, PatientId absorbed) {}

    /// Something both files have and one file cannot have twice.
    ///
    /// @param what « Deux accompagnements ouverts »
    /// @param done what the merge does of it
    /// @param blocking nothing can be done of it: the files are not joined
    record Clash(String what, String done, boolean blocking) {}

    /// A merge being made.
    interface Joining {

        Pair pair();

        /// The file whose accompaniment, plan and doctor's lines go on.
        PatientId goesOn();

        /// The other.
        default PatientId stops() {
            return goesOn().equals(pair().survivor()) ? pair().absorbed() : pair().survivor();
        }

        LocalDate day();

        /// Gives columns of rows other values until the files are parted again, when rows still so
        /// get back the values they had.
        ///
        /// @param values column and value, as JSON would have it
        void change(
                String table,
                String key,
                Collection<UUID> rows,
                Map<String, ? extends @Nullable Object> values);

        /// Rows the merge wrote, taken out when the files are parted again.
        void added(String table, String key, Collection<UUID> rows);

        /// Takes out the absorbed file's rows until the files are parted again.
        void remove(String table, String key, Collection<UUID> rows);
    }
}
