package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;

/// The form of a shared alert indicator.
///
/// @param team a member of the team fills it, who finds the person and opens the watch; otherwise
///   somebody of an establishment, whose signal is checked first
/// @param structures those who may be told, when there is a choice
/// @param mayEdit whether the list of signals may be changed by who reads
/// @param arrival the signal of an establishment being checked, "" otherwise
public record SignalPage(
        boolean team,
        ReferralForm form,
        FormErrors errors,
        NearPage near,
        List<String> kinds,
        List<String> signals,
        List<Choice> qualities,
        List<Choice> agreements,
        List<Choice> themes,
        String theme,
        String reviewOn,
        List<Choice> structures,
        String arrival,
        boolean mayEdit) {

    /// The structure's own list.
    public record Kinds(String lines, FormErrors errors) {}
}
