package fr.maillage.followup.internal;

import fr.maillage.careplan.Recurrence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The dates of an intervention. Days, not instants: the weeks when clocks change have seven days
/// like the others.
///
/// @param end last day; for what happens once, the last day of its window
/// @param everyN null: once
/// @param unit JOUR, SEMAINE or MOIS
/// @param times how many times, counted from the start
/// @param weekdays ISO 1..7, for weeks; the start's own when empty
/// @param window days an act may take after its first day
/// @param tolerance days of patience after the window, before silence is an alert
/// @param after what it waits for; null: nothing
/// @param happened the days on which that happened
record Schedule(
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer everyN,
        @Nullable String unit,
        @Nullable Integer times,
        Set<Integer> weekdays,
        int window,
        int tolerance,
        Recurrence.@Nullable After after,
        List<LocalDate> happened) {

    Schedule {
        weekdays = Set.copyOf(weekdays);
        happened = List.copyOf(happened);
    }

    /// That waits for nothing.
    Schedule(
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable Integer everyN,
            @Nullable String unit,
            @Nullable Integer times,
            Set<Integer> weekdays,
            int window,
            int tolerance) {
        this(start, end, everyN, unit, times, weekdays, window, tolerance, null, List.of());
    }

    /// What a schedule gives.
    sealed interface Outcome {
        /// Dated acts, in order.
        record Acts(List<Act> acts) implements Outcome {}

        /// It repeats without an end or a number of times.
        record Endless() implements Outcome {}

        /// More dates than [Recurrence#MOST].
        record TooMany() implements Outcome {}
    }

    /// @param until last day of the window
    /// @param late after this day, silence is a non-event
    record Act(LocalDate on, LocalDate until, LocalDate late) {}

    /// This schedule when its follow-up only begins on `day`, the plan having waited for the
    /// doctor: what is asked for once is still asked for, with as long a window; a number of times
    /// is still that number. What repeats until a day keeps its dates.
    Schedule followedFrom(LocalDate day) {
        if (after != null || !start.isBefore(day)) return this;
        if (everyN == null) {
            var until = lastDayOfOnce();
            return until.isBefore(day)
                    ? new Schedule(
                            day,
                            null,
                            null,
                            null,
                            null,
                            weekdays,
                            (int) ChronoUnit.DAYS.between(start, until),
                            tolerance)
                    : this;
        }
        if (times == null || end != null) return this;
        var first =
                new Recurrence(start, day.plusYears(1), everyN, unit, null, weekdays)
                        .dates().stream().filter(d -> !d.isBefore(day)).findFirst().orElse(day);
        return new Schedule(first, null, everyN, unit, times, weekdays, window, tolerance);
    }

    private LocalDate lastDayOfOnce() {
        var until = start.plusDays(window);
        return end != null && end.isAfter(until) ? end : until;
    }

    /// The acts whose window is not over before `from`, and that begin on `horizon` at the latest.
    /// The refusal looks at the whole schedule, whatever the horizon.
    Outcome acts(LocalDate from, LocalDate horizon) {
        if (everyN == null && after == null) {
            var until = lastDayOfOnce();
            var act = new Act(start, until, until.plusDays(tolerance));
            return new Outcome.Acts(
                    until.isBefore(from) || start.isAfter(horizon) ? List.of() : List.of(act));
        }
        if (everyN != null && end == null && times == null) return new Outcome.Endless();
        var days = new Recurrence(start, end, everyN, unit, times, weekdays, after).from(happened);
        if (days.size() > Recurrence.MOST) return new Outcome.TooMany();
        return new Outcome.Acts(
                days.stream()
                        .map(day ->
                                new Act(
                                        day,
                                        day.plusDays(window),
                                        day.plusDays((long) window + tolerance)))
                        .filter(act -> !act.until().isBefore(from) && !act.on().isAfter(horizon))
                        .toList());
    }
}
