package fr.maillage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypographyTest {
    @Test
    void a_sentence_begins_with_a_capital_and_keeps_the_others() {
        assertThat(Typography.capital("élargir le PPS")).isEqualTo("Élargir le PPS");
        assertThat(Typography.capital("")).isEmpty();
    }

    @Test
    void a_label_inside_a_sentence_begins_small() {
        assertThat(Typography.inSentence("Évaluation du PPS")).isEqualTo("évaluation du PPS");
        assertThat(Typography.inSentence("CCAS ou mairie")).isEqualTo("CCAS ou mairie");
        assertThat(Typography.inSentence("")).isEmpty();
    }
}
