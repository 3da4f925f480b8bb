package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Reads, shows and scores any questionnaire from its FHIR definition alone: there is no code per
/// tool.
///
/// Definitions are compiled once, at construction, where a faulty one is refused
/// (`DefinitionProblem`, `IllegalArgumentException`). Afterwards the engine is immutable and may
/// serve any number of threads. It writes no log: answers are health data.
///
/// Scoring: SDC `variable` and `calculatedExpression` in FHIRPath. A missing answer gives no score,
/// never a zero.
final class QuestionnaireEngine {

    /// Kept with every response. To be raised when the engine could give another result for the
    /// same definition.
    static final String VERSION = "1";

    /// How long the expressions of one evaluation may take together; the longest shipped
    /// questionnaire takes some milliseconds.
    static final Duration LIMIT = Duration.ofSeconds(3);

    /// For the first run of each definition, on a machine that has only just started.
    private static final Duration AT_START = Duration.ofMinutes(2);

    /// Who and when, for a response to be filed. References are FHIR (`Patient/…`), never names.
    record Filing(
            QuestionnaireResponseStatus status,
            String id,
            @Nullable String subject,
            @Nullable String author,
            Instant authored) {}

    private final FhirContext context;
    private final FhirPath path;
    private final Responses responses;
    private final Map<String, Definition> byCanonical;
    private final Function<String, @Nullable Definition> elsewhere;

    QuestionnaireEngine(
            FhirContext context,
            Collection<Questionnaire> questionnaires,
            Collection<PlanDefinition> problemRules) {
        this(context, new FhirPath(context), questionnaires, problemRules, _ -> null);
    }

    private QuestionnaireEngine(
            FhirContext context,
            FhirPath path,
            Collection<Questionnaire> questionnaires,
            Collection<PlanDefinition> problemRules,
            Function<String, @Nullable Definition> elsewhere) {
        this.context = context;
        this.path = path;
        this.elsewhere = elsewhere;
        responses = new Responses(context, this::definition);
        var rules = new HashMap<String, List<ProblemRule>>();
        for (var plan : problemRules) {
            var compiled = ProblemRule.of(plan, path);
            for (var related : plan.getRelatedArtifact())
                if (related.getType() == RelatedArtifactType.DEPENDSON)
                    rules.merge(related.getResource(), compiled, QuestionnaireEngine::concat);
        }
        var definitions = new LinkedHashMap<String, Definition>();
        for (var source : questionnaires) {
            var canonical = source.getUrl() + "|" + source.getVersion();
            var definition = new Definition(source, rules.getOrDefault(canonical, List.of()), path);
            if (definitions.put(canonical, definition) != null)
                throw new DefinitionProblem(
                        canonical, List.of(new Fault(Fault.Kind.IDENTITY, "", "twice")));
        }
        byCanonical = Collections.unmodifiableMap(definitions);
        for (var definition : byCanonical.values()) prove(definition, AT_START);
    }

    /// The questionnaires and rules of the classpath, `assessment/questionnaires` and
    /// `assessment/problem-rules`.
    static QuestionnaireEngine fromClasspath(FhirContext context) {
        return new QuestionnaireEngine(
                context,
                read(context, Questionnaire.class, "classpath*:assessment/questionnaires/*.json"),
                read(context, PlanDefinition.class, "classpath*:assessment/problem-rules/*.json"));
    }

    private static <R extends Resource> List<R> read(
            FhirContext context, Class<R> type, String pattern) {
        try {
            var found = new ArrayList<R>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern))
                try (var in = resource.getInputStream()) {
                    found.add(context.newJsonParser().parseResource(type, in));
                }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every definition and version known, in loading order.
    List<Definition> definitions() {
        return List.copyOf(byCanonical.values());
    }

    /// The exact version, for a response already begun. Throws `IllegalArgumentException` when it
    /// is not known.
    Definition definition(String canonical) {
        var found = byCanonical.get(canonical);
        if (found == null) found = elsewhere.apply(canonical);
        if (found == null) throw new IllegalArgumentException("no questionnaire " + canonical);
        return found;
    }

