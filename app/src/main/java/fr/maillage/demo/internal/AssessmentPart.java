package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Evaluations and the problems they found.
final class AssessmentPart extends LifePart {

    AssessmentPart(Life life) {
        super(life);
    }

    /// AGGIR, completed: eight letters in the order of the tool, whose GIR the caller knows from
    /// the table of the code (CASF, annexe 2-2).
    void aggir(LocalDate on, Aggir profile, int age) {
        var at = at(on);
        var response = id(at);
        copy.add(
                Into.RESPONSE,
                network,
                response,
                id,
                "https://maillage.example/fhir/Questionnaire/aggir",
                "1.0.0",
                "aggir",
                "AGGIR – groupe iso-ressources",
                "TERMINEE",
                on,
                "DOMICILE",
                List.of("PERSONNE", "FAMILLE"),
                profile.answers(age),
                coordinator.account(),
                coordinator.name(),
                at,
                at);
        copy.add(
                Into.SCORE,
                network,
                response,
                id,
                "gir",
                "GIR",
                profile.gir(),
                "GIR " + profile.gir(),
                profile.gir() == 6 ? "OK" : profile.gir() <= 2 ? "ALERTE" : "ATTENTION",
                on,
                "GIR " + profile.gir(),
                "GIR 1 à 4 : ouvre droit à l’APA ; GIR 5 et 6 : non",
                null);
        line(at, "EVALUATION", "AGGIR : GIR " + profile.gir(), null, "/evaluations", true);
    }

    /// A multidimensional evaluation still being written, with what was found so far.
    void multidimensional(LocalDate on, int age, Map<String, String> found) {
        var at = at(on);
        var answers = new java.util.TreeMap<>(found);
        answers.put("cadre.date", on.toString());
        answers.put("cadre.age", String.valueOf(age));
        answers.put("cadre.lieu", "domicile");
        copy.add(
                Into.RESPONSE,
                network,
                id(at),
                id,
                "https://maillage.example/fhir/Questionnaire/evaluation-multidimensionnelle",
                "1.0.0",
                "evaluation-multidimensionnelle",
                "Évaluation multidimensionnelle",
                "BROUILLON",
                on,
                "DOMICILE",
                List.of("PERSONNE", "FAMILLE"),
                json(answers),
                coordinator.account(),
                coordinator.name(),
                at,
                null);
        line(
                at,
                "EVALUATION",
                "Évaluation multidimensionnelle commencée",
                null,
                "/evaluations",
                true);
    }

    private static String json(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(a ->
                        "\""
                                + a.getKey()
                                + "\":[\""
                                + a.getValue().replace("\\", "\\\\").replace("\"", "\\\"")
                                + "\"]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    UUID problem(
            String label,
            String domain,
            @Nullable String severity,
            LocalDate since,
            @Nullable String because) {
        var made = id(at(since));
        copy.add(
                Into.PROBLEM,
                network,
                made,
                id,
                null,
                label,
                domain,
                severity,
                "RETENU",
                because,
                null,
                since,
                null,
                coordinator.name());
        return made;
    }
}
