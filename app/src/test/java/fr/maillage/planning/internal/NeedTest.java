package fr.maillage.planning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class NeedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);
    private static final UUID ODETTE = new UUID(1, 1);

    private static Need need(Reason reason, int first, int due, int minutes) {
        return new Need(
                ODETTE,
                Set.of(reason),
                "59178",
                minutes,
                DAY.plusDays(first),
                DAY.plusDays(due),
                null,
                20,
                List.of(),
                List.of());
    }

    @Test
    void one_visit_answers_what_is_due_together_and_what_only_makes_sense_later_is_another() {
        var merged =
                Need.merged(
                        List.of(
                                need(Reason.SUIVI, 0, 5, 60),
                                need(Reason.REEVALUATION, 2, 8, 90),
                                need(Reason.SUIVI, 9, 12, 60)));
        assertThat(merged).hasSize(2);
        assertThat(merged.getFirst().reasons()).containsExactly(Reason.REEVALUATION, Reason.SUIVI);
        assertThat(merged.getFirst().minutes()).isEqualTo(90);
        assertThat(merged.getFirst().notBefore()).isEqualTo(DAY.plusDays(2));
        assertThat(merged.getFirst().due()).isEqualTo(DAY.plusDays(5));
        assertThat(merged.getLast().notBefore()).isEqualTo(DAY.plusDays(9));
    }

    @Test
    void a_delay_that_is_law_stays_the_law_of_the_visit() {
        var law = Instant.parse("2026-06-03T10:00:00Z");
        var home =
                new Need(
                        ODETTE,
                        Set.of(Reason.RETOUR),
                        "59178",
                        60,
                        DAY,
                        DAY.plusDays(1),
                        law,
                        40,
                        List.of(),
                        List.of());
        var merged = Need.merged(List.of(need(Reason.SUIVI, 0, 10, 30), home));
        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().latest()).isEqualTo(law);
        assertThat(merged.getFirst().weight()).isEqualTo(40);
        assertThat(merged.getFirst().reasons()).containsExactly(Reason.RETOUR, Reason.SUIVI);
    }
}
