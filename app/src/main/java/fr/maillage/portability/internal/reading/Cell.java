package fr.maillage.portability.internal.reading;

import java.util.regex.Pattern;

/// What a cell says, as text: a date in its ISO form, a number without needless zeros.
///
/// @param formula the value was computed by a formula, and is the last one the spreadsheet knew
/// @param merged the value stands in a merged cell that covers this one
public record Cell(String text, Nature nature, boolean formula, boolean merged) {

    /// No value.
    public static final Cell EMPTY = new Cell("", Nature.TEXT, false, false);

    private static final Pattern ERROR =
            Pattern.compile(
                    "#(REF!|N/A|VALUE!|VALEUR!|DIV/0!|NAME\\?|NOM\\?|NULL!|NUL!|NUM!|NOMBRE!|SPILL!|CALC!)");

    /// What a spreadsheet holds in it.
    public enum Nature {
        TEXT('T'),
        NUMBER('N'),
        DATE('D'),
        ERROR('E');

        private final char mark;

        Nature(char mark) {
            this.mark = mark;
        }
    }

    /// A text; the errors of spreadsheets are told by their words, whatever the cell says it is.
    static Cell text(String text, boolean formula) {
        return ERROR.matcher(text).matches()
                ? new Cell(text, Nature.ERROR, formula, false)
                : new Cell(text, Nature.TEXT, formula, false);
    }

    public boolean empty() {
        return text.isEmpty();
    }

    Cell asMerged() {
        return new Cell(text, nature, formula, true);
    }

    /// As it waits in the database: its nature, how it came, its text.
    public String stored() {
        if (text.isEmpty()) return "";
        return "" + nature.mark + (formula ? '=' : merged ? '+' : '.') + text;
    }

    /// What [#stored] wrote.
    public static Cell of(String stored) {
        if (stored.length() < 2) return EMPTY;
        var nature =
                switch (stored.charAt(0)) {
                    case 'N' -> Nature.NUMBER;
                    case 'D' -> Nature.DATE;
                    case 'E' -> Nature.ERROR;
                    default -> Nature.TEXT;
                };
        return new Cell(
                stored.substring(2), nature, stored.charAt(1) == '=', stored.charAt(1) == '+');
    }

    @Override
    public String toString() {
        return "Cell[" + nature + "]";
    }
}
