package fr.maillage.assessment.internal;

import fr.maillage.assessment.internal.Fault.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// Reads a FHIR Questionnaire before it is compiled: finds everything in it that the engine does
/// not know, and parses its expressions. What passes here can be compiled; what the compiled items
/// say of each other is looked at by [DefinitionChecks].
final class SourceChecks {

    /// More makes a page nobody fills in; the longest shipped has 200.
    static final int MOST_ITEMS = 1_000;

    static final int DEEPEST = 8;
    static final int MOST_OPTIONS = 200;
    static final int LONGEST_TEXT = 5_000;
    static final int LONGEST_EXPRESSION = 20_000;
    private static final int LONGEST_LINK_ID = 255;

    /// Extensions that ask for something the engine does not do: ignored, they would give another
    /// questionnaire than the one that was written.
    private static final Set<String> UNKNOWN_MEANING =
            Set.of(
                    SdcUrls.SDC + "sdc-questionnaire-enableWhenExpression",
                    SdcUrls.SDC + "sdc-questionnaire-answerExpression",
                    SdcUrls.SDC + "sdc-questionnaire-candidateExpression",
                    SdcUrls.SDC + "sdc-questionnaire-contextExpression",
                    SdcUrls.SDC + "sdc-questionnaire-itemPopulationContext",
                    SdcUrls.SDC + "sdc-questionnaire-subQuestionnaire",
                    SdcUrls.SDC + "sdc-questionnaire-answerOptionsToggleExpression");

    /// What the value of an extension must be; others are not read.
    private static final Map<String, Set<Class<? extends Type>>> VALUES =
            Map.of(
                    SdcUrls.VARIABLE, Set.of(Expression.class),
                    SdcUrls.CALCULATED, Set.of(Expression.class),
                    SdcUrls.INITIAL, Set.of(Expression.class),
                    SdcUrls.CONTROL, Set.of(CodeableConcept.class),
                    SdcUrls.UNIT, Set.of(Coding.class),
                    SdcUrls.MIN_VALUE, Set.of(IntegerType.class, DecimalType.class),
                    SdcUrls.MAX_VALUE, Set.of(IntegerType.class, DecimalType.class),
                    SdcUrls.ORDINAL, Set.of(DecimalType.class, IntegerType.class),
                    SdcUrls.ITEM_WEIGHT, Set.of(DecimalType.class, IntegerType.class));

    /// Each expression, parsed.
    final Map<Expression, ExpressionNode> parsed = new IdentityHashMap<>();

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> linkIds = new HashSet<>();
    private final Map<String, String> byId = new HashMap<>();
    private final FhirPath path;

    SourceChecks(Questionnaire source, FhirPath path) {
        this.path = path;
        if (!source.hasUrl()) faults.add(new Fault(Kind.IDENTITY, "", "url"));
        if (!source.hasVersion()) faults.add(new Fault(Kind.IDENTITY, "", "version"));
        var items = count(source.getItem());
        if (items > MOST_ITEMS) {
            faults.add(new Fault(Kind.TOO_MANY, "", String.valueOf(items)));
            return;
        }
        extensions("", source.getExtension());
        source.getItem().forEach(item -> look(item, 1));
    }

    /// What is wrong, in the order of the definition; nothing for one that can be compiled.
    List<Fault> faults() {
        return faults;
    }

    private static int count(List<QuestionnaireItemComponent> items) {
        return items.stream().mapToInt(item -> 1 + count(item.getItem())).sum();
    }

    private void look(QuestionnaireItemComponent item, int depth) {
        var linkId = item.hasLinkId() ? item.getLinkId() : "";
        if (linkId.isEmpty()) {
            faults.add(new Fault(Kind.NO_LINK_ID, "", text(item)));
        } else if (!linkId.matches("[^\\s#\\p{Cntrl}]{1," + LONGEST_LINK_ID + "}")) {
            faults.add(new Fault(Kind.LINK_ID, linkId, linkId));
        } else if (!linkIds.add(linkId)) {
            faults.add(new Fault(Kind.LINK_ID_TWICE, linkId, linkId));
        } else {
            var other = byId.put(AssessmentFormPage.id(linkId), linkId);
            if (other != null) faults.add(new Fault(Kind.ALIKE, linkId, other));
        }
        if (depth > DEEPEST) {
            faults.add(new Fault(Kind.TOO_DEEP, linkId, String.valueOf(DEEPEST)));
            return;
        }
        if (text(item).length() > LONGEST_TEXT)
            faults.add(new Fault(Kind.TOO_LONG_TEXT, linkId, String.valueOf(LONGEST_TEXT)));
        type(item, linkId);
        options(item, linkId);
        extensions(linkId, item.getExtension());
        for (var condition : item.getEnableWhen())
            if (!condition.hasQuestion()
                    || !condition.hasOperator()
                    || !condition.hasAnswer()
                    || condition.getOperator() == QuestionnaireItemOperator.EXISTS
                            && !condition.hasAnswerBooleanType())
                faults.add(new Fault(Kind.CONDITION, linkId));
        item.getItem().forEach(child -> look(child, depth + 1));
    }

    private static String text(QuestionnaireItemComponent item) {
        return item.hasText() ? item.getText() : "";
    }

