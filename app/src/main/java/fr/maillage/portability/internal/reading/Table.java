package fr.maillage.portability.internal.reading;

import java.util.List;

/// A sheet of a workbook, or a csv: one line of headings, then lines.
///
/// @param notes what reading it has to say, in words
public record Table(String name, List<String> headings, List<Line> lines, List<String> notes) {

    public Table {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// @param number as the spreadsheet numbers it
    public record Line(int number, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(Cell::empty);
        }
    }

    /// A file as read.
    ///
    /// @param format XLSX or CSV
    /// @param readAs « UTF-8, séparateur point-virgule », « 3 feuilles »
    public record Book(String format, String readAs, List<Table> tables) {}
}