    /// As [#definition], empty when it is not known any more.
    Optional<Definition> known(String canonical) {
        var found = byCanonical.get(canonical);
        return Optional.ofNullable(found == null ? elsewhere.apply(canonical) : found);
    }

    /// The highest version of a questionnaire, for a new response.
    Definition latest(String url) {
        return byCanonical.values().stream()
                .filter(definition -> definition.url.equals(url))
                .max((a, b) -> compareVersions(a.version, b.version))
                .orElseThrow(() -> new IllegalArgumentException("no questionnaire " + url));
    }

    /// The answers among the parameters of a posted form: those named `r.<linkId>`.
    static Map<String, List<String>> answersPosted(Map<String, String[]> parameters) {
        var answers = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(FormViews.PREFIX))
                answers.put(name.substring(FormViews.PREFIX.length()), List.of(values));
        });
        return answers;
    }

    /// Evaluates flat answers, by linkId, as a form posts them. Never fails because of what was
    /// typed: what cannot be read is told in `errors` and kept in the response.
    Evaluation evaluate(String canonical, Map<String, List<String>> answers) {
        var definition = definition(canonical);
        var read = AnswerReader.read(definition, answers);
        var calculation = new Calculation(definition, path, read.typed(), read.absent(), LIMIT);
        var cut = false;
        try {
            calculation.run();
        } catch (DefinitionProblem | FhirPath.ExpressionFailed | FhirPath.TooLong _) {
            cut = true;
            calculation.withoutComputing();
        }
        var findings = findings(definition, calculation, cut);
        var hidden = new LinkedHashSet<String>();
        for (var item : definition.items.values())
            if ((!calculation.visible().contains(item) || calculation.absence(item) != null)
                    && (read.typed().containsKey(item)
                            || read.unreadable().containsKey(item.linkId))) hidden.add(item.linkId);
        var errors = new LinkedHashMap<>(read.errors());
        errors.keySet().removeAll(hidden); // nobody can mend a question that is not shown
        var computed = new LinkedHashMap<String, Evaluation.Computed>();
        calculation
                .computed()
                .forEach((item, value) ->
                        computed.put(
                                item.linkId,
                                new Evaluation.Computed(
                                        value.primitiveValue(), Findings.number(value))));
        return new Evaluation(
                canonical,
                VERSION,
                Responses.shown(read),
                Collections.unmodifiableMap(errors),
                linkIds(calculation.visible()),
                Collections.unmodifiableSet(hidden),
                Collections.unmodifiableMap(computed),
                findings.setAside(),
                read.absent(),
                findings.scores(),
                findings.problems(),
                findings.progress(errors.keySet()),
                responses.json(calculation.response(), read, hidden));
    }

    /// Scores and rules ask expressions too: where one of them fails, all are given up.
    private static Findings findings(Definition definition, Calculation calculation, boolean cut) {
        try {
            return new Findings(definition, calculation, cut);
        } catch (DefinitionProblem | FhirPath.ExpressionFailed | FhirPath.TooLong _) {
            return new Findings(definition, calculation.withoutComputing(), true);
        }
    }

    /// The form of an evaluation, for the one template that renders every questionnaire.
    FormView form(Evaluation evaluation) {
        return FormViews.of(definition(evaluation.canonical()), evaluation);
    }

    /// The answers of a filed or draft response, as `evaluate` takes them: hidden and unreadable
    /// ones included.
    Map<String, List<String>> answersOf(String response) {
        return responses.answersOf(response);
    }

    /// The response of an evaluation with its status, its author and its date, as JSON to keep.
    /// Throws `IllegalStateException` while an answer of a completed one cannot be read.
    String filed(Evaluation evaluation, Filing filing) {
        return responses.filed(evaluation, filing);
    }

    /// What a form of this definition holds before anybody answers: its fixed values, and what its
    /// `initialExpression`s find in the file. One that fails or gives what cannot be answered
    /// leaves its question empty.
    Map<String, List<String>> initial(String canonical, Population population) {
        var definition = definition(canonical);
        var known = population.values();
        var calculation = new Calculation(definition, path, Map.of(), Map.of(), LIMIT).prepare();
        var found = new LinkedHashMap<String, List<String>>();
        for (var item : definition.items.values()) {
            if (!item.isQuestion()) continue;
            var values =
                    item.initialExpression == null
                            ? item.initial.stream().map(AnswerReader::posted).toList()
                            : initial(calculation, item, item.initialExpression, known);
            if (!values.isEmpty()) found.put(item.linkId, values);
        }
        found.keySet()
                .removeAll(AnswerReader.read(definition, Map.copyOf(found)).errors().keySet());
        return found;
    }

    private static List<String> initial(
            Calculation calculation,
            Item item,
            ExpressionNode expression,
            Map<String, List<Base>> known) {
        try {
            return calculation.evaluate(item.linkId, item, expression, known).stream()
                    .map(AnswerReader::postedBase)
                    .filter(value -> !value.isEmpty())
                    .toList();
        } catch (DefinitionProblem | FhirPath.ExpressionFailed | FhirPath.TooLong _) {
            return List.of();
        }
    }

    /// Compiles a definition that is not shipped and runs each of its expressions once. Throws
    /// `DefinitionProblem` with what is wrong.
    Definition compile(Questionnaire source, Duration limit) {
        var definition = new Definition(source, List.of(), path);
        prove(definition, limit);
        return definition;
    }

    /// As [#compile], of one that was proved when it was published.
    Definition compileAgain(Questionnaire source) {
        return new Definition(source, List.of(), path);
    }

    /// A faulty expression must stop the start, or the import, not the assessment of a person: each
    /// one runs over no answers, then all of them over the first and over the last answers of every
    /// list.
    private void prove(Definition definition, Duration limit) {
        try {
            new Trials(definition, path, limit).run();
        } catch (FhirPath.TooLong e) {
            throw new DefinitionProblem(
                    definition.canonical(), List.of(new Fault(Fault.Kind.SLOW, e.where(), "")));
        } catch (FhirPath.ExpressionFailed e) {
            throw new DefinitionProblem(
                    definition.canonical(), List.of(new Fault(Fault.Kind.FAILS, e.where(), "")));
        } catch (DefinitionProblem e) {
            throw new DefinitionProblem(definition.canonical(), e.faults());
        }
    }

    /// This engine, and besides what it knows the definitions kept elsewhere.
    ///
    /// @param more the exact version by canonical; null when there is none
    QuestionnaireEngine with(Function<String, @Nullable Definition> more) {
        return new QuestionnaireEngine(this, more);
    }

    private QuestionnaireEngine(
            QuestionnaireEngine shipped, Function<String, @Nullable Definition> more) {
        context = shipped.context;
        path = shipped.path;
        byCanonical = shipped.byCanonical;
        elsewhere = more;
        responses = new Responses(context, this::definition);
    }

    private static Set<String> linkIds(Set<Item> items) {
        var linkIds = new LinkedHashSet<String>();
        items.forEach(item -> linkIds.add(item.linkId));
        return Collections.unmodifiableSet(linkIds);
    }

    static int compareVersions(String one, String other) {
        Function<String, Integer> part =
                text -> text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        var a = one.split("\\.");
        var b = other.split("\\.");
        for (var i = 0; i < Math.max(a.length, b.length); i++) {
            var order =
                    Integer.compare(
                            i < a.length ? part.apply(a[i]) : 0,
                            i < b.length ? part.apply(b[i]) : 0);
            if (order != 0) return order;
        }
        return 0;
    }

    private static List<ProblemRule> concat(List<ProblemRule> some, List<ProblemRule> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
