package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/// A group, question or note of a definition, compiled once when the definition is loaded: its
/// expressions are parsed, its options indexed. Identity is the object itself; it never changes
/// afterwards.
final class Item {

    /// What a definition may hold. A form posts flat answers, so groups do not repeat and questions
    /// hold no questions.
    private static final Set<QuestionnaireItemType> SUPPORTED =
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

    /// By code, in the order of the definition. The coding carries its points (`ordinalValue`),
    /// which follow it into the answer.
    final Map<String, Coding> options;

    final List<QuestionnaireItemEnableWhenComponent> conditions;
    final Map<String, ExpressionNode> variables;
    final @Nullable ExpressionNode calculation;
    final @Nullable ScoreRule score;
    final @Nullable Item parent;
    final List<Item> children;

    Item(QuestionnaireItemComponent source, @Nullable Item parent, FhirPath path) {
        linkId = source.getLinkId();
        type = source.getType();
        if (!SUPPORTED.contains(type))
            throw new IllegalArgumentException(linkId + ": type not supported");
        if (source.hasAnswerValueSet())
            throw new IllegalArgumentException(linkId + ": answerValueSet not supported");
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
        conditions = List.copyOf(source.getEnableWhen());
        variables = variables(source, path);
        calculation =
                source.hasExtension(SdcUrls.CALCULATED)
                        ? path.parse(
                                linkId,
                                (Expression)
                                        source.getExtensionByUrl(SdcUrls.CALCULATED).getValue())
                        : null;
        readOnly = source.getReadOnly() || calculation != null;
        score =
                source.hasExtension(SdcUrls.SCORE)
                        ? ScoreRule.of(linkId, source.getExtensionByUrl(SdcUrls.SCORE), path)
                        : null;
        this.parent = parent;
        var inside = new ArrayList<Item>();
        var helps = new ArrayList<String>();
        for (var child : source.getItem()) {
            if (child.getType() == QuestionnaireItemType.DISPLAY && control(child).equals("help"))
                helps.add(child.getText());
            else inside.add(new Item(child, this, path));
        }
        help = helps.isEmpty() ? null : String.join(" ", helps);
        children = List.copyOf(inside);
        if (isGroup() && repeats)
            throw new IllegalArgumentException(linkId + ": repeating groups are not supported");
        if (!isGroup() && !children.isEmpty())
            throw new IllegalArgumentException(
                    linkId + ": questions inside a question are not supported");
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

    static Map<String, ExpressionNode> variables(DomainResource source, FhirPath path) {
        return parse("", source.getExtensionsByUrl(SdcUrls.VARIABLE), path);
    }

    private static Map<String, ExpressionNode> variables(
            QuestionnaireItemComponent source, FhirPath path) {
        return parse(source.getLinkId(), source.getExtensionsByUrl(SdcUrls.VARIABLE), path);
    }

    private static Map<String, ExpressionNode> parse(
            String where, List<Extension> declared, FhirPath path) {
        var found = new LinkedHashMap<String, ExpressionNode>();
        for (var extension : declared) {
            var expression = (Expression) extension.getValue();
            if (found.put(expression.getName(), path.parse(where, expression)) != null)
                throw new IllegalArgumentException(
                        where + ": variable " + expression.getName() + " declared twice");
        }
        return Map.copyOf(found);
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

    private static Map<String, Coding> options(QuestionnaireItemComponent source) {
        var found = new LinkedHashMap<String, Coding>();
        for (var option : source.getAnswerOption()) {
            var coding = option.getValueCoding();
            if (found.put(coding.getCode(), coding) != null)
                throw new IllegalArgumentException(
                        source.getLinkId() + ": option " + coding.getCode() + " twice");
        }
        return Collections.unmodifiableMap(found);
    }
}
