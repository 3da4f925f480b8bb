package fr.maillage.directory.internal.files;

/// A file that cannot be taken at all: nothing of it is kept, what was there before stays.
public final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final Why why;
    private final String detail;

    /// @param detail what the sentence names: columns, a size, a name of file; never a person
    public Unusable(Why why, String detail) {
        super(why.name());
        this.why = why;
        this.detail = Words.plain(detail, LONGEST);
    }

    /// Why a file is refused whole.
    public enum Why {
        /// No such file, or one that may not be read.
        ABSENT,
        EMPTY,
        UNREADABLE,
        /// A workbook of a spreadsheet, whatever its name says.
        WORKBOOK,
        NOT_ONE_FILE,
        TOO_LARGE,
        BOMB,
        /// An archive that wants a password.
        LOCKED,
        CUT,
        NO_HEADER,
        COLUMNS_MISSING,
        COLUMN_TWICE,
        LINE_TOO_LONG,
        RESOURCE_TOO_LONG,
        NO_LINE,
        NOT_FHIR,
        MALFORMED,
        NO_YEAR,
        /// Of a year before the one in use.
        OLDER,
        SHRUNK
    }

    public Why why() {
        return why;
    }

    public String detail() {
        return detail;
    }
}
