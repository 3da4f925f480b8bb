package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.LevelAdvice;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Level of the accompaniment: steps of the present one, change, history.
///
/// @param choice level and intensity as chosen, or as typed and refused
/// @param steps in order; empty when no accompaniment is open
/// @param next number of the step to do now, −1 when none is left
/// @param advised what the findings advise; null while nothing was evaluated
/// @param why why the level cannot be changed here, null when it can
public record LevelPage(
        Banner banner,
        Sent form,
        Sent choice,
        FormErrors errors,
        @Nullable String conflict,
        String title,
        List<Step> steps,
        int next,
        @Nullable String nextTitle,
        @Nullable String why,
        boolean open,
        List<Option> levels,
        List<Option> intensities,
        @Nullable Advised advised,
        List<Line> history,
        int version) {

    /// @param when « fait le 3 mai », or null
    public record Step(
            int number,
            String title,
            String with,
            boolean done,
            boolean current,
            @Nullable String when,
            @Nullable String note) {}

    /// A line of the history.
    ///
    /// @param advised what the findings advised that day, or null
    public record Line(
            String level,
            String since,
            String exact,
            String reason,
            @Nullable String by,
            @Nullable String advised) {}

    /// What the findings advise.
    ///
    /// @param needs the class of the guide: « Soins primaires », « Coordination », « Gestion de cas
    ///   »
    /// @param same it is what is chosen already
    public record Advised(
            String needs,
            String what,
            String why,
            String source,
            boolean same,
            List<Family> families) {}

    /// Criteria of one family, in the order of the guide.
    public record Family(String title, List<LevelAdvice.Criterion> criteria) {}
}
