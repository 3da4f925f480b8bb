package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.internal.sheet.Field.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The fields of each list of a sheet, read once from `registry/fields.csv`: a line a field, in the
/// order of the form.
final class ShapeFields {

    private static final Map<String, List<Field>> BY_LIST = read();

    private ShapeFields() {}

    /// Throws when the file says nothing of this list.
    static List<Field> of(String list) {
        return Objects.requireNonNull(BY_LIST.get(list), list);
    }

    private static Map<String, List<Field>> read() {
        try (var file =
                        Objects.requireNonNull(
                                ShapeFields.class.getResourceAsStream("/registry/fields.csv"));
                var lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .collect(
                            Collectors.groupingBy(
                                    cells -> cells[0],
                                    Collectors.mapping(
                                            ShapeFields::field, Collectors.toUnmodifiableList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field field(String[] cells) {
        return new Field(
                cells[1],
                cells[2],
                Kind.valueOf(cells[3]),
                cells[4].equals("oui"),
                Integer.parseInt(cells[5]),
                SheetText.options(cells[6]),
                cells[7].isEmpty() ? null : cells[7]);
    }
}
