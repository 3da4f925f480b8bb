package fr.maillage.steering.internal.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.kernel.Money;
import fr.maillage.steering.internal.project.Gap.Done;
import fr.maillage.steering.internal.project.Gap.Pair;
import fr.maillage.steering.internal.project.Gap.Planned;
import fr.maillage.steering.internal.project.Gap.State;
import fr.maillage.testing.Proves;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Days, money, time and result: what was planned against what was done.
class GapTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    /// From 1 April to 30 May, 0.5 FTE, 1,000.00 €, readmissions from 18 to 12 %.
    private static final Planned PLAN =
            new Planned(
                    "Action",
                    "Responsable",
                    LocalDate.of(2026, 4, 1),
                    LocalDate.of(2026, 5, 30),
                    new BigDecimal("0.50"),
                    Money.euros(1_000),
                    null,
                    "% de réadmissions",
                    new BigDecimal("18"),
                    new BigDecimal("12"));

    private static Done done(
            @Nullable String started,
            @Nullable String ended,
            String spent,
            @Nullable String reached,
            @Nullable String dropped) {
        return new Done(
                started == null ? null : LocalDate.parse(started),
                ended == null ? null : LocalDate.parse(ended),
                new BigDecimal("0.35"),
                new Money(new BigDecimal(spent)),
                reached == null ? null : new BigDecimal(reached),
                dropped);
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void an_action_is_late_by_days_spends_a_part_and_goes_a_way_towards_its_target() {
        var late = Gap.of(PLAN, done("2026-04-10", null, "333.33", "16.5", null), DAY);

        assertThat(late)
                .isEqualTo(
                        new Gap.Line(
                                State.LATE,
                                3,
                                Money.euros(1_000),
                                Money.euros(1_000),
                                new Money(new BigDecimal("333.33")),
                                new BigDecimal("-0.15"),
                                new BigDecimal("25.0")));
        assertThat(Gap.of(PLAN, done("2026-04-01", "2026-05-26", "0", "12", null), DAY))
                .satisfies(line -> {
                    assertThat(line.days()).as("ended four days before").isEqualTo(-4);
                    assertThat(line.state()).isEqualTo(State.DONE);
                    assertThat(line.reached()).isTrue();
                });
        assertThat(Gap.of(PLAN, done(null, null, "0", null, "Plus de locaux"), DAY))
                .extracting(Gap.Line::state, Gap.Line::days)
                .containsExactly(State.DROPPED, 0L);
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void before_its_end_the_gap_is_that_of_the_beginning_and_money_goes_with_the_days() {
        var day = LocalDate.of(2026, 4, 15);

        var line = Gap.of(PLAN, Done.NOTHING, day);

        assertThat(line.state()).isEqualTo(State.NOT_BEGUN);
        assertThat(line.days()).isEqualTo(14);
        assertThat(line.plannedToDate()).as("15 days of 60").isEqualTo(Money.euros(250));
        assertThat(Gap.of(PLAN, Done.NOTHING, LocalDate.of(2026, 3, 31)))
                .extracting(Gap.Line::state, Gap.Line::days, Gap.Line::plannedToDate)
                .containsExactly(State.TO_COME, 0L, Money.ZERO);
    }

    @Test
    @Proves("REQ-GOVERNANCE-11")
    void a_project_adds_up_its_actions() {
        var whole =
                Gap.whole(
                        List.of(
                                new Pair(
                                        PLAN,
                                        done("2026-04-01", "2026-05-26", "1000.10", "12", null)),
                                new Pair(PLAN, done("2026-04-10", null, "333.33", "16.5", null)),
                                new Pair(PLAN, done(null, null, "0", null, "Plus de locaux"))),
                        DAY);

        assertThat(whole)
                .isEqualTo(
                        new Gap.Whole(
                                3,
                                1,
                                1,
                                1,
                                LocalDate.of(2026, 5, 30),
                                3,
                                3,
                                Money.euros(3_000),
                                Money.euros(3_000),
                                new Money(new BigDecimal("1333.43")),
                                new BigDecimal("-0.45"),
                                1,
                                3));
        assertThat(whole.spentPercent()).isEqualByComparingTo("44.4");
    }
}
