package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.assessment.Expressions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// [Expressions] by the FHIRPath of the questionnaires. HAPI takes a second to be ready: made when
/// the first condition is read, not at start.
@Component
class FactExpressions implements Expressions {

    private final Supplier<FhirPath> path =
            SingletonSupplier.of(() ->
                    Questionnaires.withOwnLoader(() -> new FhirPath(FhirContext.forR4Cached())));

    @Override
    public Condition read(String where, String expression, Set<String> facts) {
        var read = read(where, expression);
        for (var name : read.names())
            if (!facts.contains(name))
                throw new IllegalArgumentException(where + ": no fact is called " + name);
        return read;
    }

    @Override
    public Condition read(String where, String expression) {
        var engine = path.get();
        var node = engine.parse(where, expression);
        return new Read(engine, where, node, FhirPath.variablesOf(node));
    }

    private record Read(FhirPath engine, String where, ExpressionNode node, Set<String> names)
            implements Condition {

        @Override
        public boolean holds(Map<String, List<?>> facts) {
            var nothing = new QuestionnaireResponse();
            return engine.isTrue(
                    where,
                    name ->
                            facts.getOrDefault(name, List.of()).stream()
                                    .map(FactExpressions::base)
                                    .toList(),
                    nothing,
                    nothing,
                    node,
                    System.nanoTime() + QuestionnaireEngine.LIMIT.toNanos());
        }
    }

    private static Base base(Object value) {
        return switch (value) {
            case Integer number -> new IntegerType(number);
            case BigDecimal number -> new DecimalType(number);
            case Boolean truth -> new BooleanType(truth);
            case String words -> new StringType(words);
            default -> throw new IllegalArgumentException("a fact is a number, a truth or a word");
        };
    }
}
