package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.EvaluationsPage.ScoreWords;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the evaluations of a person say, on one printed page: how each domain stands, the problems
/// retained, what can be relied on, what the person wants.
///
/// @param sub when and with whom the last evaluation was made; null before any
/// @param domains the six domains, in the order of the guide
/// @param proposed findings nobody decided about yet
/// @param seen answers one can rely on, as the last evaluation noted them
/// @param strengths the team's words about the same
/// @param moved scores that moved the last time
public record OverviewPage(
        Banner banner,
        String patient,
        @Nullable String sub,
        List<Domain> domains,
        List<Problem> problems,
        int proposed,
        List<String> seen,
        Strengths strengths,
        List<Voice> voices,
        @Nullable String discord,
        List<HistoryPage.Move> moved) {

    /// How a domain stands.
    ///
    /// @param gravity 0 nothing found, 1 light, 2 moderate, 3 severe; -1 not assessed for a year
    /// @param words the same in words
    /// @param because the problem, or else the score, that makes it as grave; null for nothing
    ///   found
    /// @param scores the last ones of this domain
    public record Domain(
            String label,
            int gravity,
            String words,
            @Nullable String because,
            List<ScoreWords> scores) {}

    public record Problem(String label, String domain, String severity, @Nullable String because) {}

    /// @param id of what is kept, to tell that a colleague wrote meanwhile; empty when nothing is
    /// @param words as kept, or as typed and refused
    /// @param by « Claire Dumont, 2 juin 2026 »; null when nothing was written
    /// @param theirs what a colleague wrote meanwhile; null when nobody did
    public record Strengths(
            String id,
            String words,
            @Nullable String by,
            @Nullable String theirs,
            FormErrors errors) {}

    /// @param who « La personne », « Sa fille »
    public record Voice(String who, List<String> says) {}
}
