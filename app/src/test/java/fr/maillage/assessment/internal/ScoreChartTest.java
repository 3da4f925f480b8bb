package fr.maillage.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreChartTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static ScoreChart.Value value(int after, String number) {
        return new ScoreChart.Value(DAY.plusDays(after), new BigDecimal(number), number);
    }

    private static ScoreRule rule(String code) {
        return Engines.ENGINE.definitions().stream()
                .flatMap(d -> d.scored.stream())
                .map(item -> item.score)
                .filter(score -> score != null && score.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_value_is_not_drawn() {
        assertThat(ScoreChart.of(List.of(value(0, "3")), null)).isNull();
    }

    @Test
    void days_stand_as_far_apart_as_they_are_and_high_values_high() {
        var chart = ScoreChart.of(List.of(value(0, "0"), value(10, "5"), value(40, "10")), null);

        assertThat(chart.dots())
                .extracting(ScoreChart.Dot::x)
                .containsExactly(
                        "42.0", "117.5", "344.0"); // a quarter of the way after 10 of 40 days
        assertThat(chart.dots())
                .extracting(ScoreChart.Dot::y)
                .containsExactly("148.0", "78.0", "8.0");
        assertThat(chart.lowest()).isEqualTo("0");
        assertThat(chart.highest()).isEqualTo("10");
        assertThat(chart.cuts()).isEmpty();
    }

    @Test
    void several_of_one_day_and_of_one_value_are_drawn_too() {
        var chart = ScoreChart.of(List.of(value(0, "4"), value(0, "4")), null);

        assertThat(chart.dots()).extracting(ScoreChart.Dot::x).containsExactly("42.0", "344.0");
        assertThat(chart.dots()).extracting(ScoreChart.Dot::y).containsExactly("78.0", "78.0");
    }

    @Test
    void the_cut_offs_of_the_definition_are_lines_with_their_classes_between() {
        var chart = ScoreChart.of(List.of(value(0, "6"), value(90, "3")), rule("katz"));

        // 6 autonomous, above 3 partial, up to 3 important: bounds at 3 and 6, 6 being the top
        assertThat(chart.cuts()).extracting(ScoreChart.Cut::value).containsExactly("3");
        assertThat(chart.highest()).isEqualTo("6");
        assertThat(chart.names()).hasSize(2);
    }
}
