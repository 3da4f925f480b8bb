package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.Masked;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the answers to each question come to, by counts and distributions; asks nothing of anybody.
///
/// In an anonymous survey nothing is told of fewer than [Masked#THRESHOLD] answers, nor any count
/// under it, nor one by which another could be worked out ([Masked#table]); a question asked after
/// a choice whose count is hidden is hidden with it. What is hidden has no value here: no page can
/// tell it. That somebody left a question empty is not hidden.
///
/// @param answers how many were given
/// @param told whether anything at all may be told of them
record Results(int answers, boolean told, List<Line> lines) {

    Results {
        lines = List.copyOf(lines);
    }

    /// @param asked of how many it was asked: a condition leaves the others out; 0 when hidden
    /// @param answered how many answered it; 0 when hidden
    /// @param cells choices, marks or months, in their order; none for numbers and texts
    record Line(
            Question question,
            boolean hidden,
            int asked,
            int answered,
            List<Cell> cells,
            @Nullable Numbers numbers) {

        Line {
            cells = List.copyOf(cells);
        }

        /// A cell of those who answered; null when it is hidden.
        @Nullable Share share(Cell cell) {
            return cell.count() == null ? null : new Share(cell.count(), answered);
        }
    }

    /// @param count null when hidden
    /// @param words the count, or « < 11 », or « n.c. »
    record Cell(String label, @Nullable Long count, String words) {

        static Cell open(String label, long count) {
            return new Cell(label, count, Typography.number(count));
        }

        static Cell masked(String label, Masked count) {
            return new Cell(
                    label,
                    count instanceof Masked.Shown(var shown) ? shown : null,
                    count.formatted());
        }
    }

    /// Of numbers, or of the marks of a scale. Quartiles lie between the two nearest values, in
    /// proportion.
    ///
    /// @param least null when hidden, as `most`
    /// @param mean null when marks of a scale are hidden: with the others it would tell them
    record Numbers(
            @Nullable BigDecimal least,
            BigDecimal lowerQuartile,
            BigDecimal median,
            BigDecimal upperQuartile,
            @Nullable BigDecimal most,
            @Nullable BigDecimal mean) {}

    static Results of(
            List<Question> questions, List<Map<UUID, List<String>>> answers, boolean anonymous) {
        var told = !answers.isEmpty() && (!anonymous || answers.size() >= Masked.THRESHOLD);
        var lines = new LinkedHashMap<UUID, Line>();
        if (told)
            for (var question : questions)
                lines.put(question.id(), line(question, answers, anonymous, lines));
        return new Results(answers.size(), told, List.copyOf(lines.values()));
    }

    private static Line line(
            Question question,
            List<Map<UUID, List<String>>> all,
            boolean anonymous,
            Map<UUID, Line> before) {
        var asked = all.stream().filter(question::asked).toList();
        var given =
                asked.stream()
                        .map(a -> a.getOrDefault(question.id(), List.of()))
                        .filter(a -> !a.isEmpty())
                        .toList();
        if (anonymous && (given.size() < Masked.THRESHOLD || conditionHidden(question, before)))
            return new Line(question, true, 0, 0, List.of(), null);
        var cells = cells(question, given, anonymous);
        return new Line(
                question,
                false,
                asked.size(),
                given.size(),
                cells,
                numbers(
                        question,
                        given,
                        anonymous,
                        cells.stream().allMatch(c -> c.count() != null)));
    }

    private static boolean conditionHidden(Question question, Map<UUID, Line> before) {
        if (question.ifQuestion() == null) return false;
        var parent = before.get(question.ifQuestion());
        return parent == null
                || parent.hidden()
                || parent.cells().get(question.ifChoice() - 1).count() == null;
    }

    private static List<Cell> cells(
            Question question, List<List<String>> given, boolean anonymous) {
        var counts = counts(question, given);
        if (!anonymous)
            return counts.entrySet().stream()
                    .map(e -> Cell.open(e.getKey(), e.getValue()))
                    .toList();
        // where several may be chosen, those who did not choose one are as easily counted as those
        // who did
        if (question.kind() == Kind.PLUSIEURS)
            return counts.entrySet().stream()
                    .map(e ->
                            Cell.masked(
                                    e.getKey(),
                                    Masked.table(List.of(e.getValue(), given.size() - e.getValue()))
                                            .counts()
                                            .getFirst()))
                    .toList();
        var masked = Masked.table(List.copyOf(counts.values())).counts().iterator();
        return counts.keySet().stream().map(label -> Cell.masked(label, masked.next())).toList();
    }

    private static Map<String, Long> counts(Question question, List<List<String>> given) {
        var counts = new LinkedHashMap<String, Long>();
        switch (question.kind()) {
            case CHOIX, PLUSIEURS -> {
                for (int rank = 1; rank <= question.choices().size(); rank++)
                    counts.put(
                            question.choices().get(rank - 1), having(given, String.valueOf(rank)));
            }
            case ECHELLE -> {
                for (var mark : question.marks())
                    counts.put(String.valueOf(mark), having(given, String.valueOf(mark)));
            }
            case DATE ->
                    given.stream()
                            .map(a -> a.getFirst().substring(0, 7))
                            .sorted()
                            .forEach(m -> counts.merge(SurveyText.month(m), 1L, Long::sum));
            case NOMBRE, TEXTE -> {
                // a distribution, or words
            }
        }
        return counts;
    }

    private static long having(List<List<String>> given, String value) {
        return given.stream().filter(a -> a.contains(value)).count();
    }

    private static @Nullable Numbers numbers(
            Question question, List<List<String>> given, boolean anonymous, boolean whole) {
        if (given.isEmpty() || question.kind() != Kind.NOMBRE && question.kind() != Kind.ECHELLE)
            return null;
        var sorted = given.stream().map(a -> new BigDecimal(a.getFirst())).sorted().toList();
        return new Numbers(
                anonymous ? null : sorted.getFirst(),
                quantile(sorted, 1),
                quantile(sorted, 2),
                quantile(sorted, 3),
                anonymous ? null : sorted.getLast(),
                whole
                        ? sorted.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(sorted.size()), 2, RoundingMode.HALF_UP)
                        : null);
    }

    // at (n − 1) × k/4 among the sorted values, between two of them in proportion
    private static BigDecimal quantile(List<BigDecimal> sorted, int quarter) {
        var fourths = (sorted.size() - 1) * quarter;
        var at = fourths / 4;
        var below = sorted.get(at);
        if (fourths % 4 == 0) return below;
        return below.add(
                sorted.get(at + 1)
                        .subtract(below)
                        .multiply(BigDecimal.valueOf(fourths % 4))
                        .divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP));
    }

    /// The lines by the origin of their question, to compare waves.
    Map<UUID, Line> byOrigin() {
        return lines.stream()
                .collect(
                        Collectors.toMap(
                                l -> l.question().origin(),
                                Function.identity(),
                                (a, _) -> a,
                                LinkedHashMap::new));
    }
}
