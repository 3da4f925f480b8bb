package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The evaluations of a person: drafts, completed ones, scores through time.
public record EvaluationsPage(
        Banner banner,
        String patient,
        List<Line> drafts,
        List<Line> completed,
        List<Start> startable,
        List<Comparable> comparable,
        List<History> scores,
        int proposed,
        List<String> retained) {

    /// An evaluation in one line.
    public record Line(
            String id,
            String title,
            String day,
            String exactDay,
            String where,
            String who,
            List<ScoreWords> scores) {}

    /// A score in words. `mark` is the colour class, `icon` what goes with it.
    public record ScoreWords(
            String label, String value, @Nullable String classLabel, String mark, String icon) {}

    /// A questionnaire one may start.
    public record Start(String code, String title) {}

    /// Evaluations by one questionnaire, two or more, latest first.
    public record Comparable(String title, List<Choice> choices) {}

    public record Choice(String id, String label) {}

    /// A score through time, oldest first; `chart` when there are two values or more.
    public record History(
            String code,
            String label,
            ScoreWords last,
            @Nullable Chart chart,
            List<Point> points) {}

    public record Point(String day, String value, @Nullable String classLabel) {}

    /// Coordinates in a box of 300 by 80.
    public record Chart(String line, List<Dot> dots, String lowest, String highest) {}

    public record Dot(String x, String y, String title) {}
}
