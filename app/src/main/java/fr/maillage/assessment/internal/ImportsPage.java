package fr.maillage.assessment.internal;

import fr.maillage.web.FormErrors;
import java.util.List;

/// Questionnaires of the structure, and the file just refused.
///
/// @param faults what is wrong with it, line by line; empty when none was sent
/// @param cutOffs scores whose cut-off the structure chooses
public record ImportsPage(
        List<Line> own, List<Fault> faults, FormErrors errors, int limit, List<CutOff> cutOffs) {

    /// @param code of the score
    /// @param said who chose it and when, or that nobody did
    public record CutOff(
            String code,
            String label,
            String source,
            List<AssessmentFormPage.Choice> choices,
            String said) {}

    /// @param tone the colour class of the state
    public record Line(
            String id,
            String title,
            String version,
            String state,
            String tone,
            String when,
            String right) {}

    /// @param line « 12 », or empty when what is wrong has no line
    public record Fault(String line, String sentence) {}

    static List<Fault> faults(List<FhirFile.Place> places) {
        return places.stream()
                .map(place ->
                        new Fault(
                                place.line() == 0 ? "" : String.valueOf(place.line()),
                                place.sentence()))
                .toList();
    }
}
