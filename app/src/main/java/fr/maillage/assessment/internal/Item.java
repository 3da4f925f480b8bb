package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// A group, question or note of a definition, compiled once when the definition is loaded: its
/// expressions are parsed, its options indexed. Identity is the object itself; it never changes
/// afterwards.
final class Item {

    /// What a definition may hold. A form posts flat answers, so groups do not repeat, and a
    /// question that holds others has one answer.
    static final Set<QuestionnaireItemType> SUPPORTED =
            EnumSet.of(
                    QuestionnaireItemType.GROUP,
                    QuestionnaireItemType.DISPLAY,
                    QuestionnaireItemType.BOOLEAN,
                    QuestionnaireItemType.DECIMAL,
                    QuestionnaireItemType.INTEGER,
                    QuestionnaireItemType.DATE,
                    QuestionnaireItemType.STRING,
                    QuestionnaireItemType.TEXT,
                    QuestionnaireItemType.CHOICE,
                    QuestionnaireItemType.OPENCHOICE);

    final String linkId;
    final QuestionnaireItemType type;
    final String text;
    final @Nullable String help;

    /// The `questionnaire-itemControl` code, a hint for the page; "default" when the definition
    /// gives none.
    final String control;

    final boolean required;
    final boolean repeats;
    final boolean readOnly;
    final boolean anyCondition;

    /// 0 when the definition sets no limit.
    final int maxLength;

    final @Nullable BigDecimal min;
    final @Nullable BigDecimal max;
    final @Nullable String unit;

    /// By code, in the order of the definition. What an option answers carries its points
    /// (`ordinalValue`), which follow it into the answer.
    final Map<String, Option> options;

    /// What an option says and what it answers: a coding, or a plain text, number or date.
    record Option(String code, String display, Type answer) {

        /// Its points (`ordinalValue`); empty when it has none.
        Optional<BigDecimal> points() {
            return Optional.ofNullable(answer.getExtensionByUrl(SdcUrls.ORDINAL))
                    .map(points -> new BigDecimal(points.getValue().primitiveValue()));
        }
    }

    /// What the question holds before anybody answers: fixed values, and an expression over what
    /// the file knows.
    final List<Type> initial;

    final @Nullable ExpressionNode initialExpression;

    final List<QuestionnaireItemEnableWhenComponent> conditions;

    /// The question it stands in: asked once that one is answered, and kept under its answer; null
    /// for what stands in a group or at the top.
    final @Nullable Item inside;

    final Map<String, ExpressionNode> variables;
    final @Nullable ExpressionNode calculation;
    final @Nullable ScoreRule score;
    final @Nullable Item parent;
    final List<Item> children;

    /// @param parsed the expressions of the definition, which [SourceChecks] let through
    Item(
            QuestionnaireItemComponent source,
            @Nullable Item parent,
            Map<Expression, ExpressionNode> parsed) {
        linkId = source.getLinkId();
        type = source.getType();
        text = source.hasText() ? source.getText() : "";
        control = control(source);
        required = source.getRequired();
        repeats = source.getRepeats();
        anyCondition = source.getEnableBehavior() == EnableWhenBehavior.ANY;
        maxLength = source.getMaxLength();
        min = bound(source, SdcUrls.MIN_VALUE);
        max = bound(source, SdcUrls.MAX_VALUE);
        unit =
                source.hasExtension(SdcUrls.UNIT)
                        ? ((Coding) source.getExtensionByUrl(SdcUrls.UNIT).getValue()).getDisplay()
                        : null;
        options = options(source);
        initial = initial(source);
        initialExpression = expression(source, SdcUrls.INITIAL, parsed);
        conditions = List.copyOf(source.getEnableWhen());
        variables = variables(source.getExtensionsByUrl(SdcUrls.VARIABLE), parsed);
        calculation = expression(source, SdcUrls.CALCULATED, parsed);
        readOnly = source.getReadOnly() || calculation != null;
        score =
                source.hasExtension(SdcUrls.SCORE)
                        ? ScoreRule.of(source.getExtensionByUrl(SdcUrls.SCORE), parsed)
                        : null;
        this.parent = parent;
        inside = parent == null || parent.isGroup() ? null : parent;
        var held = new ArrayList<Item>();
        var helps = new ArrayList<String>();
        for (var child : source.getItem()) {
            if (isHelp(child)) helps.add(child.getText());
            else held.add(new Item(child, this, parsed));
        }
        help = helps.isEmpty() ? null : String.join(" ", helps);
        children = List.copyOf(held);
    }

