package fr.maillage.hospital.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Urgent and very specific situations of a person.
///
/// @param note the form of a new one
public record AcutePage(Banner banner, List<Line> lines, FormView note) {

    /// @param avoided where the stay that was feared stands, in words; null when none was
    /// @param tone of that
    /// @param means what was called on, in words; empty when nothing
    public record Line(
            String kind,
            String when,
            String asked,
            List<String> situation,
            String doctor,
            List<String> answer,
            String means,
            String outcome,
            @Nullable String avoided,
            String tone,
            String notedBy,
            FormView correct) {}
}
