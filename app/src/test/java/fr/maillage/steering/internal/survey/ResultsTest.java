package fr.maillage.steering.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.kernel.Share;
import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Counts, shares, distributions, what an anonymous survey hides, two waves.
class ResultsTest {

    private static final UUID ASKED = UUID.randomUUID();
    private static final UUID DAYS = UUID.randomUUID();

    private static Question question(
            UUID id, Kind kind, List<String> choices, @Nullable UUID after, int choice) {
        return new Question(
                id,
                id,
                1,
                null,
                "Question",
                null,
                kind,
                false,
                choices,
                0,
                10,
                null,
                null,
                null,
                after,
                choice,
                0);
    }

    private static final Question YES_NO =
            question(ASKED, Kind.CHOIX, List.of("oui", "non"), null, 0);
    private static final Question HOW_LONG = question(DAYS, Kind.NOMBRE, List.of(), ASKED, 1);

    private static Map<UUID, List<String>> yes(String days) {
        return Map.of(ASKED, List.of("1"), DAYS, List.of(days));
    }

    private static final Map<UUID, List<String>> NO = Map.of(ASKED, List.of("2"));

    private static List<Map<UUID, List<String>>> answers(int yes, int no) {
        var all = new ArrayList<Map<UUID, List<String>>>();
        IntStream.rangeClosed(1, yes).forEach(n -> all.add(yes(String.valueOf(n))));
        IntStream.range(0, no).forEach(_ -> all.add(NO));
        return all;
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void counts_have_their_denominator_and_numbers_their_quartiles() {
        var results = Results.of(List.of(YES_NO, HOW_LONG), answers(4, 1), false);

        var choice = results.lines().getFirst();
        assertThat(choice.cells())
                .extracting(Results.Cell::label, Results.Cell::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("oui", 4L),
                        org.assertj.core.groups.Tuple.tuple("non", 1L));
        assertThat(choice.share(choice.cells().getFirst())).isEqualTo(new Share(4, 5));
        var days = results.lines().get(1);
        assertThat(days.asked()).as("those who said yes alone are asked").isEqualTo(4);
        assertThat(days.numbers())
                .isEqualTo(
                        new Results.Numbers(
                                new BigDecimal("1"),
                                new BigDecimal("1.75"),
                                new BigDecimal("2.50"),
                                new BigDecimal("3.25"),
                                new BigDecimal("4"),
                                new BigDecimal("2.50")));
    }

    @Test
    void an_anonymous_survey_tells_nothing_under_eleven_nor_what_gives_it_away() {
        assertThat(Results.of(List.of(YES_NO), answers(10, 0), true).told())
                .as("ten answers")
                .isFalse();

        var both = Results.of(List.of(YES_NO, HOW_LONG), answers(20, 3), true).lines();
        assertThat(both.getFirst().cells())
                .as("3 is under 11, and 20 would give it away")
                .extracting(Results.Cell::count)
                .containsOnlyNulls();
        assertThat(both.get(1).hidden()).as("asked after a choice whose count is hidden").isTrue();

        var shown = Results.of(List.of(YES_NO, HOW_LONG), answers(12, 11), true).lines();
        assertThat(shown.getFirst().cells())
                .extracting(Results.Cell::count)
                .containsExactly(12L, 11L);
        var numbers = shown.get(1).numbers();
        assertThat(numbers).isNotNull();
        assertThat(numbers.median()).isEqualByComparingTo("6.5");
        assertThat(numbers.least()).as("an extreme is somebody's").isNull();
    }

    @Test
    void the_mean_of_a_scale_does_not_tell_its_hidden_marks() {
        var scale = question(ASKED, Kind.ECHELLE, List.of(), null, 0);
        var all = new ArrayList<Map<UUID, List<String>>>();
        for (int i = 0; i < 26; i++)
            all.add(Map.of(ASKED, List.of(i < 12 ? "3" : i < 24 ? "4" : "2")));

        var numbers = Results.of(List.of(scale), all, true).lines().getFirst().numbers();

        assertThat(numbers).isNotNull();
        assertThat(numbers.mean()).as("12 × 3 + 12 × 4 leaves what two answered").isNull();
        assertThat(numbers.median()).isEqualByComparingTo("3");
    }

    @Test
    void several_choices_hide_those_who_did_not_choose_too() {
        var several = question(ASKED, Kind.PLUSIEURS, List.of("a", "b"), null, 0);
        var all = new ArrayList<Map<UUID, List<String>>>();
        for (int i = 0; i < 15; i++)
            all.add(Map.of(ASKED, i < 13 ? List.of("1", "2") : List.of("2")));

        var cells = Results.of(List.of(several), all, true).lines().getFirst().cells();

        assertThat(cells.getFirst().count()).as("13 chose it: 2 did not").isNull();
    }

    @Test
    void two_waves_are_compared_in_points_and_by_their_medians() {
        var then = Results.of(List.of(YES_NO, HOW_LONG), answers(5, 5), false);
        var now = Results.of(List.of(YES_NO, HOW_LONG), answers(9, 3), false);

        var lines = Comparison.of(then, now);

        assertThat(lines.getFirst().rows().getFirst())
                .isEqualTo(
                        new Comparison.Row(
                                "oui",
                                "5 sur 10, soit 50\u00A0%",
                                "9 sur 12, soit 75\u00A0%",
                                "+25\u00A0points"));
        assertThat(lines.get(1).rows().getFirst())
                .isEqualTo(new Comparison.Row("Médiane", "3", "5", "+2"));
    }

    @Test
    void what_is_no_longer_asked_or_has_changed_is_said() {
        var other = question(ASKED, Kind.CHOIX, List.of("oui", "non", "peut-être"), null, 0);
        var then = Results.of(List.of(YES_NO, HOW_LONG), answers(2, 2), false);
        var now = Results.of(List.of(other), answers(2, 2), false);

        assertThat(Comparison.of(then, now))
                .extracting(Comparison.Line::changed)
                .containsExactly(SurveyText.OTHER_CHOICES, SurveyText.GONE);
    }
}
