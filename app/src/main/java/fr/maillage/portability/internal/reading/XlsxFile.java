package fr.maillage.portability.internal.reading;

import fr.maillage.portability.internal.reading.Cell.Nature;
import fr.maillage.portability.internal.reading.Unreadable.Why;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook, that the inspection of documents has already found to be one, without macros and not
/// a bomb. The value of a formula is the last one the spreadsheet computed; a merged cell gives its
/// value to every line it covers, and both are said.
final class XlsxFile {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d+):([A-Z]{1,3})(\\d+)");
    private static final Pattern DATED = Pattern.compile("[dmy]", Pattern.CASE_INSENSITIVE);
    private static final int MOST_MERGED = 20_000;

    private XlsxFile() {}

    static Table.Book read(Path file) throws Unreadable {
        try {
            return read(file, true);
        } catch (WithoutStyles _) {
            return read(file, false); // days are then the numbers they are counted by
        }
    }

    /// A workbook some tool wrote without the part that says how cells look.
    private static final class WithoutStyles extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static ReadableWorkbook open(Path file, boolean styles) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(styles, true));
        } catch (ExcelReaderException e) {
            if (styles) throw new WithoutStyles();
            throw e;
        }
    }

    private static Table.Book read(Path file, boolean styles) throws Unreadable {
        var tables = new ArrayList<Table>();
        var hidden = new ArrayList<String>();
        boolean headingsOnly = false;
        try (var book = open(file, styles)) {
            var merged = merged(file);
            for (var sheet : book.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    hidden.add(sheet.getName());
                    continue;
                }
                var lines = lines(sheet, merged.getOrDefault(sheet.getId(), List.of()));
                if (lines.isEmpty()) continue;
                if (Headings.explanations(sheet.getName())) continue;
                try {
                    var table = Heading.table(sheet.getName(), lines, List.of());
                    if (table.lines().isEmpty()) headingsOnly = true;
                    else tables.add(table);
                } catch (Unreadable e) {
                    if (e.why() != Why.NOT_A_TABLE) throw e;
                    hidden.add(sheet.getName()); // notes, a title: no table
                }
            }
        } catch (WithoutStyles e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(Why.DAMAGED);
        }
        if (tables.isEmpty()) throw new Unreadable(headingsOnly ? Why.HEADINGS_ONLY : Why.EMPTY);
        var words =
                new StringBuilder(tables.size() == 1 ? "une feuille" : tables.size() + " feuilles");
        if (!hidden.isEmpty())
            words.append(", sans compter ")
                    .append(
                            hidden.size() == 1
                                    ? "une feuille masquée ou sans tableau"
                                    : hidden.size() + " feuilles masquées ou sans tableau");
        return new Table.Book("XLSX", words.toString(), tables);
    }

    private static List<Table.Line> lines(Sheet sheet, List<Merged> merged)
            throws IOException, Unreadable {
        var lines = new ArrayList<Table.Line>();
        var values = new HashMap<Merged, Cell>();
        try (var rows = sheet.openStream()) {
            for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows::iterator) {
                if (row.getCellCount() > Limits.COLUMNS
                        && row.getPhysicalCellCount() > Limits.COLUMNS)
                    throw new Unreadable(Why.TOO_MANY_COLUMNS);
                var cells = new ArrayList<Cell>();
                for (int column = 0;
                        column < Math.min(row.getCellCount(), Limits.COLUMNS);
                        column++) {
                    int at = column;
                    var cell = row.getOptionalCell(column).map(XlsxFile::cell).orElse(Cell.EMPTY);
                    if (cell.text().length() > Limits.TEXT) throw new Unreadable(Why.CELL_TOO_LONG);
                    for (var area : merged) {
                        if (!area.covers(row.getRowNum(), at)) continue;
                        if (area.firstRow() == row.getRowNum() && area.firstColumn() == at)
                            values.put(area, cell);
                        else if (cell.empty() && area.firstColumn() == at)
                            cell = values.getOrDefault(area, Cell.EMPTY).asMerged();
                    }
                    cells.add(cell);
                }
                var line = new Table.Line(row.getRowNum(), cells);
                // a line that holds nothing of its own is blank, whatever covers it
                if (line.cells().stream().anyMatch(c -> !c.empty() && !c.merged())) lines.add(line);
                if (lines.size() > Limits.LINES + 20) throw new Unreadable(Why.TOO_MANY_LINES);
            }
        }
        return lines;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        var formula = cell.getFormula() != null && !cell.getFormula().isEmpty();
        var raw = cell.getRawValue();
        if (raw == null || raw.isEmpty()) return Cell.EMPTY;
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case ERROR -> new Cell(raw, Nature.ERROR, formula, false);
            case BOOLEAN -> Cell.text(raw.equals("1") ? "oui" : "non", formula);
            default ->
                    cell.getValue() instanceof BigDecimal number
                            ? number(cell, number, formula)
                            : Cell.text(raw.strip(), formula);
        };
    }

    private static Cell number(
            org.dhatim.fastexcel.reader.Cell cell, BigDecimal number, boolean formula) {
        var format = cell.getDataFormatString();
        if (dated(format)) {
            try {
                return new Cell(
                        cell.asDate().toLocalDate().toString(), Nature.DATE, formula, false);
            } catch (RuntimeException _) {
                // not a day: said as the number it is
            }
        }
        return new Cell(number.stripTrailingZeros().toPlainString(), Nature.NUMBER, formula, false);
    }

    /// Whether a format of numbers shows a day: letters of a date outside what is quoted, in
    /// brackets (colours, languages) or after a backslash.
    private static boolean dated(@Nullable String format) {
        if (format == null) return false;
        var bare =
                format.replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\[[^\\]]*\\]", "")
                        .replaceAll("\\\\.", "");
        return !bare.equalsIgnoreCase("general") && DATED.matcher(bare).find();
    }

    /// A merged area of a sheet; rows from 1, columns from 0.
    private record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean covers(int row, int column) {
            return row >= firstRow
                    && row <= lastRow
                    && column >= firstColumn
                    && column <= lastColumn;
        }
    }

    /// Merged areas of each sheet, by the id of its relation: the library does not read them.
    private static Map<String, List<Merged>> merged(Path file) throws Unreadable {
        var found = new HashMap<String, List<Merged>>();
        try (var zip = new ZipFile(file.toFile())) {
            var rels = zip.getEntry("xl/_rels/workbook.xml.rels");
            if (rels == null) return found;
            var parts = new HashMap<String, String>();
            each(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "Relationship",
                    (id, target, _) -> {
                        if (id != null && target != null) parts.put(id, target);
                    });
            for (var part : parts.entrySet()) {
                var target = part.getValue();
                var name = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                if (!name.contains("worksheets/") || zip.getEntry(name) == null) continue;
                var areas = new ArrayList<Merged>();
                each(
                        zip,
                        name,
                        "mergeCell",
                        (_, _, ref) -> {
                            var range = RANGE.matcher(ref == null ? "" : ref);
                            if (range.matches() && areas.size() < MOST_MERGED)
                                areas.add(
                                        new Merged(
                                                Integer.parseInt(range.group(2)),
                                                Integer.parseInt(range.group(4)),
                                                column(range.group(1)),
                                                column(range.group(3))));
                        });
                if (!areas.isEmpty()) found.put(part.getKey(), areas);
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new Unreadable(Why.DAMAGED);
        }
        return found;
    }

    @FunctionalInterface
    private interface Found {
        void element(@Nullable String id, @Nullable String target, @Nullable String ref);
    }

    private static void each(ZipFile zip, String entry, String element, Found found)
            throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(zip.getEntry(entry))) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext())
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element))
                    found.element(
                            xml.getAttributeValue(null, "Id"),
                            xml.getAttributeValue(null, "Target"),
                            xml.getAttributeValue(null, "ref"));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++)
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        return column - 1;
    }
}
