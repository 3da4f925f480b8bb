package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.Typography;
import fr.maillage.steering.internal.SteeringText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two waves of a survey side by side, question by question: the same question is known by its
/// origin, a choice by its words. Shares are compared in points, numbers by their median.
final class Comparison {

    private Comparison() {}

    /// @param changed what is not the same in the two waves, in words; null when nothing is
    record Line(Question question, @Nullable String changed, List<Row> rows) {}

    /// @param gap « +12,5 points », « −2 » ; "" when one of the two is not known
    record Row(String label, String then, String now, String gap) {}

    static List<Line> of(Results then, Results now) {
        var former = then.byOrigin();
        var lines = new ArrayList<Line>();
        for (var line : now.lines()) {
            var before = former.remove(line.question().origin());
            if (before == null) lines.add(new Line(line.question(), SurveyText.ADDED, List.of()));
            else if (before.question().kind() != line.question().kind())
                lines.add(new Line(line.question(), SurveyText.OTHER_KIND, List.of()));
            else
                lines.add(
                        new Line(
                                line.question(),
                                changed(before.question(), line.question()),
                                rows(before, line)));
        }
        former.values().forEach(l -> lines.add(new Line(l.question(), SurveyText.GONE, List.of())));
        return lines;
    }

    private static @Nullable String changed(Question then, Question now) {
        if (!then.words().equals(now.words())) return SurveyText.otherWords(then.words());
        return then.choices().equals(now.choices()) && then.marks().equals(now.marks())
                ? null
                : SurveyText.OTHER_CHOICES;
    }

    private static List<Row> rows(Results.Line then, Results.Line now) {
        var rows = new ArrayList<Row>();
        if (then.numbers() != null && now.numbers() != null)
            rows.add(
                    new Row(
                            SurveyText.MEDIAN,
                            SteeringText.number(then.numbers().median()),
                            SteeringText.number(now.numbers().median()),
                            signed(now.numbers().median().subtract(then.numbers().median()), "")));
        if (now.question().kind() == Kind.DATE) return rows;
        for (var cell : now.cells()) {
            var before =
                    then.cells().stream()
                            .filter(c -> c.label().equals(cell.label()))
                            .findFirst()
                            .orElse(null);
            rows.add(
                    new Row(
                            cell.label(),
                            before == null ? "" : words(then, before),
                            words(now, cell),
                            before == null ? "" : points(then, before, now, cell)));
        }
        return rows;
    }

    private static String words(Results.Line line, Results.Cell cell) {
        var share = line.share(cell);
        return share == null ? cell.words() : SurveyText.share(share);
    }

    private static String points(
            Results.Line then, Results.Cell before, Results.Line now, Results.Cell cell) {
        if (before.count() == null || cell.count() == null) return "";
        if (then.answered() == 0 || now.answered() == 0) return "";
        var gap =
                BigDecimal.valueOf(
                                100
                                        * (cell.count() * then.answered()
                                                - before.count() * now.answered()))
                        .divide(
                                BigDecimal.valueOf((long) then.answered() * now.answered()),
                                1,
                                RoundingMode.HALF_UP);
        return signed(gap, Typography.NBSP + "points");
    }

    private static String signed(BigDecimal gap, String unit) {
        return (gap.signum() > 0 ? "+" : "") + SteeringText.number(gap) + unit;
    }
}
