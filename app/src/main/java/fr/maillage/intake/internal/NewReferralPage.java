package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;

/// The form of a new request.
///
/// @param askers professionals of the directory near what was typed, after « Chercher » without
///   script
public record NewReferralPage(
        ReferralForm form,
        FormErrors errors,
        NearPage near,
        List<NearPage.Line> askers,
        List<Choice> qualities,
        List<Choice> motives,
        List<Choice> channels,
        List<Degree> degrees,
        List<Choice> agreements) {

    /// A degree of urgency and what it means.
    public record Degree(String code, String label, String detail) {}
}
