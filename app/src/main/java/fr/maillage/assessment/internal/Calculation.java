package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.Fault.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// One evaluation of one response, by one thread: visibility and computed values, repeated until
/// nothing moves.
///
/// A variable is evaluated when first asked for and remembered for the pass; the last pass changes
/// nothing, so what it remembers agrees with the response.
final class Calculation {

    private final Definition definition;
    private final FhirPath path;
    private final Map<Item, List<Type>> answers;
    private final Map<Item, Type> computed = new LinkedHashMap<>();
    private final Map<Item, QuestionnaireResponseItemComponent> nodes = new HashMap<>();
    private final Map<Definition.Declared, List<Base>> remembered = new HashMap<>();
    private final Set<Definition.Declared> underWay = new LinkedHashSet<>();
    private final Map<String, Absence> absent;
    private final long deadline;
    private Set<Item> visible = Set.of();
    private QuestionnaireResponse response = new QuestionnaireResponse();

    /// @param absent why there is no answer, by linkId
    /// @param limit how long all its expressions may take together
    Calculation(
            Definition definition,
            FhirPath path,
            Map<Item, List<Type>> answers,
            Map<String, Absence> absent,
            Duration limit) {
        this.definition = definition;
        this.path = path;
        this.answers = answers;
        this.absent = absent;
        deadline = System.nanoTime() + limit.toNanos();
    }

    /// Throws `DefinitionProblem` when computed values chase each other, `ExpressionFailed` and
    /// `TooLong` when an expression does.
    Calculation run() {
        var moved = new HashSet<Item>();
        for (var pass = 0; pass <= definition.calculated.size() + 1; pass++) {
            prepare();
            moved.clear();
            for (var item : definition.calculated) if (changes(item)) moved.add(item);
            if (moved.isEmpty()) return this;
        }
        throw new DefinitionProblem(
                new Fault(
                        Kind.UNSETTLED,
                        moved.iterator().next().linkId,
                        moved.stream().map(item -> item.linkId).sorted().toList().toString()));
    }

    /// Gives up computing: the answers stay, and are laid out without any computed value.
    Calculation withoutComputing() {
        computed.clear();
        return prepare();
    }

    /// Whether it was said of this very item, not of what it stands in.
    boolean isAbsent(String linkId) {
        return absent.containsKey(linkId);
    }

    /// Why an item has no answer: said of it, or of what it stands in; null when it was not.
    @Nullable Absence absence(Item item) {
        for (var at = item; at != null; at = at.parent) {
            var why = absent.get(at.linkId);
            if (why != null) return why;
        }
        return absent.get(Absence.WHOLE);
    }

    /// Lays the answers out as a response and works out what is visible; `evaluate` may be asked
    /// from then on.
    Calculation prepare() {
        visible = Visibility.of(definition, this::answersOf);
        build();
        return this;
    }

    Set<Item> visible() {
        return visible;
    }

    /// Visible values only.
    Map<Item, Type> computed() {
        return computed;
    }

    /// Without the answers of hidden questions; groups and questions without an answer are still in
    /// it.
    QuestionnaireResponse response() {
        return response;
    }

    List<Type> answersOf(Item item) {
        if (!absent.isEmpty() && absence(item) != null) return List.of();
        var own = computed.get(item);
        return own != null ? List.of(own) : answers.getOrDefault(item, List.of());
    }

    List<Base> evaluate(String where, @Nullable Item at, ExpressionNode expression) {
        return path.evaluate(
                where, name -> variable(at, name), response, base(at), expression, deadline);
    }

    /// As [#evaluate(String, Item, ExpressionNode)], with variables that come from outside the
    /// definition.
    List<Base> evaluate(
            String where,
            @Nullable Item at,
            ExpressionNode expression,
            Map<String, List<Base>> besides) {
        return path.evaluate(
                where,
                name -> {
                    var known = besides.get(name);
                    return known == null ? variable(at, name) : known;
                },
                response,
                base(at),
                expression,
                deadline);
    }

    boolean isTrue(String where, @Nullable Item at, ExpressionNode expression) {
        return path.isTrue(
                where, name -> variable(at, name), response, base(at), expression, deadline);
    }