    private void type(QuestionnaireItemComponent item, String linkId) {
        var type = item.getType();
        if (type == null || !Item.SUPPORTED.contains(type)) {
            faults.add(new Fault(Kind.TYPE, linkId, type == null ? "" : type.toCode()));
            return;
        }
        var group = type == QuestionnaireItemType.GROUP;
        if (group && item.getRepeats()) faults.add(new Fault(Kind.REPEATING_GROUP, linkId));
        if (!group
                && item.getItem().stream().anyMatch(child -> !Item.isHelp(child))
                && (type == QuestionnaireItemType.DISPLAY
                        || item.getRepeats()
                        || item.getReadOnly()
                        || item.hasExtension(SdcUrls.CALCULATED)))
            faults.add(new Fault(Kind.NESTED, linkId));
        if (item.hasAnswerValueSet()) faults.add(new Fault(Kind.VALUE_SET, linkId));
        else if (type == QuestionnaireItemType.CHOICE
                && !item.hasAnswerOption()
                && !item.hasExtension(SdcUrls.CALCULATED))
            faults.add(new Fault(Kind.NO_OPTION, linkId));
    }

    private void options(QuestionnaireItemComponent item, String linkId) {
        var options = item.getAnswerOption();
        if (options.size() > MOST_OPTIONS)
            faults.add(new Fault(Kind.TOO_MANY_OPTIONS, linkId, String.valueOf(options.size())));
        var codes = new HashSet<String>();
        for (var option : options) {
            values(linkId, option.getExtension());
            if (option.getValue() instanceof Coding coding) values(linkId, coding.getExtension());
            var code = option.hasValue() ? Item.codeOf(option.getValue()) : "";
            if (code.isEmpty()) faults.add(new Fault(Kind.OPTION, linkId));
            else if (!codes.add(code)) faults.add(new Fault(Kind.OPTION_TWICE, linkId, code));
        }
    }

    private void extensions(String linkId, List<Extension> extensions) {
        values(linkId, extensions);
        var names = new HashSet<String>();
        for (var extension : extensions) {
            var url = extension.getUrl() == null ? "" : extension.getUrl();
            if (UNKNOWN_MEANING.contains(url))
                faults.add(new Fault(Kind.EXTENSION, linkId, url.substring(SdcUrls.SDC.length())));
            if (url.equals(SdcUrls.SCORE)) score(linkId, extension);
            if (!(extension.getValue() instanceof Expression expression)
                    || !VALUES.getOrDefault(url, Set.of()).contains(Expression.class)) continue;
            if (url.equals(SdcUrls.VARIABLE)) {
                var name = expression.hasName() ? expression.getName() : "";
                if (name.isEmpty() || !names.add(name))
                    faults.add(new Fault(Kind.VARIABLE_TWICE, linkId, name));
            }
            parse(linkId, expression);
        }
    }

    private void values(String linkId, Collection<Extension> extensions) {
        for (var extension : extensions) {
            var expected = VALUES.get(extension.getUrl());
            if (expected == null) continue;
            var value = extension.getValue();
            if (value == null || expected.stream().noneMatch(type -> type.isInstance(value)))
                faults.add(new Fault(Kind.EXTENSION_VALUE, linkId, name(extension.getUrl())));
        }
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void parse(String linkId, Expression expression) {
        var text = expression.hasExpression() ? expression.getExpression() : "";
        if (!"text/fhirpath".equals(expression.getLanguage())) {
            faults.add(
                    new Fault(
                            Kind.LANGUAGE,
                            linkId,
                            expression.hasLanguage() ? expression.getLanguage() : ""));
        } else if (text.length() > LONGEST_EXPRESSION) {
            faults.add(new Fault(Kind.LONG_EXPRESSION, linkId, String.valueOf(text.length())));
        } else
            try {
                parsed.put(expression, path.parse(linkId, text));
            } catch (RuntimeException | StackOverflowError _) {
                faults.add(new Fault(Kind.NOT_FHIRPATH, linkId, text));
            }
    }

    /// The parts of a score without which it cannot be read.
    private void score(String linkId, Extension score) {
        for (var part : List.of("label", "cutOff", "source"))
            if (!simple(score, part)) faults.add(new Fault(Kind.SCORE, linkId, part));
        if (!(value(score, "code") instanceof CodeType))
            faults.add(new Fault(Kind.SCORE, linkId, "code"));
        bounds(linkId, score, "lowest", "highest");
        for (var part : score.getExtension()) {
            if (!"band".equals(part.getUrl())) continue;
            for (var inner : List.of("label", "meaning"))
                if (!simple(part, inner)) faults.add(new Fault(Kind.SCORE, linkId, inner));
            if (!(value(part, "severity") instanceof CodeType))
                faults.add(new Fault(Kind.SCORE, linkId, "severity"));
            bounds(linkId, part, "min", "above", "max", "below");
        }
        if (value(score, "notApplicableWhen") instanceof Expression expression) {
            parse(linkId, expression);
            if (!simple(score, "notApplicableReason"))
                faults.add(new Fault(Kind.SCORE, linkId, "notApplicableReason"));
        }
    }

    private void bounds(String linkId, Extension of, String... parts) {
        for (var part : parts) {
            var value = value(of, part);
            if (value != null && !(value instanceof DecimalType))
                faults.add(new Fault(Kind.EXTENSION_VALUE, linkId, part));
        }
    }

    private static boolean simple(Extension of, String part) {
        return value(of, part) instanceof PrimitiveType<?>;
    }

    private static @Nullable Type value(Extension of, String part) {
        var extension = of.getExtensionByUrl(part);
        return extension == null ? null : extension.getValue();
    }
}
