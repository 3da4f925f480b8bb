package fr.maillage.steering.internal.project;

import fr.maillage.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The gap between what was planned and what was done, of an action and of a project, at a day.
/// Asks nothing of anybody. Source: guide DGOS 2012, annexe 2 §3.2 (« en mesurant l’écart entre ce
/// qui était prévu et ce qui a été réalisé »).
final class Gap {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Gap() {}

    /// An action in a plan.
    ///
    /// @param baseline where the indicator starts from; null without a target, as `unit`
    record Planned(
            String title,
            String owner,
            LocalDate starts,
            LocalDate ends,
            BigDecimal fte,
            Money money,
            @Nullable String result,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target) {}

    /// Where an action stood, as told last: totals since its beginning.
    ///
    /// @param dropped why it will not be done; null when it is not so
    record Done(
            @Nullable LocalDate started,
            @Nullable LocalDate ended,
            BigDecimal fte,
            Money spent,
            @Nullable BigDecimal reached,
            @Nullable String dropped) {

        /// Nothing was told.
        static final Done NOTHING = new Done(null, null, BigDecimal.ZERO, Money.ZERO, null, null);
    }

    enum State {
        TO_COME,
        NOT_BEGUN,
        RUNNING,
        LATE,
        DONE,
        DROPPED
    }

    /// @param days late when more than 0, ahead when less: of the end once it was reached or
    ///   passed, of the beginning before; 0 for what was dropped
    /// @param plannedToDate what should be spent by then, in proportion to the days of the action
    /// @param reachedPercent way from the baseline to the target, to a tenth; null without a figure
    record Line(
            State state,
            long days,
            Money planned,
            Money plannedToDate,
            Money spent,
            BigDecimal fteGap,
            @Nullable BigDecimal reachedPercent) {

        boolean reached() {
            return reachedPercent != null && reachedPercent.compareTo(HUNDRED) >= 0;
        }
    }

    static Line of(Planned plan, Done done, LocalDate day) {
        return new Line(
                state(plan, done, day),
                days(plan, done, day),
                plan.money(),
                toDate(plan, day),
                done.spent(),
                done.fte().subtract(plan.fte()),
                reached(plan, done));
    }

    private static State state(Planned plan, Done done, LocalDate day) {
        if (done.dropped() != null) return State.DROPPED;
        if (done.ended() != null) return State.DONE;
        if (day.isAfter(plan.ends())) return State.LATE;
        if (done.started() != null) return State.RUNNING;
        return day.isAfter(plan.starts()) ? State.NOT_BEGUN : State.TO_COME;
    }

    private static long days(Planned plan, Done done, LocalDate day) {
        if (done.dropped() != null) return 0;
        if (done.ended() != null) return between(plan.ends(), done.ended());
        if (day.isAfter(plan.ends())) return between(plan.ends(), day);
        if (done.started() != null) return between(plan.starts(), done.started());
        return Math.max(0, between(plan.starts(), day));
    }

    private static long between(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static Money toDate(Planned plan, LocalDate day) {
        if (day.isBefore(plan.starts())) return Money.ZERO;
        if (!day.isBefore(plan.ends())) return plan.money();
        var all = between(plan.starts(), plan.ends()) + 1;
        var gone = between(plan.starts(), day) + 1;
        return new Money(
                plan.money()
                        .amount()
                        .multiply(BigDecimal.valueOf(gone))
                        .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal reached(Planned plan, Done done) {
        if (plan.target() == null || plan.baseline() == null || done.reached() == null) return null;
        return done.reached()
                .subtract(plan.baseline())
                .multiply(HUNDRED)
                .divide(plan.target().subtract(plan.baseline()), 1, RoundingMode.HALF_UP);
    }

    /// @param plannedEnd last day of the last action planned; null without any
    /// @param days the whole ended, or stands, after its planned end; 0 when it is not late, less
    ///   when it ended before
    /// @param worst days of the action that is latest
    /// @param withTarget actions that have a figure to reach
    record Whole(
            int lines,
            int done,
            int late,
            int dropped,
            @Nullable LocalDate plannedEnd,
            long days,
            long worst,
            Money planned,
            Money plannedToDate,
            Money spent,
            BigDecimal fteGap,
            int reached,
            int withTarget) {

        /// Spent for 100 planned, to a tenth; null when nothing was planned.
        @Nullable BigDecimal spentPercent() {
            return planned.amount().signum() == 0
                    ? null
                    : spent.amount()
                            .multiply(HUNDRED)
                            .divide(planned.amount(), 1, RoundingMode.HALF_UP);
        }
    }

    /// An action of a plan with what was done of it.
    record Pair(Planned plan, Done done) {}

    static Whole whole(Collection<Pair> pairs, LocalDate day) {
        var lines = pairs.stream().map(p -> of(p.plan(), p.done(), day)).toList();
        var end = pairs.stream().map(p -> p.plan().ends()).max(LocalDate::compareTo).orElse(null);
        return new Whole(
                lines.size(),
                count(lines, State.DONE),
                (int) lines.stream().filter(l -> l.state() != State.DONE && l.days() > 0).count(),
                count(lines, State.DROPPED),
                end,
                end == null ? 0 : days(pairs, end, day),
                lines.stream().mapToLong(Line::days).max().orElse(0),
                sum(lines.stream().map(Line::planned)),
                sum(lines.stream().map(Line::plannedToDate)),
                sum(lines.stream().map(Line::spent)),
                lines.stream().map(Line::fteGap).reduce(BigDecimal.ZERO, BigDecimal::add),
                (int) lines.stream().filter(Line::reached).count(),
                (int) pairs.stream().filter(p -> p.plan().target() != null).count());
    }

    private static int count(List<Line> lines, State state) {
        return (int) lines.stream().filter(l -> l.state() == state).count();
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    private static long days(Collection<Pair> pairs, LocalDate end, LocalDate day) {
        var kept = pairs.stream().filter(p -> p.done().dropped() == null).toList();
        if (!kept.isEmpty() && kept.stream().allMatch(p -> p.done().ended() != null))
            return between(
                    end,
                    kept.stream()
                            .map(p -> Objects.requireNonNull(p.done().ended()))
                            .max(LocalDate::compareTo)
                            .orElse(end));
        return kept.isEmpty() ? 0 : Math.max(0, between(end, day));
    }
}
