package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be said of the lines of a file: all are counted, the first of each reason are kept
/// with their number, so that a file wrong from end to end fills no memory.
public final class Remarks {

    /// Lines of a reason that are kept; all are counted.
    static final int KEPT = 200;

    /// Characters of what a remark names.
    private static final int LONGEST = 80;

    private final Map<Reason, long[]> counts = new EnumMap<>(Reason.class);
    private final List<Remark> kept = new ArrayList<>();

    /// @param line number in the file, from 1; null when it concerns several
    /// @param detail a code or a number of columns, never a name
    public record Remark(@Nullable Long line, Reason reason, @Nullable String detail) {
        public Remark {
            // it comes from the file: what no database takes would stop a good import
            if (detail != null) detail = Words.plain(detail, LONGEST);
        }
    }

    public void add(Reason reason, @Nullable Long line, @Nullable String detail) {
        add(reason, line, detail, 1);
    }

    public void add(Reason reason, @Nullable Long line, @Nullable String detail, long lines) {
        var count = counts.computeIfAbsent(reason, _ -> new long[2]);
        count[0] += lines;
        if (count[1]++ < KEPT) kept.add(new Remark(line, reason, detail));
    }

    public List<Remark> kept() {
        return kept;
    }

    Map<Reason, long[]> counts() {
        return counts;
    }

    /// Lines left out.
    long wrong() {
        return sum(true);
    }

    /// Lines taken with a remark.
    long warned() {
        return sum(false);
    }

    private long sum(boolean refused) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().refused() == refused)
                .mapToLong(e -> e.getValue()[0])
                .sum();
    }
}
