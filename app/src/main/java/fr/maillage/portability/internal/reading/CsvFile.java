package fr.maillage.portability.internal.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.maillage.portability.internal.reading.Unreadable.Why;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A csv as spreadsheets and former tools write it: the encoding and the separator are told by the
/// content. What is not UTF-8 is Windows-1252, of which Latin-1 is a part for every printable
/// character.
final class CsvFile {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 20;

    private CsvFile() {}

    private record Encoding(Charset charset, int skip, String words) {}

    private record Separator(char sign, String words) {}

    private static final List<Separator> SEPARATORS =
            List.of(
                    new Separator(';', "point-virgule"),
                    new Separator(',', "virgule"),
                    new Separator('\t', "tabulation"),
                    new Separator('|', "barre verticale"));

    /// Whether the bytes are of a text in UTF-16.
    static boolean utf16(byte[] bytes) {
        var charset = encoding(bytes).charset();
        return charset.equals(StandardCharsets.UTF_16LE)
                || charset.equals(StandardCharsets.UTF_16BE);
    }

    static Table.Book read(byte[] bytes, String name) throws Unreadable {
        var encoding = encoding(bytes);
        var text =
                new String(
                        bytes, encoding.skip(), bytes.length - encoding.skip(), encoding.charset());
        if (text.isBlank()) throw new Unreadable(Why.EMPTY);
        if (text.indexOf('\0') >= 0) throw new Unreadable(Why.NOT_A_TABLE);
        var separator = separator(text);
        var lines = new ArrayList<Table.Line>();
        try (var csv =
                CsvReader.builder()
                        .fieldSeparator(separator.sign())
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(text)) {
            for (var record : csv) {
                if (record.getFieldCount() > Limits.COLUMNS)
                    throw new Unreadable(Why.TOO_MANY_COLUMNS);
                var cells = new ArrayList<Cell>();
                for (var field : record.getFields()) {
                    if (field.length() > Limits.TEXT) throw new Unreadable(Why.CELL_TOO_LONG);
                    cells.add(Cell.text(field.strip(), false));
                }
                var line = new Table.Line((int) record.getStartingLineNumber(), cells);
                if (!line.blank()) lines.add(line);
                if (lines.size() > Limits.LINES + LOOKED_AT)
                    throw new Unreadable(Why.TOO_MANY_LINES);
            }
        } catch (java.io.IOException | RuntimeException e) {
            throw new Unreadable(Why.DAMAGED);
        }
        var table = Heading.table(name, lines, List.of());
        if (table.headings().size() < 2) throw new Unreadable(Why.NOT_A_TABLE);
        return new Table.Book(
                "CSV", encoding.words() + ", séparateur " + separator.words(), List.of(table));
    }

    private static Encoding encoding(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3, "UTF-8");
        if (starts(b, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2, "UTF-16");
        if (starts(b, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2, "UTF-16");
        // without a mark: in UTF-16 every other byte of a French text is zero
        int even = 0;
        int odd = 0;
        int seen = Math.min(b.length, 2000);
        for (int i = 0; i < seen; i++) {
            if (b[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        if (odd * 3 > seen && even == 0)
            return new Encoding(StandardCharsets.UTF_16LE, 0, "UTF-16");
        if (even * 3 > seen && odd == 0)
            return new Encoding(StandardCharsets.UTF_16BE, 0, "UTF-16");
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b));
            return new Encoding(StandardCharsets.UTF_8, 0, "UTF-8");
        } catch (CharacterCodingException _) {
            return new Encoding(WINDOWS, 0, "Windows-1252 (Latin-1)");
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /// The sign that divides the first lines most often outside quotes, in as many pieces.
    private static Separator separator(String text) {
        var best = SEPARATORS.getFirst();
        double most = -1;
        for (var separator : SEPARATORS) {
            var counts = counts(text, separator.sign());
            int total = counts.stream().mapToInt(Integer::intValue).sum();
            long alike = counts.stream().filter(n -> n > 0 && n.equals(counts.getFirst())).count();
            double weight = counts.isEmpty() ? 0 : (double) alike / counts.size() * 1000 + total;
            if (total > 0 && weight > most) {
                most = weight;
                best = separator;
            }
        }
        return best;
    }

    private static List<Integer> counts(String text, char sign) {
        var counts = new ArrayList<Integer>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < text.length() && counts.size() < LOOKED_AT; i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == sign && !quoted) count++;
            else if (c == '\n' && !quoted) {
                counts.add(count);
                count = 0;
            }
        }
        if (count > 0) counts.add(count);
        return counts;
    }
}
