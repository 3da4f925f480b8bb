package fr.maillage.followup.internal.liaison;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.followup.internal.Choice;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Points de coordination of a person, latest first, and the form of a new one.
///
/// @param count « 3 points cette année »
/// @param circle who may be ticked
/// @param rows rows of the form for decisions, counted from 1
public record PointsPage(
        Banner banner,
        String count,
        List<Point> points,
        List<Choice> modes,
        List<Choice> circle,
        List<Choice> members,
        List<Integer> rows,
        Sent form,
        FormErrors errors) {

    /// @param minutes « 20 min »
    public record Point(
            String when,
            String mode,
            @Nullable String minutes,
            String subject,
            @Nullable String said,
            List<String> participants,
            List<Decided> decisions,
            String by) {}

    /// @param task what became of the task it made; null when it made none
    public record Decided(String words, @Nullable String task, boolean done) {}
}
