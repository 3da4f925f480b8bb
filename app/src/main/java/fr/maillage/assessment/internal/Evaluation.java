package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine makes of a set of answers, as a whole and immutable.
///
/// `canonical` is the questionnaire's `url|version`. `answers` are the raw values as posted,
/// readable or not. `errors` holds one French sentence by linkId. `hidden` are the linkIds answered
/// but not asked any more: kept, not counted. `setAside` says, by group, why it was not assessed;
/// `absent` the reason given for a question, a group or the whole (the empty linkId). `response` is
/// the FHIR QuestionnaireResponse as JSON, status in-progress, with everything that was typed.
record Evaluation(
        String canonical,
        String engineVersion,
        Map<String, List<String>> answers,
        Map<String, String> errors,
        Set<String> visible,
        Set<String> hidden,
        Map<String, Computed> computed,
        Map<String, String> setAside,
        Map<String, Absence> absent,
        List<Score> scores,
        List<ProblemProposal> problems,
        List<Progress> progress,
        String response) {

    /// A computed value: `text` as FHIR writes it; `number` is exact, null when the value is no
    /// number.
    record Computed(String text, @Nullable BigDecimal number) {}

    /// How far one group of the form is. `required` counts the visible required questions,
    /// `missing` those without an answer. `setAside` is the reason why the whole group was not
    /// assessed; null when it was.
    record Progress(
            String group,
            String title,
            int required,
            int answered,
            List<String> missing,
            int errors,
            @Nullable String setAside) {
        boolean complete() {
            return missing.isEmpty() && errors == 0;
        }
    }

    /// True when every required question is answered and every answer could be read.
    boolean complete() {
        return errors.isEmpty() && progress.stream().allMatch(Progress::complete);
    }

    Optional<Score> score(String code) {
        return scores.stream().filter(score -> score.code().equals(code)).findFirst();
    }

    Optional<BigDecimal> number(String linkId) {
        return Optional.ofNullable(computed.get(linkId)).map(Computed::number);
    }

    /// Answers are health data: a log line shows how many there are, never what they say.
    @Override
    public String toString() {
        return "Evaluation["
                + canonical
                + ", "
                + answers.size()
                + " answers, "
                + errors.size()
                + " errors]";
    }
}
