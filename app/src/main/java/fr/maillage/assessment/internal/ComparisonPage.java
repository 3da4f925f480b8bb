package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;

/// Two evaluations by the same questionnaire side by side, the older first.
public record ComparisonPage(
        Banner banner,
        String patient,
        String title,
        String before,
        String after,
        List<Line> scores,
        List<Section> sections,
        int changes) {

    public record Section(String title, List<Line> lines) {}

    /// A question, or a score, in both; `changed` when the answer is not the same.
    public record Line(String question, String before, String after, boolean changed) {}
}
