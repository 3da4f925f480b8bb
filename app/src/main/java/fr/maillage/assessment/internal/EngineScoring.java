package fr.maillage.assessment.internal;

import fr.maillage.assessment.Scoring;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.springframework.stereotype.Component;

/// The door of the engine for other modules.
@Component
class EngineScoring implements Scoring {

    private final Questionnaires questionnaires;

    EngineScoring(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    @Override
    public Scored score(String code, Map<String, List<String>> answers, Filed filed) {
        var engine = questionnaires.engine();
        var definition =
                engine.latest(
                        engine.definitions().stream()
                                .filter(d -> d.url.endsWith("/" + code))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("no " + code))
                                .url);
        return score(engine, definition, answers, filed);
    }

    @Override
    public Scored scoreBy(String text, Map<String, List<String>> answers, Filed filed) {
        var engine = questionnaires.engine();
        var definition = engine.compileAgain(Questionnaires.parsed(text));
        return score(
                engine.with(
                        canonical -> canonical.equals(definition.canonical()) ? definition : null),
                definition,
                answers,
                filed);
    }

    private static Scored score(
            QuestionnaireEngine engine,
            Definition definition,
            Map<String, List<String>> answers,
            Filed filed) {
        var evaluation = engine.evaluate(definition.canonical(), answers);
        var asked = AssessmentContext.askedBy(definition);
        var context =
                AssessmentContext.of(
                        evaluation.answers(), new AssessmentContext(null, "DOMICILE", List.of()));
        var done =
                evaluation.scores().stream()
                        .filter(score ->
                                score.state() == fr.maillage.assessment.internal.Score.State.DONE)
                        .toList();
        return new Scored(
                definition.url,
                definition.version,
                definition.title,
                AssessmentText.completed(definition.title, done),
                asked ? context.setting() : null,
                asked ? context.participants() : List.of(),
                evaluation.answers(),
                engine.filed(
                        evaluation,
                        new QuestionnaireEngine.Filing(
                                QuestionnaireResponseStatus.COMPLETED,
                                filed.id().toString(),
                                "Patient/" + filed.patient(),
                                "Practitioner/" + filed.author(),
                                filed.at())),
                evaluation.progress().stream().flatMap(part -> part.missing().stream()).toList(),
                evaluation.scores().stream()
                        .map(score ->
                                new Scoring.Score(
                                        score.code(),
                                        score.label(),
                                        score.value(),
                                        score.bandLabel(),
                                        AssessmentRepository.severity(score.severity()),
                                        score.text(),
                                        score.state().name(),
                                        score.cutOff(),
                                        score.meaning(),
                                        score.reason()))
                        .toList(),
                evaluation.problems().stream()
                        .map(problem ->
                                new Finding(
                                        definition.keyOf(problem),
                                        problem.label(),
                                        AssessmentRepository.domain(problem.domain()),
                                        problem.reason(),
                                        problem.source(),
                                        problem.urgent()))
                        .toList());
    }
}
