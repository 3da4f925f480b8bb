package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cares a professional is asked to look at again.
///
/// @param team whether the team reads it; a professional reads those asked of them
/// @param cares what may be asked; empty for a professional
/// @param errors of the form that asks
/// @param old how many have gone on for long
public record RenewalPage(
        Banner banner,
        boolean team,
        String here,
        List<CareLine> cares,
        int old,
        int days,
        String question,
        String dueOn,
        FormErrors errors,
        List<Line> lines) {

    /// @param since « depuis le … » or « réévalué le … »
    public record CareLine(
            String id, String title, String actor, String since, boolean old, boolean chosen) {}

    /// @param forms to answer, to close; none once answered
    public record Line(
            String title,
            String actor,
            String asked,
            String state,
            String tone,
            String icon,
            @Nullable String question,
            @Nullable String words,
            @Nullable String given,
            List<FormView> forms) {}
}
