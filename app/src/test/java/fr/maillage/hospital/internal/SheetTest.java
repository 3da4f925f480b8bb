package fr.maillage.hospital.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.hospital.internal.Sheet.Section;
import java.time.LocalDate;
import java.util.Set;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is cut of a sheet is said, and the day of the visit after a return.
class SheetTest {

    @Test
    void what_is_cut_says_that_the_file_has_the_rest() {
        assertThat(Sheet.cut("court", 40)).isEqualTo("court");
        assertThat(Sheet.cut("Ne pas laisser seule après une chute de sa hauteur", 30))
                .isEqualTo("Ne pas laisser seule après… (suite dans le dossier)");
        var sheet =
                new Sheet(
                                "LEROY Odette",
                                List.of("née"),
                                List.of(new Section("Plan", Collections.nCopies(12, "ligne"))))
                        .within(100);
        assertThat(sheet.sections().getFirst().lines())
                .hasSize(10)
                .last()
                .isEqualTo("et 3 autres (suite dans le dossier)");
        assertThat(sheet.within(10).sections().getFirst().lines()).hasSize(3);
    }

    @Test
    void the_visit_after_a_return_falls_on_a_working_day_within_the_delay_when_there_is_one() {
        var tuesday = LocalDate.of(2026, 6, 2);
        assertThat(StayDeeds.dayOf(tuesday.plusDays(2), tuesday, Set.of())).isEqualTo("2026-06-04");
        // home on a Friday: the 48 hours end on a Sunday, no working day is left
        var friday = LocalDate.of(2026, 6, 5);
        assertThat(StayDeeds.dayOf(friday.plusDays(2), friday, Set.of())).isEqualTo("2026-06-08");
        // home on the eve of a bank holiday (14 July)
        assertThat(StayDeeds.dayOf(LocalDate.of(2026, 7, 15), LocalDate.of(2026, 7, 13), Set.of()))
                .isEqualTo("2026-07-15");
        // noted late: as soon as can be
        assertThat(StayDeeds.dayOf(tuesday.minusDays(3), tuesday, Set.of()))
                .isEqualTo("2026-06-03");
    }
}
