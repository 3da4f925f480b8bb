package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.EvaluationsPage.ScoreWords;
import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A completed evaluation, to read and to print.
public record AssessmentReadPage(
        Banner banner,
        String patient,
        String id,
        String title,
        String status,
        String day,
        String where,
        String who,
        String author,
        @Nullable String origin,
        @Nullable String sheetHref,
        List<Score> scores,
        List<Section> sections,
        int proposed) {

    public record Score(
            ScoreWords words,
            @Nullable String meaning,
            @Nullable String cutOff,
            @Nullable String reason) {}

    public record Section(String title, List<Line> lines) {}

    public record Line(String question, String answer) {}
}
