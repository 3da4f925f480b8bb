package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Fields;
import org.jspecify.annotations.Nullable;

/// The line of a file that is being read, and where to say what is to be said of it.
///
/// @param fields cut anew at each line
final class Line {

    private final Fields fields;
    private final Remarks remarks;
    private long number;

    Line(Fields fields, Remarks remarks) {
        this.fields = fields;
        this.remarks = remarks;
    }

    Fields fields() {
        return fields;
    }

    String text(int place) {
        return fields.text(place);
    }

    long number() {
        return number;
    }

    void at(long line) {
        number = line;
    }

    /// Says something of a line that is taken, or why one is not.
    void remark(Reason reason, @Nullable String detail) {
        remarks.add(reason, number, detail);
    }
}
