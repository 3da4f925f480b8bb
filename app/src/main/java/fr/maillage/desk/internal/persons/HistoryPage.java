package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the identity was, change after change.
public record HistoryPage(Banner banner, List<Line> lines, boolean merges) {

    /// @param note that the INS is to be qualified again
    public record Line(
            String trait,
            String was,
            String became,
            String when,
            String ground,
            @Nullable String why,
            boolean note) {}
}
