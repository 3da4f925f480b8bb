package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The engine over the real definitions, built once for all tests, and short ways to write answers.
final class Engines {

    static final QuestionnaireEngine ENGINE =
            QuestionnaireEngine.fromClasspath(FhirContext.forR4Cached());
    static final String AGGIR = "https://maillage.example/fhir/Questionnaire/aggir|1.0.0";
    static final String MULTI =
            "https://maillage.example/fhir/Questionnaire/evaluation-multidimensionnelle|1.0.0";

    private Engines() {}

    static Evaluation evaluate(String canonical, Map<String, String> answers) {
        var posted = new LinkedHashMap<String, List<String>>();
        answers.forEach((linkId, value) -> posted.put(linkId, List.of(value.split("\\|"))));
        return ENGINE.evaluate(canonical, posted);
    }
}