    /// A note that helps to answer the question it stands in.
    static boolean isHelp(QuestionnaireItemComponent item) {
        return item.getType() == QuestionnaireItemType.DISPLAY && control(item).equals("help");
    }

    /// What a form posts for an answer of a list; empty when nothing could be.
    static String codeOf(Type answer) {
        if (answer instanceof Coding coding)
            return coding.hasCode()
                    ? coding.getCode()
                    : coding.hasDisplay() ? coding.getDisplay() : "";
        return answer.isPrimitive() ? answer.primitiveValue() : "";
    }

    boolean isGroup() {
        return type == QuestionnaireItemType.GROUP;
    }

    /// True for what a person may answer: neither a group, nor a note, nor a computed value.
    boolean isQuestion() {
        return !isGroup() && type != QuestionnaireItemType.DISPLAY && !readOnly;
    }

    boolean isChoice() {
        return type == QuestionnaireItemType.CHOICE || type == QuestionnaireItemType.OPENCHOICE;
    }

    static Map<String, ExpressionNode> variables(
            List<Extension> declared, Map<Expression, ExpressionNode> parsed) {
        var found = new LinkedHashMap<String, ExpressionNode>();
        for (var extension : declared) {
            var expression = (Expression) extension.getValue();
            found.put(
                    expression.getName(), Objects.requireNonNull(parsed.get(expression), "parsed"));
        }
        return Map.copyOf(found);
    }

    private static @Nullable ExpressionNode expression(
            QuestionnaireItemComponent source, String url, Map<Expression, ExpressionNode> parsed) {
        var extension = source.getExtensionByUrl(url);
        return extension == null ? null : parsed.get((Expression) extension.getValue());
    }

    private static List<Type> initial(QuestionnaireItemComponent source) {
        var found = new ArrayList<Type>();
        source.getInitial().forEach(value -> found.add(value.getValue()));
        for (var option : source.getAnswerOption())
            if (option.getInitialSelected()) found.add(option.getValue());
        return List.copyOf(found);
    }

    private static String control(QuestionnaireItemComponent source) {
        if (!source.hasExtension(SdcUrls.CONTROL)) return "default";
        return ((CodeableConcept) source.getExtensionByUrl(SdcUrls.CONTROL).getValue())
                .getCodingFirstRep()
                .getCode();
    }

    private static @Nullable BigDecimal bound(Element source, String url) {
        var extension = source.getExtensionByUrl(url);
        if (extension == null) return null;
        return switch (extension.getValue()) {
            case IntegerType number -> BigDecimal.valueOf(number.getValue());
            case DecimalType number -> number.getValue();
            default -> throw new IllegalArgumentException("bound of an unexpected type: " + url);
        };
    }

    private static Map<String, Option> options(QuestionnaireItemComponent source) {
        var found = new LinkedHashMap<String, Option>();
        for (var option : source.getAnswerOption()) {
            var answer = option.getValue().copy();
            var code = codeOf(answer);
            if (answer instanceof Coding coding && !coding.hasCode()) coding.setCode(code);
            if (answer.getExtension().stream().noneMatch(Item::isPoints))
                option.getExtension().stream()
                        .filter(Item::isPoints)
                        .forEach(points -> answer.addExtension(points.copy()));
            for (var points : answer.getExtension())
                if (isPoints(points)) points.setUrl(SdcUrls.ORDINAL);
            var display =
                    answer instanceof Coding coding && coding.hasDisplay()
                            ? coding.getDisplay()
                            : code;
            found.put(code, new Option(code, display, answer));
        }
        return Collections.unmodifiableMap(found);
    }

    private static boolean isPoints(Extension extension) {
        return SdcUrls.ORDINAL.equals(extension.getUrl())
                || SdcUrls.ITEM_WEIGHT.equals(extension.getUrl());
    }
}
