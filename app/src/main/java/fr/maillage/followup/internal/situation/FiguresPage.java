package fr.maillage.followup.internal.situation;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Quantitative and qualitative indicators of one situation.
///
/// @param spans lengths one may choose
/// @param period in words
/// @param project what the person says of her life; null when nobody wrote it
public record FiguresPage(
        Banner banner,
        List<Span> spans,
        String period,
        String before,
        List<Figure> figures,
        List<Goals> goals,
        List<Score> scores,
        List<String> problems,
        @Nullable String project,
        String source) {

    public record Span(String href, String label, boolean current) {}

    /// @param before the same over the period before; « – » when it had not begun
    /// @param href the list it counts; null when there is none
    public record Figure(
            String label, String value, String before, String meaning, @Nullable String href) {}

    /// @param kind « Objectifs qualitatifs », « Objectifs biomédicaux »
    public record Goals(
            String kind, int reached, int partly, int missed, int running, List<Goal> all) {}

    /// @param why when it was not reached
    public record Goal(
            String title, String result, String tone, String icon, @Nullable String why) {}

    /// @param from the first measure of the period; null when there was only one
    public record Score(
            String label,
            @Nullable String from,
            String to,
            @Nullable String words,
            String tone,
            String when) {}
}
