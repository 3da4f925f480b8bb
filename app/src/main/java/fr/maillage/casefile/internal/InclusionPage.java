package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.ThemeEvaluations;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The inclusion form: what is proposed, what is known, what stands in the way.
///
/// @param already an accompaniment is active: there is nothing to include; null otherwise
/// @param obstacles what stands in the way as the form is, in words
/// @param conflict sentence when a colleague saved first
/// @param need what the analysis said about the need, in words
/// @param firstLine whether the theme asks the agreement of the first-line professionals
/// @param evaluations what the theme asks to be evaluated; empty when it asks nothing
/// @param sheet when the information sheet was given; null while it was not
/// @param watch level 0 is chosen
public record InclusionPage(
        Banner banner,
        @Nullable String already,
        String title,
        Sent form,
        FormErrors errors,
        List<String> obstacles,
        @Nullable String conflict,
        String need,
        @Nullable String needHref,
        boolean needDone,
        List<Option> themes,
        List<Option> levels,
        List<Option> intensities,
        List<Option> coordinators,
        List<Option> units,
        List<Criterion> criteria,
        boolean firstLine,
        List<ThemeEvaluations.Line> evaluations,
        boolean watch,
        String commune,
        String agreement,
        String sharing,
        @Nullable String sheet,
        List<Option> agreementStates,
        List<Option> sharingStates,
        List<Option> forms,
        List<Option> givers,
        int version) {

    /// A criterion of the structure.
    public record Criterion(String id, String label, boolean required, boolean met) {}
}
