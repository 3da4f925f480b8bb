package fr.maillage.followup.internal.liaison;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Points de coordination of a person, latest first, and the form of a new one.
///
/// @param count « 3 points cette année »
public record PointsPage(Banner banner, String count, List<Point> points, PointFields blank) {

    /// @param minutes « 20 min »
    /// @param correct address of the form that corrects it
    /// @param formers what it said before each correction, the latest first
    public record Point(
            String when,
            String mode,
            @Nullable String minutes,
            String subject,
            @Nullable String said,
            List<String> participants,
            List<Decided> decisions,
            String by,
            String correct,
            List<Former> formers) {}

    /// @param task what became of the task it made; null when it made none
    public record Decided(String words, @Nullable String task, boolean done) {}

    /// What a point said before a correction.
    ///
    /// @param corrected by whom and when
    /// @param held when, how, with whom
    public record Former(
            String corrected, String why, String subject, String held, @Nullable String said) {}
}
