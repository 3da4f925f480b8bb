package fr.maillage.visit.internal;

import fr.maillage.web.Submission;
import java.util.List;

/// A visit to prepare, as typed.
///
/// @param appointment identifier of a planned visit, or empty: a visit of now
/// @param questionnaires codes
public record PrepareForm(String appointment, List<String> questionnaires, String directions) {

    static final int LONGEST = 500;

    static PrepareForm of(Submission sent) {
        return new PrepareForm(
                sent.text("appointment"),
                sent.values().getOrDefault("questionnaire", List.of()).stream()
                        .filter(code -> !code.isBlank())
                        .distinct()
                        .toList(),
                sent.text("directions").replace("\0", ""));
    }
}
