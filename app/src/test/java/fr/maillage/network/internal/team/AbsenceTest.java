package fr.maillage.network.internal.team;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.network.internal.team.Absence.Obstacle;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class AbsenceTest {

    private static final UUID CLAIRE = UUID.randomUUID();
    private static final UUID KARIM = UUID.randomUUID();
    private static final UUID NINA = UUID.randomUUID();

    private static Absence absence(UUID who, UUID by, int from, int to) {
        return new Absence(who, by, LocalDate.of(2026, 6, from), LocalDate.of(2026, 6, to));
    }

    @Test
    void a_leave_that_disturbs_nobody_is_accepted() {
        assertThat(absence(CLAIRE, KARIM, 8, 12).obstacle(List.of(), null)).isEmpty();
        assertThat(
                        absence(CLAIRE, KARIM, 8, 8)
                                .obstacle(
                                        List.of(absence(CLAIRE, KARIM, 1, 7)),
                                        LocalDate.of(2026, 6, 8)))
                .isEmpty();
    }

    @Test
    void it_ends_after_it_begins_and_nobody_replaces_oneself() {
        assertThat(absence(CLAIRE, KARIM, 12, 8).obstacle(List.of(), null))
                .contains(Obstacle.END_BEFORE_START);
        assertThat(absence(CLAIRE, CLAIRE, 8, 12).obstacle(List.of(), null))
                .contains(Obstacle.ONESELF);
    }

    @Test
    void two_leaves_of_one_person_do_not_overlap() {
        assertThat(
                        absence(CLAIRE, KARIM, 8, 12)
                                .obstacle(List.of(absence(CLAIRE, NINA, 12, 14)), null))
                .contains(Obstacle.ALREADY_AWAY);
    }

    @Test
    void replacements_form_neither_a_circle_nor_a_chain() {
        var karimAway = absence(KARIM, CLAIRE, 10, 11);
        assertThat(absence(CLAIRE, KARIM, 8, 12).obstacle(List.of(karimAway), null))
                .contains(Obstacle.REPLACEMENT_AWAY);
        assertThat(absence(CLAIRE, NINA, 8, 12).obstacle(List.of(karimAway), null))
                .contains(Obstacle.REPLACES_SOMEBODY);
    }

    @Test
    void who_replaces_is_there_to_the_end() {
        assertThat(absence(CLAIRE, KARIM, 8, 12).obstacle(List.of(), LocalDate.of(2026, 6, 11)))
                .contains(Obstacle.REPLACEMENT_LEFT);
    }
}
