package fr.maillage.assessment.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When, where and with whom an evaluation was made. A definition that asks it itself does so under
/// `cadre.date`, `cadre.lieu` and `cadre.participants`, and is not asked twice; for the others the
/// form has these fields.
///
/// Source: guide DGOS 2012, fiche D3, principe 5 (evaluation with the attending doctor, the person
/// and the family) and fiche O1 (home visit).
record AssessmentContext(@Nullable LocalDate onDate, String setting, List<String> participants) {

    private static final Map<String, String> PLACES =
            Map.of(
                    "domicile", "DOMICILE",
                    "hopital", "HOPITAL",
                    "etablissement", "ETABLISSEMENT",
                    "structure", "BUREAU",
                    "distance", "TELEPHONE");
    private static final Map<String, String> PEOPLE =
            Map.of(
                    "personne", "PERSONNE",
                    "famille", "FAMILLE",
                    "mt", "MEDECIN_TRAITANT",
                    "idel", "INFIRMIER",
                    "expert", "EXPERT",
                    "social", "SOCIAL",
                    "aide", "AIDE",
                    "representant", "REPRESENTANT");

    AssessmentContext {
        participants = List.copyOf(participants);
    }

    /// Whether the questionnaire asks where and with whom.
    static boolean askedBy(Definition definition) {
        return definition.items.containsKey("cadre.date")
                && definition.items.containsKey("cadre.lieu");
    }

    /// The answer to `cadre.lieu` that says this setting; empty when the questionnaire has no such
    /// option.
    static List<String> place(String setting) {
        return PLACES.entrySet().stream()
                .filter(place -> place.getValue().equals(setting))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What the answers of such a questionnaire say; `otherwise` where they say nothing yet.
    static AssessmentContext of(Map<String, List<String>> answers, AssessmentContext otherwise) {
        var place = PLACES.get(first(answers, "cadre.lieu"));
        return new AssessmentContext(
                date(first(answers, "cadre.date"), otherwise.onDate()),
                place == null ? otherwise.setting() : place,
                answers.getOrDefault("cadre.participants", List.of()).stream()
                        .map(code -> PEOPLE.getOrDefault(code, code))
                        .toList());
    }

    private static String first(Map<String, List<String>> answers, String linkId) {
        var values = answers.getOrDefault(linkId, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static @Nullable LocalDate date(String iso, @Nullable LocalDate otherwise) {
        try {
            return iso.isEmpty() ? otherwise : LocalDate.parse(iso);
        } catch (DateTimeException _) {
            return otherwise; // the engine says what is wrong with it, beside the question
        }
    }
}
