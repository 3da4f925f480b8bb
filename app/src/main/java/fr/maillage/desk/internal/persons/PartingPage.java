package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two files to be parted again, with what was written since.
public record PartingPage(
        Banner banner,
        String merge,
        String survivor,
        String absorbed,
        String when,
        List<Line> since,
        boolean more,
        List<String> changed,
        @Nullable String obstacle,
        String why,
        FormErrors errors) {

    /// @param theirs whether it goes to the file that stands again
    public record Line(String id, String label, String words, String when, boolean theirs) {}
}
