package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.EvaluationsPage.ScoreWords;
import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scores of a person through time, each with its cut-offs, and what changed since the time
/// before.
///
/// @param changes one line a questionnaire filled twice or more, the last filled first
public record HistoryPage(
        Banner banner, String patient, List<Change> changes, List<History> scores) {

    /// What the last filling of a questionnaire changed.
    ///
    /// @param moves scores that moved; none when all stayed
    /// @param compare the page that sets both side by side
    public record Change(
            String title, String before, String after, List<Move> moves, String compare) {}

    /// A score that moved.
    ///
    /// @param verdict « s’aggrave », « s’améliore » when its class says so, else null
    /// @param mark the colour of the verdict
    public record Move(
            String label, String before, String after, @Nullable String verdict, String mark) {}

    /// A score through time.
    ///
    /// @param chart null for a single value
    /// @param points latest first
    public record History(
            String code,
            String label,
            ScoreWords last,
            @Nullable String cutOff,
            @Nullable ScoreChart chart,
            List<Point> points) {}

    /// One value.
    ///
    /// @param change « +1,5 », « GIR 4 → GIR 3 »; empty for the first
    /// @param how « À domicile, feuille papier remplie par Anne »
    public record Point(
            String day,
            String value,
            @Nullable String classLabel,
            String mark,
            String icon,
            String change,
            String who,
            String how,
            String href) {}
}
