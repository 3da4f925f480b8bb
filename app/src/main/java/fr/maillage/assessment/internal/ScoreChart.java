package fr.maillage.assessment.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A score through time, drawn in a box of 360 by 170: days across, values up, the cut-offs as
/// lines with the name of the class between them.
///
/// @param line the points of the polyline
/// @param cuts the bounds between classes, inside the scale
/// @param names of the classes, where they are high enough to be read
/// @param lowest what the foot of the box stands for
/// @param highest what its top stands for
public record ScoreChart(
        String line,
        List<Dot> dots,
        List<Cut> cuts,
        List<Name> names,
        String lowest,
        String highest,
        String from,
        String to) {

    /// @param title « 2 juin 2026 : 3,5 (dépendance partielle) »
    public record Dot(String x, String y, String title) {}

    public record Cut(String y, String value) {}

    public record Name(String y, String label) {}

    /// A value of the score.
    record Value(LocalDate day, BigDecimal value, String words) {}

    private static final double LEFT = 34;
    private static final double RIGHT = 352;
    private static final double TOP = 8;
    private static final double FOOT = 148;

    /// Height under which two names would touch.
    private static final double READABLE = 24;

    private static final int NAME = 34;

    /// Null for fewer than two values: there is nothing to draw. `rule` is null when the definition
    /// is not known any more: the scale is then that of the values.
    static @Nullable ScoreChart of(List<Value> values, @Nullable ScoreRule rule) {
        if (values.size() < 2) return null;
        var bounds = rule == null ? List.<BigDecimal>of() : bounds(rule);
        var scale =
                Scale.of(
                        Stream.concat(values.stream().map(Value::value), bounds.stream()).toList(),
                        rule);
        var dots = dots(values, scale);
        return new ScoreChart(
                dots.stream().map(d -> d.x() + "," + d.y()).collect(Collectors.joining(" ")),
                dots,
                bounds.stream()
                        .filter(b -> b.doubleValue() > scale.low && b.doubleValue() < scale.high)
                        .map(b ->
                                new Cut(
                                        decimal(scale.y(b.doubleValue())),
                                        QuestionnaireText.number(b)))
                        .toList(),
                rule == null ? List.of() : names(rule, scale),
                QuestionnaireText.number(rounded(scale.low)),
                QuestionnaireText.number(rounded(scale.high)),
                FrenchDates.date(values.getFirst().day()),
                FrenchDates.date(values.getLast().day()));
    }

    private record Scale(double low, double high) {

        /// From the lowest to the highest that is drawn, and to the ends of the scale of the tool
        /// unless they would press all of it into a corner: a time in seconds may last ten minutes.
        static Scale of(List<BigDecimal> drawn, @Nullable ScoreRule rule) {
            double low = drawn.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
            double high = drawn.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
            double span = Math.max(high - low, 1);
            if (rule != null && rule.lowest() != null)
                low = Math.max(Math.min(low, rule.lowest().doubleValue()), low - 5 * span);
            if (rule != null && rule.highest() != null && rule.highest().doubleValue() > high)
                high =
                        rule.highest().doubleValue() - high > 5 * span
                                ? Math.ceil(high + span / 4)
                                : rule.highest().doubleValue();
            return new Scale(low, high);
        }

        double y(double value) {
            return high == low
                    ? (TOP + FOOT) / 2
                    : FOOT - (FOOT - TOP) * (value - low) / (high - low);
        }
    }

    private static List<Dot> dots(List<Value> values, Scale scale) {
        var first = values.getFirst().day();
        var days = ChronoUnit.DAYS.between(first, values.getLast().day());
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    var value = values.get(i);
                    var share =
                            days == 0
                                    ? (double) i / (values.size() - 1)
                                    : (double) ChronoUnit.DAYS.between(first, value.day()) / days;
                    return new Dot(
                            decimal(LEFT + 8 + (RIGHT - LEFT - 16) * share),
                            decimal(scale.y(value.value().doubleValue())),
                            FrenchDates.date(value.day()) + Typography.NBSP + ": " + value.words());
                })
                .toList();
    }

    /// Where one class ends and the next begins. « ≤ 3 » and « > 3 » are one bound; « 4 » and « 5 »
    /// of whole numbers are two, drawn at the lower class's end.
    private static List<BigDecimal> bounds(ScoreRule rule) {
        return rule.bands().stream()
                .map(band -> band.min() != null ? band.min() : band.above())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Name> names(ScoreRule rule, Scale scale) {
        return rule.bands().stream()
                .flatMap(band -> {
                    var low = first(band.min(), band.above(), scale.low);
                    var high = upper(rule, band, scale);
                    var height = scale.y(low) - scale.y(high);
                    return height < READABLE
                            ? Stream.empty()
                            : Stream.of(
                                    new Name(
                                            decimal((scale.y(low) + scale.y(high)) / 2 + 4),
                                            shortened(band.label())));
                })
                .toList();
    }

    /// The beginning of the class above, or the top of the scale.
    private static double upper(ScoreRule rule, ScoreRule.Band band, Scale scale) {
        var low = first(band.min(), band.above(), scale.low);
        return rule.bands().stream()
                .mapToDouble(other -> first(other.min(), other.above(), scale.low))
                .filter(start -> start > low)
                .min()
                .orElse(scale.high);
    }

    private static double first(
            @Nullable BigDecimal one, @Nullable BigDecimal other, double otherwise) {
        if (one != null) return one.doubleValue();
        return other != null ? other.doubleValue() : otherwise;
    }

    private static String shortened(String label) {
        return label.length() <= NAME ? label : label.substring(0, NAME - 1) + "…";
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
