package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRLexer;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FHIRConstant;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/// FHIRPath over responses. Expressions are parsed when a definition is loaded and shared by all
/// threads afterwards; `%variables` are asked from the scope of the evaluation under way.
final class FhirPath {

    /// Where an expression is evaluated: it answers for the `%variables` seen from there.
    interface Scope {
        /// The values of a variable, possibly none. Throws `IllegalStateException` for a name
        /// nobody declares.
        List<Base> variable(String name);
    }

    /// An expression failed. Names the question and nothing that was answered: the engine's own
    /// message may quote answers.
    static final class ExpressionFailed extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ExpressionFailed(String where) {
            super("expression of " + where + " failed");
        }
    }

    private static final Set<String> BUILT_IN =
            Set.of("resource", "rootResource", "context", "ucum");

    private final FHIRPathEngine engine;

    FhirPath(FhirContext context) {
        engine =
                new FHIRPathEngine(
                        new HapiWorkerContext(
                                context, new DefaultProfileValidationSupport(context)));
        engine.setHostServices(new Variables());
    }

    /// Throws `IllegalArgumentException` when the expression is not FHIRPath.
    ExpressionNode parse(String where, Expression expression) {
        if (!"text/fhirpath".equals(expression.getLanguage()))
            throw new IllegalArgumentException(where + ": only text/fhirpath expressions are read");
        return parse(where, expression.getExpression());
    }

    ExpressionNode parse(String where, String expression) {
        try {
            return engine.parse(expression);
        } catch (FHIRLexer.FHIRLexerException e) {
            throw new IllegalArgumentException(where + ": not FHIRPath: " + expression, e);
        }
    }

    /// The `%names` an expression uses, wherever they stand in it, those FHIRPath itself defines
    /// excepted.
    static Set<String> variablesOf(ExpressionNode expression) {
        var names = new HashSet<String>();
        collect(expression, names);
        names.removeAll(BUILT_IN);
        return names;
    }

    private static void collect(@Nullable ExpressionNode node, Set<String> names) {
        if (node == null) return;
        if (node.getKind() == ExpressionNode.Kind.Constant
                && node.getConstant() instanceof FHIRConstant constant)
            names.add(constant.getValue().substring(1));
        collect(node.getGroup(), names);
        if (node.getParameters() != null)
            node.getParameters().forEach(parameter -> collect(parameter, names));
        collect(node.getInner(), names);
        collect(node.getOpNext(), names);
    }

    List<Base> evaluate(
            String where,
            Scope scope,
            QuestionnaireResponse response,
            Base base,
            ExpressionNode expression) {
        try {
            return engine.evaluate(scope, response, response, base, expression);
        } catch (DefinitionProblem | ExpressionFailed e) {
            throw e;
        } catch (RuntimeException _) {
            throw new ExpressionFailed(where);
        }
    }

    /// Nothing and several values count as not true.
    boolean isTrue(
            String where,
            Scope scope,
            QuestionnaireResponse response,
            Base base,
            ExpressionNode expression) {
        var found = evaluate(where, scope, response, base, expression);
        return found.size() == 1 && "true".equals(found.getFirst().primitiveValue());
    }

    /// `%name` and nothing else: no functions of ours, no terminology, no references to follow.
    private static final class Variables implements IHostApplicationServices {

        @Override
        public List<Base> resolveConstant(
                FHIRPathEngine engine,
                Object scope,
                String name,
                FHIRPathConstantEvaluationMode mode) {
            if (mode != FHIRPathConstantEvaluationMode.EXPLICIT) return List.of();
            return ((Scope) scope).variable(name.startsWith("%") ? name.substring(1) : name);
        }

        @Override
        public TypeDetails resolveConstantType(
                FHIRPathEngine engine,
                Object scope,
                String name,
                FHIRPathConstantEvaluationMode mode) {
            throw new PathEngineException("types are not checked here");
        }

        /// `trace()` would print answers: swallowed.
        @Override
        public boolean log(String argument, List<Base> focus) {
            return true;
        }

        @Override
        public FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
            throw new PathEngineException("no function " + name);
        }

        @Override
        public TypeDetails checkFunction(
                FHIRPathEngine engine,
                Object scope,
                String name,
                TypeDetails focus,
                List<TypeDetails> parameters) {
            throw new PathEngineException("no function " + name);
        }

        @Override
        public List<Base> executeFunction(
                FHIRPathEngine engine,
                Object scope,
                List<Base> focus,
                String name,
                List<List<Base>> parameters) {
            throw new PathEngineException("no function " + name);
        }

        @Override
        public Base resolveReference(FHIRPathEngine engine, Object scope, String url, Base from) {
            throw new PathEngineException("references are not followed");
        }

        @Override
        public boolean conformsToProfile(
                FHIRPathEngine engine, Object scope, Base item, String url) {
            throw new PathEngineException("profiles are not checked");
        }

        @Override
        public ValueSet resolveValueSet(FHIRPathEngine engine, Object scope, String url) {
            throw new PathEngineException("value sets are not read");
        }

        @Override
        public boolean paramIsType(String name, int index) {
            return false;
        }
    }
}
