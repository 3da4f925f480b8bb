package fr.maillage.portability.internal.draft;

/// Something to know about a line, with the column and the value it is about.
///
/// @param sheet its name
/// @param line as the spreadsheet numbers it
/// @param column heading; empty when it is about the whole line
/// @param value as it stands in the file; empty when there is none
public record Problem(
        Severity severity, String sheet, int line, String column, String value, String sentence) {

    /// How much it matters.
    public enum Severity {
        /// The person is not taken over.
        ERROR,
        /// It is taken over, but somebody should look.
        WARNING,
        /// Said, and that is all.
        INFO
    }

    @Override
    public String toString() {
        return "Problem[" + severity + ", line " + line + "]";
    }
}
