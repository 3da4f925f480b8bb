package fr.maillage.territory.internal.redraw;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.maillage.kernel.SearchKey;
import fr.maillage.web.FormRefused;
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

    /// Throws `FormRefused` when the head does not name the columns.
    static List<Line> of(String text) {
        var clean = text.replace("\0", "");
        var head = clean.lines().findFirst().orElse("");
        var lines = new ArrayList<Line>();
        Map<String, Integer> columns = null;
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(head.contains(";") ? ';' : ',')
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(clean)) {
            for (var record : reader) {
                if (columns == null) {
                    columns = columns(record.getFields());
                    continue;
                }
                var fields = record.getFields();
                lines.add(
                        new Line(
                                (int) record.getStartingLineNumber(),
                                field(fields, columns, "code"),
                                field(fields, columns, "libelle"),
                                field(fields, columns, "type").toUpperCase(Locale.ROOT),
                                field(fields, columns, "parent"),
                                communes(field(fields, columns, "communes"))));
            }
        } catch (java.io.IOException | RuntimeException e) {
            if (e instanceof FormRefused refused) throw refused;
            throw FormRefused.because("file", RedrawText.NO_HEADER);
        }
        if (columns == null) throw FormRefused.because("file", RedrawText.NO_HEADER);
        return lines;
    }

    private static Map<String, Integer> columns(List<String> head) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < head.size(); i++) columns.put(SearchKey.of(head.get(i)), i);
        if (!columns.keySet().containsAll(List.of("code", "libelle", "parent", "communes")))
            throw FormRefused.because("file", RedrawText.NO_HEADER);
        return columns;
    }

    private static String field(List<String> fields, Map<String, Integer> columns, String name) {
        var at = columns.get(name);
        return at == null || at >= fields.size() ? "" : fields.get(at).strip();
    }

    // codes stand apart by anything; names by a comma, a semicolon or a line
    private static List<String> communes(String cell) {
        var apart =
                cell.matches("[0-9AB ,;|/\\s]*") ? cell.split("[^0-9AB]+") : cell.split("[,;|\\n]");
        return Arrays.stream(apart).map(String::strip).filter(c -> !c.isEmpty()).toList();
    }
}
