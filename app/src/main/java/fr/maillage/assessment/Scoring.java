package fr.maillage.assessment;

import fr.maillage.kernel.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the definition of a questionnaire makes of answers that come otherwise than through its
/// form (demonstration, import of evaluations made on paper): the same engine, the same scores, the
/// same response to keep. Writes nothing; the caller keeps what it gets.
public interface Scoring {

    /// Scores answers and makes the completed FHIR QuestionnaireResponse.
    ///
    /// @param code `aggir`, `evaluation-multidimensionnelle`…
    /// @param answers linkId → values, as the form would post them
    /// @throws IllegalArgumentException when there is no such questionnaire
    /// @throws IllegalStateException when an answer cannot be read
    Scored score(String code, Map<String, List<String>> answers, Filed filed);

    /// As [#score], by a questionnaire that is not shipped.
    ///
    /// @param definition the FHIR Questionnaire, as JSON
    /// @throws IllegalArgumentException when it is none the engine takes
    Scored scoreBy(String definition, Map<String, List<String>> answers, Filed filed);

    /// Under which id, about whom, by whom and when the response is kept.
    record Filed(UUID id, PatientId patient, UUID author, Instant at) {}

    /// @param words what the lifeline says: the title and the scores done
    /// @param setting DOMICILE, HOPITAL…, where the questionnaire asks it; else null
    /// @param participants PERSONNE, FAMILLE…, where the questionnaire asks them
    /// @param response the FHIR QuestionnaireResponse, as JSON
    /// @param missing linkIds of the required questions without an answer
    record Scored(
            String url,
            String version,
            String title,
            String words,
            @Nullable String setting,
            List<String> participants,
            Map<String, List<String>> answers,
            String response,
            List<String> missing,
            List<Score> scores,
            List<Finding> findings) {
        @Override
        public String toString() {
            return "Scored[" + url + ", " + answers.size() + " answers]";
        }
    }

    /// A score as it is kept, in the order of the questionnaire.
    ///
    /// @param severity OK, ATTENTION, ALERTE or null
    /// @param state DONE, INCOMPLETE, NOT_DONE or NOT_APPLICABLE
    record Score(
            String code,
            String label,
            @Nullable BigDecimal value,
            @Nullable String classLabel,
            @Nullable String severity,
            String shown,
            String state,
            String cutOff,
            @Nullable String meaning,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Score[" + code + ", " + state + "]";
        }
    }

    /// A problem that the answers suggest.
    ///
    /// @param code one open problem of a person at most has it
    /// @param domain MEDICAL, PSYCHOLOGIQUE, SOCIAL, AUTONOMIE, ENVIRONNEMENT or AIDANT
    record Finding(
            String code,
            String label,
            String domain,
            String because,
            String source,
            boolean urgent) {
        @Override
        public String toString() {
            return "Finding[" + domain + "]";
        }
    }
}
