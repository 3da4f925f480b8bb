package fr.maillage.patient.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientQueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);
    private static final LocalDate BORN = LocalDate.of(1942, 4, 12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leroy 12/04/1942",
                "12041942 leroy",
                "leroy 12-04-1942",
                "LEROY 12.04.1942",
                "leroy, né le 12 avril 1942",
                "12 04 1942 Leroy",
                "leroy 1942-04-12"
            })
    void a_birth_date_is_read_in_any_usual_form(String typed) {
        assertThat(PatientQuery.parse(typed, TODAY))
                .isEqualTo(new PatientQuery(List.of("leroy"), BORN, null, null, null));
    }

    @Test
    void a_telephone_number_a_year_and_a_matricule_are_told_apart() {
        assertThat(PatientQuery.parse("03 27 00 00 01", TODAY))
                .isEqualTo(new PatientQuery(List.of(), null, null, "0327000001", null));
        assertThat(PatientQuery.parse("+33 3 27 00 00 01", TODAY).phone()).isEqualTo("0327000001");
        assertThat(PatientQuery.parse("0327", TODAY).phone()).isEqualTo("0327");
        assertThat(PatientQuery.parse("leroy 1942", TODAY))
                .isEqualTo(new PatientQuery(List.of("leroy"), null, 1942, null, null));
        assertThat(PatientQuery.parse("   ", TODAY).empty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leroy",
                "odette leroy",
                "Léroy",
                "leroi",
                "lreoy",
                "leoy",
                "leroyy odete",
                "od ler",
                "LEROY Ôdette"
            })
    void accents_order_and_one_typo_do_not_matter(String typed) {
        assertThat(likeness(typed, "leroy", "odette")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lemaire", "leroy samia", "lrey odtt"})
    void two_typos_or_another_word_exclude(String typed) {
        assertThat(likeness(typed, "leroy", "odette")).isZero();
    }

    @Test
    void the_exact_name_comes_before_what_is_being_typed_and_that_before_a_typo() {
        assertThat(List.of("leroy", "lero", "leroi"))
                .extracting(typed -> likeness(typed, "leroy", "odette"))
                .containsExactly(1.0, 0.9, 0.75);
    }

    /// How near a name is, as a search counts it: the mean of the best likeness of each word typed,
    /// 0 when one is like none of theirs.
    private static double likeness(String typed, String... theirs) {
        var each =
                PatientQuery.parse(typed, TODAY).words().stream()
                        .mapToDouble(word ->
                                Arrays.stream(theirs)
                                        .mapToDouble(t -> PatientQuery.wordLikeness(word, t))
                                        .max()
                                        .orElse(0))
                        .toArray();
        return Arrays.stream(each).anyMatch(one -> one == 0)
                ? 0
                : Arrays.stream(each).average().orElse(0);
    }
}
