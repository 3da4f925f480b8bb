package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
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

        private final String where;

        ExpressionFailed(String where) {
            super("expression of " + where + " failed");
            this.where = where;
        }

        /// The linkId of the question, or what else holds it.
        String where() {
            return where;
        }
    }

    /// An expression that runs longer than it may is cut: a few `select` inside each other run for
    /// hours.
    static final class TooLong extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final String where;

        TooLong(String where) {
            super("expression of " + where + " was cut: it takes too long");
            this.where = where;
        }

        /// The linkId of the question, or what else holds it.
        String where() {
            return where;
        }
    }

    private static final Set<String> BUILT_IN =
            Set.of("resource", "rootResource", "context", "ucum");

    /// Functions of the SDC guide that FHIRPath itself does not have: the points of answers.
    private static final Set<String> POINTS = Set.of("ordinal", "weight");

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
            return Guarded.copy(engine.parse(expression));
        } catch (FHIRLexer.FHIRLexerException | PathEngineException e) {
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

    /// The texts an expression quotes: among them the linkIds it looks for. Those it leaves out
    /// (`linkId != 'total'`) are not in it.
    static Set<String> textsOf(ExpressionNode expression) {
        var texts = new HashSet<String>();
        walk(
                expression,
                constant -> {
                    if (constant instanceof StringType text) texts.add(text.getValue());
                });
        return texts;
    }

    private static void collect(ExpressionNode expression, Set<String> names) {
        walk(
                expression,
                constant -> {
                    if (constant instanceof FHIRConstant name)
                        names.add(name.getValue().substring(1));
                });
    }

    private static void walk(@Nullable ExpressionNode node, Consumer<Base> constants) {
        if (node == null) return;
        if (node.getKind() == ExpressionNode.Kind.Constant && node.getConstant() != null)
            constants.accept(node.getConstant());
        walk(node.getGroup(), constants);
        if (node.getParameters() != null)
            node.getParameters().forEach(parameter -> walk(parameter, constants));
        walk(node.getInner(), constants);
        var next = node.getOpNext();
        if (next != null
                && node.getOperation() == ExpressionNode.Operation.NotEquals
                && next.getConstant() instanceof StringType) next = next.getOpNext();
        walk(next, constants);
    }

    /// @param deadline [System#nanoTime] after which it is cut. Throws `TooLong` then, and
    ///   `ExpressionFailed` for any other failure
    List<Base> evaluate(
            String where,
            Scope scope,
            QuestionnaireResponse response,
            Base base,
            ExpressionNode expression,
            long deadline) {
        var outer = Guarded.DEADLINE.get();
        Guarded.DEADLINE.set(deadline);
        try {
            return engine.evaluate(scope, response, response, base, expression);
        } catch (DefinitionProblem | ExpressionFailed | TooLong e) {
            throw e;
        } catch (Guarded.Cut _) {
            throw new TooLong(where);
        } catch (RuntimeException | StackOverflowError _) {
            throw new ExpressionFailed(where);
        } finally {
            if (outer == null) Guarded.DEADLINE.remove();
            else Guarded.DEADLINE.set(outer);
        }
    }

    /// Nothing and several values count as not true.
    boolean isTrue(
            String where,
            Scope scope,
            QuestionnaireResponse response,
            Base base,
            ExpressionNode expression,
            long deadline) {
        var found = evaluate(where, scope, response, base, expression, deadline);
        return found.size() == 1 && "true".equals(found.getFirst().primitiveValue());
    }

    /// A node that looks at the clock each time it is executed. HAPI has no limit of its own: its
    /// engine asks every node for its kind, and that is where it can be stopped.
    private static final class Guarded extends ExpressionNode {

        private static final ThreadLocal<@Nullable Long> DEADLINE = new ThreadLocal<>();

        private static final class Cut extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Cut() {
                super(null, null, false, false);
            }
        }

        private Guarded(ExpressionNode source) {
            super(Integer.parseInt(source.getUniqueId()));
        }

        static ExpressionNode copy(ExpressionNode source) {
            var copy = new Guarded(source);
            copy.setKind(source.getKind());
            copy.setName(source.getName());
            copy.setConstant(source.getConstant());
            copy.setProximal(source.isProximal());
            copy.setOperation(source.getOperation());
            copy.setStart(source.getStart());
            copy.setEnd(source.getEnd());
            copy.setOpStart(source.getOpStart());
            copy.setOpEnd(source.getOpEnd());
            if (source.getFunction() != null) copy.setFunction(source.getFunction());
            if (source.getParameters() != null)
                for (var parameter : source.getParameters())
                    copy.getParameters().add(copy(parameter));
            if (source.getGroup() != null) copy.setGroup(copy(source.getGroup()));
            if (source.getInner() != null) copy.setInner(copy(source.getInner()));
            if (source.getOpNext() != null) copy.setOpNext(copy(source.getOpNext()));
            return copy;
        }

        @Override
        public Kind getKind() {
            var deadline = DEADLINE.get();
            if (deadline != null && System.nanoTime() - deadline > 0) throw new Cut();
            return super.getKind();
        }
    }

    /// `%name` and the points of answers: no other functions of ours, no terminology, no references
    /// to follow.
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
        public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
            return POINTS.contains(name) ? new FunctionDetails("points of answers", 0, 0) : null;
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

        /// The points of each coded answer, or of each answer of a response item; nothing for one
        /// without points.
        @Override
        public List<Base> executeFunction(
                FHIRPathEngine engine,
                Object scope,
                List<Base> focus,
                String name,
                List<List<Base>> parameters) {
            var found = new ArrayList<Base>();
            for (var one : focus) {
                var value =
                        one
                                        instanceof
                                        QuestionnaireResponse
                                                        .QuestionnaireResponseItemAnswerComponent
                                                answer
                                ? answer.getValue()
                                : one;
                if (value instanceof Element element && element.hasExtension(SdcUrls.ORDINAL))
                    found.add(element.getExtensionByUrl(SdcUrls.ORDINAL).getValue());
            }
            return found;
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
