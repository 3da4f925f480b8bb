package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The evaluations of a person: drafts, completed ones, the last value of each score, the gravest
/// first.
///
/// @param systematic what the theme asks to be evaluated; empty when it asks nothing
/// @param printable the sheets printed most; the library has the others
public record EvaluationsPage(
        Banner banner,
        String patient,
        List<Systematic> systematic,
        List<Line> drafts,
        List<Line> completed,
        List<Start> printable,
        List<Comparable> comparable,
        List<ScoreWords> scores,
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

    /// An evaluation the theme asks of everybody it includes.
    ///
    /// @param state « À faire avant le 3 juillet 2026 », with its colour class and icon
    /// @param missing whether it may be begun for that
    /// @param draft the one begun and not completed; null when there is none
    public record Systematic(
            String code,
            String title,
            String state,
            String mark,
            String icon,
            boolean missing,
            @Nullable String draft,
            String source) {}

    /// A questionnaire whose paper sheet one may print.
    public record Start(String code, String title) {}

    /// Evaluations by one questionnaire, two or more, latest first.
    public record Comparable(String title, List<Choice> choices) {}

    public record Choice(String id, String label) {}
}
