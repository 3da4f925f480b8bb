package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// How a definition reads a total: its classes, their meaning, the cut-off and its source. All of
/// it is data.
///
/// `cutOffFrom` is the linkId of the question that says which cut-off a result is read with, among
/// those the source states: its option carries the value, reached at or above; null when there is
/// only one way to read the score.
///
/// `over` names the groups or questions that must be answered for the total to exist; empty means
/// the group that holds it.
record ScoreRule(
        String code,
        String label,
        String cutOff,
        String source,
        @Nullable String note,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest,
        @Nullable String cutOffFrom,
        List<String> over,
        @Nullable ExpressionNode notApplicableWhen,
        String notApplicableReason,
        List<Band> bands) {

    /// One class of a score. `min` and `max` belong to it, `above` and `below` do not; severity is
    /// none, mild, moderate or severe.
    record Band(
            @Nullable BigDecimal min,
            @Nullable BigDecimal above,
            @Nullable BigDecimal max,
            @Nullable BigDecimal below,
            String label,
            String severity,
            String meaning) {
        boolean holds(BigDecimal value) {
            return (min == null || value.compareTo(min) >= 0)
                    && (above == null || value.compareTo(above) > 0)
                    && (max == null || value.compareTo(max) <= 0)
                    && (below == null || value.compareTo(below) < 0);
        }
    }

    Optional<Band> bandOf(BigDecimal value) {
        return bands.stream().filter(band -> band.holds(value)).findFirst();
    }

    static ScoreRule of(Extension source, Map<Expression, ExpressionNode> parsed) {
        var over = new ArrayList<String>();
        var bands = new ArrayList<Band>();
        for (var part : source.getExtension()) {
            if (part.getUrl().equals("over")) over.add(part.getValue().primitiveValue());
            if (part.getUrl().equals("band"))
                bands.add(
                        new Band(
                                number(part, "min"),
                                number(part, "above"),
                                number(part, "max"),
                                number(part, "below"),
                                text(part, "label"),
                                ((CodeType) part.getExtensionByUrl("severity").getValue())
                                        .getValue(),
                                text(part, "meaning")));
        }
        var notApplicable = source.getExtensionByUrl("notApplicableWhen");
        return new ScoreRule(
                ((CodeType) source.getExtensionByUrl("code").getValue()).getValue(),
                text(source, "label"),
                text(source, "cutOff"),
                text(source, "source"),
                source.hasExtension("note") ? text(source, "note") : null,
                number(source, "lowest"),
                number(source, "highest"),
                source.hasExtension("cutOffFrom") ? text(source, "cutOffFrom") : null,
                List.copyOf(over),
                notApplicable == null ? null : parsed.get((Expression) notApplicable.getValue()),
                notApplicable == null ? "" : text(source, "notApplicableReason"),
                List.copyOf(bands));
    }

    private static String text(Extension source, String url) {
        var part = source.getExtensionByUrl(url);
        if (part == null) throw new IllegalArgumentException("score without " + url);
        return ((PrimitiveType<?>) part.getValue()).getValueAsString();
    }

    private static @Nullable BigDecimal number(Extension source, String url) {
        var part = source.getExtensionByUrl(url);
        return part == null ? null : ((DecimalType) part.getValue()).getValue();
    }
}
