package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two versions side by side, old to new.
public record VersionsPage(
        Banner banner,
        String base,
        String heading,
        String oldLabel,
        String newLabel,
        List<Change> changes,
        List<Choice> older,
        List<Choice> newer,
        List<PpsPage.Version> versions) {

    /// A line that differs.
    ///
    /// @param from who proposed it; null when nobody did
    public record Change(
            String what,
            String kind,
            @Nullable Side before,
            @Nullable Side after,
            @Nullable String from) {}

    /// A text, with what differs in it.
    public record Side(String same, String different, String end) {}

    public record Choice(String id, String label, boolean chosen) {}
}
