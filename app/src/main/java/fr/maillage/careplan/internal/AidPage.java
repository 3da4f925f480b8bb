package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One aid of the plan: where it stands, how it came there, and the next step to note.
///
/// @param right the right of the file that tells where the request stands; null when none does
/// @param rightHref its page
public record AidPage(
        Banner banner,
        String plan,
        PpsPage.Aid aid,
        @Nullable String right,
        @Nullable String rightHref,
        List<Step> steps,
        FormView form) {

    public record Step(Mark state, String when, String words, String by) {}
}
