package fr.maillage.territory.internal.redraw;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.maillage.kernel.SearchKey;
import fr.maillage.web.FormRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The lines of a division: code;libellé;type;parent;communes, as a spreadsheet writes them.
final class Lines {

    /// @param number of the line in the file, 1 being its head
    /// @param communes codes or names, as typed
    record Line(
            int number,
            String code,
            String label,
            String kind,
            String parent,
            List<String> communes) {}

    private Lines() {}

    /// Text of a file in UTF-8, with its mark or not, or in Windows-1252.
    static String text(byte[] bytes) {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /// A line of a file, by the names of its columns without accents or case.
    record Row(int number, Map<String, String> fields) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /// Throws `FormRefused` when the head does not name the columns.
    static List<Line> of(String text) {
        return rows(text, List.of("code", "libelle", "parent", "communes")).stream()
                .map(row ->
                        new Line(
                                row.number(),
                                row.field("code"),
                                row.field("libelle"),
                                row.field("type").toUpperCase(Locale.ROOT),
                                row.field("parent"),
                                communes(row.field("communes"))))
                .toList();
    }

    /// Throws `FormRefused` when the head does not name the columns needed.
    static List<Row> rows(String text, List<String> needed) {
        var clean = text.replace("\0", "");
        var head = clean.lines().findFirst().orElse("");
        var rows = new ArrayList<Row>();
        var columns = new ArrayList<String>();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(head.contains(";") ? ';' : ',')
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(clean)) {
            for (var record : reader) {
                var fields = record.getFields();
                if (columns.isEmpty()) {
                    fields.forEach(field -> columns.add(SearchKey.of(field)));
                    continue;
                }
                var named = new HashMap<String, String>();
                for (int i = 0; i < Math.min(columns.size(), fields.size()); i++)
                    named.put(columns.get(i), fields.get(i).strip());
                rows.add(new Row((int) record.getStartingLineNumber(), named));
            }
        } catch (IOException | CsvParseException _) {
            throw FormRefused.because("file", RedrawText.noHeader(needed));
        }
        if (!columns.containsAll(needed))
            throw FormRefused.because("file", RedrawText.noHeader(needed));
        return rows;
    }

    // codes stand apart by anything; names by a comma, a semicolon or a line
    private static List<String> communes(String cell) {
        var apart =
                cell.matches("[0-9AB ,;|/\\s]*") ? cell.split("[^0-9AB]+") : cell.split("[,;|\\n]");
        return Arrays.stream(apart).map(String::strip).filter(c -> !c.isEmpty()).toList();
    }
}