    private Base base(@Nullable Item at) {
        return at == null
                ? response
                : nodes.getOrDefault(at, new QuestionnaireResponseItemComponent());
    }

    private List<Base> variable(@Nullable Item from, String name) {
        var declared = definition.find(from, name);
        if (declared == null)
            throw new DefinitionProblem(new Fault(Kind.UNKNOWN_VARIABLE, "", "%" + name));
        var known = remembered.get(declared);
        if (known != null) return known;
        if (!underWay.add(declared))
            throw new DefinitionProblem(new Fault(Kind.EXPRESSION_CYCLE, "", "%" + name));
        try {
            var found = List.copyOf(evaluate("%" + name, declared.item(), declared.expression()));
            remembered.put(declared, found);
            return found;
        } finally {
            underWay.remove(declared);
        }
    }

    private boolean changes(Item item) {
        var before = computed.get(item);
        var expression = item.calculation;
        if (!visible.contains(item) || expression == null || absence(item) != null)
            return computed.remove(item) != null;
        var found = evaluate(item.linkId, item, expression);
        if (found.size() > 1)
            throw new DefinitionProblem(
                    new Fault(Kind.FAILS, item.linkId, "several values for one computed item"));
        var after = found.isEmpty() ? null : typed(item, found.getFirst());
        if (before == null ? after == null : after != null && before.equalsDeep(after))
            return false;
        var node = nodes.get(item);
        if (node != null) node.getAnswer().clear();
        if (after == null) {
            computed.remove(item);
        } else {
            computed.put(item, after);
            if (node != null) node.addAnswer().setValue(after);
        }
        return true;
    }

    private static Type typed(Item item, Base value) {
        var text = value.primitiveValue();
        if (text == null)
            throw new DefinitionProblem(
                    new Fault(Kind.FAILS, item.linkId, "the computed value is not a simple value"));
        try {
            return switch (item.type) {
                case INTEGER -> new IntegerType(new BigDecimal(text).intValueExact());
                case DECIMAL -> new DecimalType(new BigDecimal(text));
                case BOOLEAN -> new BooleanType(text);
                case DATE -> new DateType(text);
                case STRING, TEXT -> new StringType(text);
                default ->
                        throw new DefinitionProblem(
                                new Fault(Kind.FAILS, item.linkId, "its type cannot be computed"));
            };
        } catch (ArithmeticException
                | IllegalArgumentException
                | ca.uhn.fhir.parser.DataFormatException _) {
            throw new DefinitionProblem( // without the value
                    new Fault(Kind.FAILS, item.linkId, "the computed value is not of its type"));
        }
    }

    /// A node for every visible item, answered or not: expressions on a group have somewhere to
    /// start from.
    private void build() {
        nodes.clear();
        remembered.clear();
        response = new QuestionnaireResponse();
        response.setQuestionnaire(definition.canonical());
        var whole = absent.get(Absence.WHOLE);
        if (whole != null) said(whole).forEach(response::addExtension);
        for (var group : definition.groups)
            if (visible.contains(group)) response.addItem(node(group));
    }

    private QuestionnaireResponseItemComponent node(Item item) {
        var node = new QuestionnaireResponseItemComponent().setLinkId(item.linkId);
        nodes.put(item, node);
        var why = absent.get(item.linkId);
        if (why != null) said(why).forEach(node::addExtension);
        for (var answer : answersOf(item)) node.addAnswer().setValue(answer);
        for (var child : item.children)
            if (visible.contains(child))
                if (child.inside == null) node.addItem(node(child));
                else node.getAnswerFirstRep().addItem(node(child));
        return node;
    }

    /// Why it was not assessed, as FHIR says it and in our own code and words.
    private static List<Extension> said(Absence why) {
        var ours = new Extension(SdcUrls.NOT_ASSESSED);
        ours.addExtension(new Extension("reason", new CodeType(why.reason().code)));
        if (!why.words().isEmpty())
            ours.addExtension(new Extension("words", new StringType(why.words())));
        return List.of(new Extension(SdcUrls.ABSENT, new CodeType(why.reason().fhir)), ours);
    }
}
