package fr.maillage.correspondence.internal.text;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of a letter: paragraphs, headings, lists, answers to tick, tables, lines to write on, a
/// line to cut along.
///
/// @param rows lines, each in cells; one cell but in a table, whose first row names its columns
public record LetterBlock(Kind kind, List<List<Cell>> rows) {

    /// What it is.
    public enum Kind {
        P(""),
        HEADING("# "),
        SUBHEADING("## "),
        LIST("- "),
        ANSWERS("□ "),
        TABLE("| "),
        RULES("___"),
        CUT("--- ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /// What each of its lines begins with.
        public String mark() {
            return mark;
        }
    }

    /// @param spans the words, in order
    public record Cell(List<Span> spans) {

        /// The words without their look.
        public String words() {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }
    }

    /// Whether it is of this kind; the words a template compares with.
    public boolean is(String name) {
        return kind.name().equals(name);
    }

    /// The words of a one-line block.
    public Cell only() {
        return rows.getFirst().getFirst();
    }

    /// The names of the columns.
    public List<Cell> head() {
        return rows.getFirst();
    }

    /// Lines under the names of the columns.
    public List<List<Cell>> body() {
        return rows.subList(1, rows.size());
    }

    /// The name of the column a cell stands in; empty when there is none.
    public String column(int index) {
        return index < head().size() ? head().get(index).words() : "";
    }
}
