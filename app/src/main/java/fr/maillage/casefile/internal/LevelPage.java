package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Level of the accompaniment: steps of the present one, change, history.
///
/// @param steps in order; empty when no accompaniment is open
/// @param next number of the step to do now, −1 when none is left
/// @param why why the level cannot be changed here, null when it can
public record LevelPage(
        Banner banner,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        String title,
        List<Step> steps,
        int next,
        @Nullable String nextTitle,
        @Nullable String why,
        boolean open,
        List<Option> levels,
        List<Line> history,
        int version,
        String today) {

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
    public record Line(
            String level, String since, String exact, String reason, @Nullable String by) {}
}
