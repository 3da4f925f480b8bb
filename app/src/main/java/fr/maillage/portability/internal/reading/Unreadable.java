package fr.maillage.portability.internal.reading;

import java.io.Serial;

/// A file that cannot be a caseload, and why. Nothing of it is kept.
public final class Unreadable extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final Why why;

    Unreadable(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// The reasons.
    public enum Why {
        EMPTY,
        HEADINGS_ONLY,
        OLD_EXCEL,
        OPEN_DOCUMENT,
        DAMAGED,
        NOT_A_TABLE,
        TOO_MANY_LINES,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG
    }
}
