package fr.maillage.assessment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionConditionKind;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.jspecify.annotations.Nullable;

/// From a finding to a problem to consider. A rule only proposes: the coordinator keeps, rewords or
/// sets aside.
///
/// Read from a FHIR `PlanDefinition` of type eca-rule whose `relatedArtifact` names the
/// questionnaire and its version. `title` and `reason` are expressions: the sentence quotes the
/// finding.
record ProblemRule(
        String id,
        String code,
        String label,
        ProblemProposal.Domain domain,
        boolean urgent,
        String source,
        ExpressionNode condition,
        @Nullable ExpressionNode title,
        ExpressionNode reason) {

    private static final String DOMAINS =
            "https://maillage.example/fhir/CodeSystem/domaine-probleme";
    private static final String PROBLEMS = "https://maillage.example/fhir/CodeSystem/probleme";

    static List<ProblemRule> of(PlanDefinition plan, FhirPath path) {
        var rules = new ArrayList<ProblemRule>();
        for (var action : plan.getAction()) rules.add(of(action, path));
        return List.copyOf(rules);
    }

    private static ProblemRule of(PlanDefinitionActionComponent action, FhirPath path) {
        var where = "rule " + action.getId();
        var condition = action.getConditionFirstRep();
        if (action.getCondition().size() != 1
                || condition.getKind() != ActionConditionKind.APPLICABILITY)
            throw new IllegalArgumentException(where + ": one applicability condition is expected");
        return new ProblemRule(
                action.getId(),
                code(action, PROBLEMS),
                action.getTitle(),
                ProblemProposal.Domain.of(code(action, DOMAINS)),
                action.hasPriority()
                        && action.getPriority() != PlanDefinition.RequestPriority.ROUTINE,
                action.getDocumentationFirstRep().getCitation(),
                path.parse(where, condition.getExpression()),
                expression(action, "title", path),
                Objects.requireNonNull(expression(action, "description", path), where));
    }

    private static String code(PlanDefinitionActionComponent action, String system) {
        return action.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "rule " + action.getId() + ": no code of " + system));
    }

    private static @Nullable ExpressionNode expression(
            PlanDefinitionActionComponent action, String field, FhirPath path) {
        for (var value : action.getDynamicValue())
            if (field.equals(value.getPath()))
                return path.parse("rule " + action.getId(), value.getExpression());
        return null;
    }
}
