package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
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

    /// Who and when, for a response to be filed. References are FHIR (`Patient/…`), never names.
    record Filing(
            QuestionnaireResponseStatus status,
            String id,
            @Nullable String subject,
            @Nullable String author,
            Instant authored) {}

    private final FhirContext context;
    private final FhirPath path;
    private final Map<String, Definition> byCanonical;

    QuestionnaireEngine(
            FhirContext context,
            Collection<Questionnaire> questionnaires,
            Collection<PlanDefinition> problemRules) {
        this.context = context;
        path = new FhirPath(context);
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
                throw new DefinitionProblem(canonical + " twice");
        }
        byCanonical = Collections.unmodifiableMap(definitions);
        for (var definition : byCanonical.values()) proveEveryExpression(definition);
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
        if (found == null) throw new IllegalArgumentException("no questionnaire " + canonical);
        return found;
    }

    /// As [#definition], empty when it is not known any more.
    Optional<Definition> known(String canonical) {
        return Optional.ofNullable(byCanonical.get(canonical));
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
        var calculation = new Calculation(definition, path, read.typed()).run();
        var hidden = new LinkedHashSet<String>();
        for (var item : definition.items.values())
            if (!calculation.visible().contains(item)
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
                                new Evaluation.Computed(value.primitiveValue(), number(value))));
        return new Evaluation(
                canonical,
                VERSION,
                shown(read),
                Collections.unmodifiableMap(errors),
                linkIds(calculation.visible()),
                Collections.unmodifiableSet(hidden),
                Collections.unmodifiableMap(computed),
                setAside(definition, calculation),
                definition.scored.stream()
                        .map(item -> score(definition, item, calculation))
                        .toList(),
                problems(definition, calculation),
                definition.groups.stream()
                        .filter(calculation.visible()::contains)
                        .map(group -> progress(group, calculation, errors.keySet()))
                        .toList(),
                json(calculation.response(), read, hidden));
    }

    /// The form of an evaluation, for the one template that renders every questionnaire.
    FormView form(Evaluation evaluation) {
        return FormViews.of(definition(evaluation.canonical()), evaluation);
    }

    /// The answers of a filed or draft response, as `evaluate` takes them: hidden and unreadable
    /// ones included.
    Map<String, List<String>> answersOf(String response) {
        var read = context.newJsonParser().parseResource(QuestionnaireResponse.class, response);
        var definition = definition(read.getQuestionnaire());
        var answers = new LinkedHashMap<String, List<String>>();
        read.getItem().forEach(item -> collect(definition, item, answers));
        for (var kept : read.getExtensionsByUrl(SdcUrls.KEPT_ANSWER)) {
            var linkId = kept.getExtensionByUrl("linkId").getValue().primitiveValue();
            answers.put(
                    linkId,
                    kept.getExtensionsByUrl("value").stream()
                            .map(value -> value.getValue().primitiveValue())
                            .toList());
        }
        return answers;
    }

    /// The `url|version` a response was given to.
    String canonicalOf(String response) {
        return context.newJsonParser()
                .parseResource(QuestionnaireResponse.class, response)
                .getQuestionnaire();
    }

    /// The response of an evaluation with its status, its author and its date, as JSON to keep. A
    /// completed response keeps no leftovers: throws `IllegalStateException` while an answer cannot
    /// be read.
    String filed(Evaluation evaluation, Filing filing) {
        var response =
                context.newJsonParser()
                        .parseResource(QuestionnaireResponse.class, evaluation.response());
        response.setId(filing.id());
        response.setStatus(filing.status());
        response.setAuthored(Date.from(filing.authored()));
        if (filing.subject() != null) response.setSubject(new Reference(filing.subject()));
        if (filing.author() != null) response.setAuthor(new Reference(filing.author()));
        if (filing.status() != QuestionnaireResponseStatus.INPROGRESS) {
            if (!evaluation.errors().isEmpty())
                throw new IllegalStateException(
                        "an answer cannot be read: the response stays in progress");
            response.getExtension()
                    .removeIf(extension -> SdcUrls.KEPT_ANSWER.equals(extension.getUrl()));
        }
        return context.newJsonParser().encodeResourceToString(response);
    }

    private Score score(Definition definition, Item item, Calculation calculation) {
        var rule = Objects.requireNonNull(item.score);
        if (!calculation.visible().contains(item))
            return without(
                    item,
                    rule,
                    Score.State.NOT_DONE,
                    setAside(item.parent, calculation),
                    List.of());
        if (rule.notApplicableWhen() != null
                && calculation.isTrue(item.linkId, item, rule.notApplicableWhen()))
            return without(
                    item, rule, Score.State.NOT_APPLICABLE, rule.notApplicableReason(), List.of());
        var value =
                calculation.answersOf(item).stream()
                        .findFirst()
                        .map(QuestionnaireEngine::number)
                        .orElse(null);
        if (value == null && item.isQuestion() && !item.required)
            return without(item, rule, Score.State.NOT_DONE, null, List.of());
        if (value == null) {
            var over =
                    rule.over().isEmpty()
                            ? List.of(item.parent == null ? item : item.parent)
                            : rule.over().stream().map(definition.items::get).toList();
            var missing =
                    over.stream().flatMap(part -> missing(part, calculation).stream()).toList();
            return without(item, rule, Score.State.INCOMPLETE, null, missing);
        }
        var band = rule.bandOf(value);
        return new Score(
                rule.code(),
                item.linkId,
                rule.label(),
                Score.State.DONE,
                value,
                QuestionnaireText.number(value),
                band.map(ScoreRule.Band::label).orElse(null),
                band.map(ScoreRule.Band::severity).orElse(null),
                band.map(ScoreRule.Band::meaning).orElse(null),
                rule.cutOff(),
                rule.source(),
                rule.note(),
                null,
                List.of());
    }

    private static Score without(
            Item item,
            ScoreRule rule,
            Score.State state,
            @Nullable String reason,
            List<String> missing) {
        var text =
                switch (state) {
                    case INCOMPLETE -> QuestionnaireText.INCOMPLETE;
                    case NOT_APPLICABLE -> QuestionnaireText.NOT_APPLICABLE;
                    case NOT_DONE -> QuestionnaireText.NOT_DONE;
                    case DONE -> throw new IllegalArgumentException("a done score has a value");
                };
        return new Score(
                rule.code(),
                item.linkId,
                rule.label(),
                state,
                null,
                text,
                null,
                null,
                null,
                rule.cutOff(),
                rule.source(),
                rule.note(),
                reason,
                missing);
    }

    private List<ProblemProposal> problems(Definition definition, Calculation calculation) {
        var found = new ArrayList<ProblemProposal>();
        for (var rule : definition.rules) {
            var where = "rule " + rule.id();
            if (!calculation.isTrue(where, null, rule.condition())) continue;
            var title =
                    rule.title() == null
                            ? ""
                            : text(calculation.evaluate(where, null, rule.title()));
            found.add(
                    new ProblemProposal(
                            rule.id(),
                            rule.code(),
                            title.isEmpty() ? rule.label() : title,
                            rule.domain(),
                            text(calculation.evaluate(where, null, rule.reason())),
                            rule.source(),
                            rule.urgent()));
        }
        return List.copyOf(found);
    }

    private static String text(List<Base> found) {
        if (found.isEmpty()) return "";
        var text = found.getFirst().primitiveValue();
        return text == null ? "" : text;
    }

    private static Evaluation.Progress progress(
            Item group, Calculation calculation, Set<String> errors) {
        var questions =
                Definition.questionsOf(group).stream()
                        .filter(calculation.visible()::contains)
                        .toList();
        var missing = missing(group, calculation);
        return new Evaluation.Progress(
                group.linkId,
                group.text,
                (int) questions.stream().filter(question -> question.required).count(),
                (int)
                        questions.stream()
                                .filter(question ->
                                        question.required
                                                && !calculation.answersOf(question).isEmpty())
                                .count(),
                missing,
                (int)
                        questions.stream()
                                .filter(question -> errors.contains(question.linkId))
                                .count(),
                ownSetAside(group, calculation));
    }

    private static List<String> missing(Item part, Calculation calculation) {
        return Definition.questionsOf(part).stream()
                .filter(question ->
                        question.required
                                && calculation.visible().contains(question)
                                && calculation.answersOf(question).isEmpty())
                .map(question -> question.linkId)
                .toList();
    }

    /// Why the nearest group around an item was set aside; null when none was.
    private static @Nullable String setAside(@Nullable Item group, Calculation calculation) {
        for (var at = group; at != null; at = at.parent) {
            var reason = ownSetAside(at, calculation);
            if (reason != null) return reason;
        }
        return null;
    }

    private static Map<String, String> setAside(Definition definition, Calculation calculation) {
        var reasons = new LinkedHashMap<String, String>();
        for (var item : definition.items.values()) {
            var reason = item.isGroup() ? ownSetAside(item, calculation) : null;
            if (reason != null) reasons.put(item.linkId, reason);
        }
        return Collections.unmodifiableMap(reasons);
    }

    private static @Nullable String ownSetAside(Item group, Calculation calculation) {
        var aside =
                group.children.stream()
                        .filter(child -> child.linkId.equals(group.linkId + SdcUrls.SET_ASIDE))
                        .filter(calculation.visible()::contains)
                        .anyMatch(child ->
                                calculation.answersOf(child).stream()
                                        .anyMatch(answer ->
                                                answer instanceof BooleanType yes
                                                        && yes.booleanValue()));
        if (!aside) return null;
        return group.children.stream()
                .filter(child -> child.linkId.equals(group.linkId + SdcUrls.SET_ASIDE_REASON))
                .flatMap(child -> calculation.answersOf(child).stream())
                .map(answer ->
                        answer instanceof Coding coding
                                ? coding.getDisplay()
                                : answer.primitiveValue())
                .findFirst()
                .orElse(QuestionnaireText.REASON_MISSING);
    }

    /// The response as it is kept: no empty items, and beside them what was typed and is no answer.
    private String json(
            QuestionnaireResponse response, AnswerReader.Read read, Set<String> hidden) {
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.getItem().removeIf(QuestionnaireEngine::isEmpty);
        response.addExtension(new Extension(SdcUrls.ENGINE_VERSION, new StringType(VERSION)));
        read.typed()
                .forEach((item, values) -> {
                    if (hidden.contains(item.linkId))
                        keep(
                                response,
                                item.linkId,
                                values.stream().map(AnswerReader::posted).toList(),
                                "hidden");
                });
        read.unreadable().forEach((linkId, values) -> keep(response, linkId, values, "unreadable"));
        read.unknown().forEach((linkId, values) -> keep(response, linkId, values, "unknown"));
        return context.newJsonParser().encodeResourceToString(response);
    }

    private static boolean isEmpty(QuestionnaireResponseItemComponent item) {
        item.getItem().removeIf(QuestionnaireEngine::isEmpty);
        return item.getAnswer().isEmpty() && item.getItem().isEmpty();
    }

    private static void keep(
            QuestionnaireResponse response, String linkId, List<String> values, String why) {
        var kept = new Extension(SdcUrls.KEPT_ANSWER);
        kept.addExtension(new Extension("linkId", new StringType(linkId)));
        kept.addExtension(new Extension("why", new CodeType(why)));
        for (var value : values) kept.addExtension(new Extension("value", new StringType(value)));
        response.addExtension(kept);
    }

    private static void collect(
            Definition definition,
            QuestionnaireResponseItemComponent source,
            Map<String, List<String>> answers) {
        source.getItem().forEach(item -> collect(definition, item, answers));
        var item = definition.items.get(source.getLinkId());
        if (item == null || !item.isQuestion() || !source.hasAnswer()) return;
        answers.put(
                item.linkId,
                source.getAnswer().stream()
                        .map(answer -> AnswerReader.posted(answer.getValue()))
                        .toList());
    }

    /// What the form shows: the reading where there is one, the text typed where there is none.
    private static Map<String, List<String>> shown(AnswerReader.Read read) {
        var shown = new LinkedHashMap<String, List<String>>();
        read.typed()
                .forEach((item, values) ->
                        shown.put(item.linkId, values.stream().map(AnswerReader::posted).toList()));
        shown.putAll(read.unreadable());
        shown.putAll(read.unknown());
        return Collections.unmodifiableMap(shown);
    }

    /// A faulty expression must stop the start, not the assessment of a person: each one runs once,
    /// over no answers.
    private void proveEveryExpression(Definition definition) {
        var calculation = new Calculation(definition, path, Map.of()).run();
        definition.variables.forEach(
                (name, expression) -> calculation.evaluate("%" + name, null, expression));
        for (var item : definition.items.values()) {
            item.variables
                    .values()
                    .forEach(expression -> calculation.evaluate(item.linkId, item, expression));
            if (item.calculation != null) calculation.evaluate(item.linkId, item, item.calculation);
            if (item.score != null && item.score.notApplicableWhen() != null)
                calculation.evaluate(item.linkId, item, item.score.notApplicableWhen());
        }
        for (var rule : definition.rules) {
            calculation.evaluate("rule " + rule.id(), null, rule.condition());
            if (rule.title() != null) calculation.evaluate("rule " + rule.id(), null, rule.title());
            calculation.evaluate("rule " + rule.id(), null, rule.reason());
        }
    }

    private static Set<String> linkIds(Set<Item> items) {
        var linkIds = new LinkedHashSet<String>();
        items.forEach(item -> linkIds.add(item.linkId));
        return Collections.unmodifiableSet(linkIds);
    }

    private static @Nullable BigDecimal number(Type value) {
        return switch (value) {
            case IntegerType number -> BigDecimal.valueOf(number.getValue());
            case DecimalType number -> number.getValue();
            default -> null;
        };
    }

    private static int compareVersions(String one, String other) {
        Function<String, Integer> part = text -> text.matches("\\d+") ? Integer.parseInt(text) : 0;
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
