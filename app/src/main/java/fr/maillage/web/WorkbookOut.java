package fr.maillage.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook on its way out. Texts are written as texts, so that nothing a person typed is ever a
/// formula; days are days, numbers are numbers.
public final class WorkbookOut implements AutoCloseable {

    /// The media type of a workbook.
    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final double WIDTH = 22;
    private final Workbook book;

    /// What is written goes to `out`, which stays open.
    public WorkbookOut(OutputStream out) {
        book = new Workbook(out, "Maillage", "1.0");
    }

    /// A sheet with its headings, frozen.
    public Sheet sheet(String name, List<String> headings) {
        var sheet = book.newWorksheet(name);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, WIDTH);
        }
        if (!headings.isEmpty()) {
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().fillColor("DDEBEA").set();
            sheet.freezePane(0, 1);
        }
        return new Sheet(sheet);
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }

    /// A sheet being written, line after line.
    public static final class Sheet {
        private final Worksheet sheet;
        private int row = 1;

        private Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        /// In characters.
        public void width(int column, double width) {
            sheet.width(column, width);
        }

        /// @param values texts, days ([LocalDate]), numbers, or null for nothing
        public void line(List<? extends @Nullable Object> values) {
            for (int column = 0; column < values.size(); column++) {
                var value = values.get(column);
                if (value instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("dd/mm/yyyy").set();
                } else if (value instanceof Number number) {
                    sheet.value(row, column, number);
                } else if (value != null && !value.toString().isEmpty()) {
                    sheet.inlineString(row, column, clean(value.toString()));
                }
            }
            row++;
        }

        /// Ends the sheet: its lines leave memory.
        public void end() throws IOException {
            sheet.finish();
        }

        /// XML holds no control character.
        private static String clean(String text) {
            return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        }
    }
}
