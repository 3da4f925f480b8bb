package fr.maillage.assessment.internal;

import static fr.maillage.assessment.internal.Engines.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SEGA, part A: an individual grid of frailty, by its definition alone.
class SegaTest {

    private static final String SEGA = "https://maillage.example/fhir/Questionnaire/sega-a|1.0.0";
    private static final List<String> ITEMS =
            List.of(
                    "age",
                    "provenance",
                    "medicaments",
                    "humeur",
                    "sante-percue",
                    "chute",
                    "nutrition",
                    "maladies",
                    "aivq",
                    "mobilite",
                    "continence",
                    "repas",
                    "cognition");

    /// Both sides of each cut-off: peu fragile to 8, fragile 9 to 11, très fragile from 12.
    @ParameterizedTest
    @CsvSource({
        "0000000000000, 0, Peu fragile",
        "2222000000000, 8, Peu fragile",
        "2222100000000, 9, Fragile",
        "2222210000000, 11, Fragile",
        "2222220000000, 12, Très fragile",
        "1111111111111, 13, Très fragile",
        "2222222222222, 26, Très fragile"
    })
    @Proves("REQ-INCLUSION-07")
    void thirteen_items_give_the_level_of_frailty(String answers, int points, String level) {
        var found = evaluate(SEGA, grid(answers));
        assertThat(found.number("resultat.sega").orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(points));
        var score = found.score("sega-a").orElseThrow();
        assertThat(score.state()).isEqualTo(Score.State.DONE);
        assertThat(score.bandLabel()).isEqualTo(level);
        assertThat(score.source()).contains("Schoevaerdts");
        assertThat(found.complete()).isTrue();
    }

    @Test
    void a_missing_answer_gives_no_score() {
        var answers = grid("222222222222");
        var found = evaluate(SEGA, answers);
        assertThat(found.score("sega-a").orElseThrow())
                .satisfies(score -> {
                    assertThat(score.state()).isEqualTo(Score.State.INCOMPLETE);
                    assertThat(score.value()).isNull();
                    assertThat(score.missing()).containsExactly("sega.cognition");
                });
        assertThat(found.complete()).isFalse();
    }

    private static Map<String, String> grid(String points) {
        var answers = new LinkedHashMap<String, String>();
        for (int i = 0; i < points.length(); i++)
            answers.put("sega." + ITEMS.get(i), points.substring(i, i + 1));
        return answers;
    }
}
