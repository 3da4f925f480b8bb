package fr.maillage.careplan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When an intervention happens: once, or every n days, weeks or months, until a day or a number of
/// times. A recurrence always ends. It may wait for a discharge or for another act: its dates are
/// then known once that happened ([#from]).
///
/// Days, not instants: a change of clocks moves nothing. Months are counted from the first day, so
/// that the 31st comes back after February and the 29th of February in the next leap year.
///
/// @param startsOn first day; for what waits, the day from which a discharge or an act counts
/// @param everyN null for once
/// @param unit JOUR, SEMAINE or MOIS; null for once
/// @param weekdays ISO days: for weeks, the days of each week (the first day's own when empty); for
///   months, each date moves on to the next of these days
/// @param after what it waits for; null: for nothing
public record Recurrence(
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer everyN,
        @Nullable String unit,
        @Nullable Integer times,
        Set<Integer> weekdays,
        @Nullable After after) {

    /// More dates than this is a mistake of entry, not a plan: refused where it is typed, and by
    /// the follow-up.
    public static final int MOST = 400;

    /// Where counting stops.
    private static final int LIMIT = 1100;

    /// So long after what it waits for.
    ///
    /// @param n 0: the same day
    /// @param unit JOUR, SEMAINE or MOIS
    /// @param act the intervention it follows, for [What#ACTE]
    /// @param title of that intervention, for the sentence; not part of the rule
    public record After(int n, String unit, What what, @Nullable UUID act, @Nullable String title) {

        /// @throws IllegalArgumentException when it is negative, or names no act to follow
        public After {
            if (n < 0) throw new IllegalArgumentException("after, not before");
            if ((what == What.ACTE) != (act != null))
                throw new IllegalArgumentException("after which act");
        }

        /// The day, counted from what it waits for.
        public LocalDate from(LocalDate day) {
            return plus(day, unit, n);
        }
    }

    /// What an intervention may wait for.
    public enum What {
        /// Each discharge from hospital.
        SORTIE,
        /// Each time another intervention of the plan was done.
        ACTE
    }

    /// @throws IllegalArgumentException when it would never end, or ends before it starts
    public Recurrence {
        weekdays = Set.copyOf(weekdays);
        if ((everyN == null) != (unit == null))
            throw new IllegalArgumentException("a period needs its number and its unit");
        if (everyN != null && (everyN < 1 || (endsOn == null && times == null)))
            throw new IllegalArgumentException("a recurrence ends");
        if (endsOn != null && endsOn.isBefore(startsOn))
            throw new IllegalArgumentException("a recurrence ends after it starts");
    }

    /// That waits for nothing.
    public Recurrence(
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer everyN,
            @Nullable String unit,
            @Nullable Integer times,
            Set<Integer> weekdays) {
        this(startsOn, endsOn, everyN, unit, times, weekdays, null);
    }

    /// Once, on `day` (or within its window).
    public static Recurrence once(LocalDate day) {
        return new Recurrence(day, null, null, null, null, Set.of());
    }

    /// Whether it happens once.
    public boolean once() {
        return everyN == null;
    }

    /// Whether its dates can be counted: more than [#MOST] are refused.
    public boolean tooMany() {
        return dates().size() > MOST;
    }

    /// Days from one time to the next, about; what happens once has none.
    public int period() {
        if (everyN == null || unit == null) return Integer.MAX_VALUE;
        return switch (unit) {
            case "JOUR" -> everyN;
            case "MOIS" -> everyN * 365 / 12;
            default -> Math.max(1, everyN * 7 / Math.max(1, weekdays.size()));
        };
    }

    /// Every date of what waits for nothing, in order; at most 1,100. Of what waits: the dates it
    /// would have if it happened on the first day.
    public List<LocalDate> dates() {
        if (after != null) return series(after.from(startsOn));
        if (everyN == null || unit == null) return List.of(startsOn);
        var dates = new ArrayList<LocalDate>();
        var last = endsOn == null ? LocalDate.MAX : endsOn;
        var most = times == null ? LIMIT : Math.min(times, LIMIT);
        for (int k = 0; dates.size() < most; k++) {
            var round = round(k * (long) everyN);
            if (round.stream().allMatch(day -> day.isAfter(last))) break;
            for (var day : round) {
                if (!day.isBefore(startsOn) && !day.isAfter(last) && dates.size() < most)
                    dates.add(day);
            }
        }
        return List.copyOf(dates);
    }

    /// The dates of what waits, given the days on which it happened: those before the first day do
    /// not count, and each begins a series that the next one replaces. At most 1,100.
    public List<LocalDate> from(Iterable<LocalDate> happened) {
        if (after == null) return dates();
        var days = new TreeSet<LocalDate>();
        happened.forEach(day -> {
            if (!day.isBefore(startsOn)) days.add(day);
        });
        var dates = new TreeSet<LocalDate>();
        for (var day : days) {
            // an act that follows itself through another never runs away: it is cut there
            if (dates.size() >= LIMIT) break;
            dates.tailSet(day, false).clear();
            dates.addAll(series(after.from(day)));
        }
        return dates.stream().limit(LIMIT).toList();
    }

    /// The same rhythm from a day on, waiting for nothing; none when the end had come.
    private List<LocalDate> series(LocalDate day) {
        return endsOn != null && endsOn.isBefore(day)
                ? List.of()
                : new Recurrence(day, endsOn, everyN, unit, times, weekdays).dates();
    }

    private List<LocalDate> round(long step) {
        return switch (String.valueOf(unit)) {
            case "JOUR" -> List.of(startsOn.plusDays(step));
            case "MOIS" -> List.of(onWeekday(startsOn.plusMonths(step)));
            default -> {
                if (weekdays.isEmpty()) yield List.of(startsOn.plusWeeks(step));
                var monday =
                        startsOn.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusWeeks(step);
                yield new TreeSet<>(weekdays)
                        .stream().map(day -> monday.plusDays(day - 1L)).toList();
            }
        };
    }

    private LocalDate onWeekday(LocalDate day) {
        var moved = day;
        while (!weekdays.isEmpty() && !weekdays.contains(moved.getDayOfWeek().getValue()))
            moved = moved.plusDays(1);
        return moved;
    }

    private static LocalDate plus(LocalDate day, String unit, int n) {
        return switch (unit) {
            case "JOUR" -> day.plusDays(n);
            case "MOIS" -> day.plusMonths(n);
            default -> day.plusWeeks(n);
        };
    }
}
