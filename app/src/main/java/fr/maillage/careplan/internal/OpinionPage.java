package fr.maillage.careplan.internal;

import fr.maillage.careplan.SinceLastVisit;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The attending doctor's opinion: the doctor's own page, or the coordinator who writes down what
/// was said.
///
/// @param since what changed in the file since this doctor last opened it; null at the first visit,
///   and for the coordinator
/// @param corrections what was changed since the version was first submitted, old to new
/// @param closed why no opinion can be given now; null when it can
/// @param former « version 2 », the plan that stays in force meanwhile; null when there is none
public record OpinionPage(
        Banner banner,
        String action,
        String draft,
        String base,
        String plan,
        String person,
        String version,
        String askedBy,
        boolean first,
        SinceLastVisit.@Nullable Since since,
        @Nullable String reason,
        List<VersionsPage.Change> changes,
        List<PpsPage.Correction> corrections,
        List<String> asked,
        @Nullable String closed,
        @Nullable String former,
        String phone,
        String doctor,
        FormErrors errors,
        Map<String, String> typed) {

    /// What was typed in a field.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
