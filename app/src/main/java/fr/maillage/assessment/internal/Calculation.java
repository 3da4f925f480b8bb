package fr.maillage.assessment.internal;

import java.math.BigDecimal;
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
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
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
    private Set<Item> visible = Set.of();
    private QuestionnaireResponse response = new QuestionnaireResponse();

    Calculation(Definition definition, FhirPath path, Map<Item, List<Type>> answers) {
        this.definition = definition;
        this.path = path;
        this.answers = answers;
    }

    /// Throws `DefinitionProblem` when computed values chase each other.
    Calculation run() {
        var moved = new HashSet<Item>();
        for (var pass = 0; pass <= definition.calculated.size() + 1; pass++) {
            prepare();
            moved.clear();
            for (var item : definition.calculated) if (changes(item)) moved.add(item);
            if (moved.isEmpty()) return this;
        }
        throw new DefinitionProblem(
                definition.canonical()
                        + ": computed values never settle: "
                        + moved.stream().map(item -> item.linkId).sorted().toList());
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
        var own = computed.get(item);
        return own != null ? List.of(own) : answers.getOrDefault(item, List.of());
    }

    List<Base> evaluate(String where, @Nullable Item at, ExpressionNode expression) {
        return path.evaluate(where, name -> variable(at, name), response, base(at), expression);
    }

    boolean isTrue(String where, @Nullable Item at, ExpressionNode expression) {
        return path.isTrue(where, name -> variable(at, name), response, base(at), expression);
    }

    private Base base(@Nullable Item at) {
        return at == null
                ? response
                : nodes.getOrDefault(at, new QuestionnaireResponseItemComponent());
    }

    private List<Base> variable(@Nullable Item from, String name) {
        var declared = definition.find(from, name);
        if (declared == null)
            throw new DefinitionProblem(definition.canonical() + ": no variable %" + name);
        var known = remembered.get(declared);
        if (known != null) return known;
        if (!underWay.add(declared))
            throw new DefinitionProblem(
                    definition.canonical() + ": variable %" + name + " needs itself");
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
        if (!visible.contains(item) || expression == null) return computed.remove(item) != null;
        var found = evaluate(item.linkId, item, expression);
        if (found.size() > 1)
            throw new DefinitionProblem(item.linkId + ": several values for one computed item");
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
            throw new DefinitionProblem(item.linkId + ": the computed value is not a simple value");
        try {
            return switch (item.type) {
                case INTEGER -> new IntegerType(new BigDecimal(text).intValueExact());
                case DECIMAL -> new DecimalType(new BigDecimal(text));
                case BOOLEAN -> new BooleanType(text);
                case DATE -> new DateType(text);
                case STRING, TEXT -> new StringType(text);
                default ->
                        throw new DefinitionProblem(item.linkId + ": its type cannot be computed");
            };
        } catch (ArithmeticException
                | IllegalArgumentException
                | ca.uhn.fhir.parser.DataFormatException _) {
            throw new DefinitionProblem(
                    item.linkId + ": the computed value is not of its type"); // without the value
        }
    }

    /// A node for every visible item, answered or not: expressions on a group have somewhere to
    /// start from.
    private void build() {
        nodes.clear();
        remembered.clear();
        response = new QuestionnaireResponse();
        response.setQuestionnaire(definition.canonical());
        for (var group : definition.groups)
            if (visible.contains(group)) response.addItem(node(group));
    }

    private QuestionnaireResponseItemComponent node(Item item) {
        var node = new QuestionnaireResponseItemComponent().setLinkId(item.linkId);
        nodes.put(item, node);
        for (var answer : answersOf(item)) node.addAnswer().setValue(answer);
        for (var child : item.children) if (visible.contains(child)) node.addItem(node(child));
        return node;
    }
}
