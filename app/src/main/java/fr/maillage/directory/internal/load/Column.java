package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Columns;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One column of the table a file is staged in: its name and type there, and how a line gives it.
record Column(String name, String type, Reading reading) {

    /// Finds its places in a file once.
    @FunctionalInterface
    interface Reading {
        Cell in(Columns columns);
    }

    /// Adds the value of a line; why the line is left out, null when it is not.
    @FunctionalInterface
    interface Cell {
        @Nullable Reason give(Line line, CopyRows out) throws SQLException;
    }

    /// Makes a text of a line; null for nothing.
    @FunctionalInterface
    interface Value {
        @Nullable String of(Line line);
    }

    /// What stands under the first of these headings that the file has; null when empty.
    static Column text(String name, String... headings) {
        return new Column(
                name,
                "text",
                columns -> {
                    int place = columns.first(headings);
                    return (line, out) -> {
                        out.field(line.fields(), place);
                        return null;
                    };
                });
    }

    /// As above, "" when empty: part of a key.
    static Column key(String name, String... headings) {
        return new Column(
                name,
                "text",
                columns -> {
                    int place = columns.first(headings);
                    return (line, out) -> {
                        if (line.text(place).isEmpty()) out.blank();
                        else out.field(line.fields(), place);
                        return null;
                    };
                });
    }

    /// As above; without it the line says nothing.
    static Column wanted(String name, Reason otherwise, String... headings) {
        return made(
                name,
                "text",
                columns -> {
                    int place = columns.first(headings);
                    return line -> line.text(place);
                },
                otherwise);
    }

    /// The fields of these headings as one text, parted by spaces.
    static Column joined(String name, String... headings) {
        return new Column(
                name,
                "text",
                columns -> {
                    var places = Arrays.stream(headings).mapToInt(columns::of).toArray();
                    return (line, out) -> {
                        out.joined(line.fields(), places);
                        return null;
                    };
                });
    }

    /// A value that is computed, null when it is not there.
    static Column made(
            String name, String type, java.util.function.Function<Columns, Value> reading) {
        return new Column(
                name,
                type,
                columns -> {
                    var value = reading.apply(columns);
                    return (line, out) -> {
                        out.text(value.of(line));
                        return null;
                    };
                });
    }

    /// A value that is computed; without it the line is left out.
    static Column made(
            String name,
            String type,
            java.util.function.Function<Columns, Value> reading,
            Reason otherwise) {
        return new Column(
                name,
                type,
                columns -> {
                    var value = reading.apply(columns);
                    return (line, out) -> {
                        var text = value.of(line);
                        if (text == null || text.isEmpty()) return otherwise;
                        out.text(text);
                        return null;
                    };
                });
    }

    /// The number of the professional of the line: RPPS or ADELI, by its type.
    static Column person(String name) {
        return new Column(
                name,
                "text",
                columns -> {
                    int type = columns.first("Type d'identifiant PP", "Type identifiant PP");
                    int id = columns.of("Identifiant PP");
                    return (line, out) -> {
                        var number = line.text(id);
                        var why = PersonNumbers.wrong(line.text(type), number);
                        if (why != null) return why;
                        PersonNumbers.remark(line.text(type), number, line);
                        out.text(number);
                        return null;
                    };
                });
    }

    /// An electronic address, in small letters.
    static Column mail(String name, String... headings) {
        return made(
                name,
                "text",
                columns -> {
                    int place = columns.first(headings);
                    return line -> {
                        var address = line.text(place).toLowerCase(Locale.ROOT);
                        return address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? address : null;
                    };
                },
                Reason.ADDRESS);
    }
}
