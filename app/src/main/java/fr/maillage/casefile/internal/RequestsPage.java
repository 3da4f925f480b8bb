package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// Requests about the person, latest first.
public record RequestsPage(Banner banner, List<Line> lines) {

    /// @param include address of the inclusion this request may lead to, empty when it may not
    public record Line(
            String href,
            int number,
            String received,
            String exact,
            String asker,
            String status,
            boolean waiting,
            String include) {}
}
