package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Fields;
import java.util.List;
import java.util.function.Predicate;

/// What a file of lines is: how it is cut, what its columns become, what tells two lines apart and
/// how they get into the tables.
///
/// @param quoted whether a field may stand between quotation marks
/// @param required headings without which the file is another one; none: it has no headings
/// @param wanted lines that are this file's business; the others are passed over in silence
/// @param widths number of fields a line may have when there are no headings
/// @param columns of the table it is staged in
/// @param key columns that no two lines share
/// @param terms pairs of headings, code and label, by kind of `directory.term`
record Layout(
        char separator,
        boolean quoted,
        List<String> required,
        Predicate<Fields> wanted,
        Predicate<Fields> widths,
        List<Column> columns,
        List<String> key,
        List<Term> terms,
        Merge merge) {

    /// @param kind of `directory.term`
    record Term(String kind, String code, String label) {}

    /// A file with headings.
    static Layout headed(
            char separator,
            boolean quoted,
            List<String> required,
            List<Column> columns,
            List<String> key,
            List<Term> terms,
            Merge merge) {
        return new Layout(
                separator, quoted, required, _ -> true, _ -> true, columns, key, terms, merge);
    }

    /// The lines of this file that matter.
    Layout only(Predicate<Fields> lines) {
        return new Layout(separator, quoted, required, lines, widths, columns, key, terms, merge);
    }

    /// Definition of the columns of the staging table.
    String definition() {
        return columns.stream()
                .map(c -> c.name() + " " + c.type())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /// Their names.
    String names() {
        return columns.stream()
                .map(Column::name)
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
