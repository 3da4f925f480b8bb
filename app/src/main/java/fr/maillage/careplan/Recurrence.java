package fr.maillage.careplan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// When an intervention happens: once, or every n days, weeks or months, until a day or a number of
/// times. A recurrence always ends.
///
/// @param everyN null for once
/// @param unit JOUR, SEMAINE or MOIS; null for once
/// @param weekdays ISO days for weeks; the first day's own when empty
public record Recurrence(
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer everyN,
        @Nullable String unit,
        @Nullable Integer times,
        Set<Integer> weekdays) {

    /// More dates than any plan of a year: three a day.
    private static final int LIMIT = 1100;

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

    /// Once, on `day` (or within its window).
    public static Recurrence once(LocalDate day) {
        return new Recurrence(day, null, null, null, null, Set.of());
    }

    /// Whether it happens once.
    public boolean once() {
        return everyN == null;
    }

    /// Every date, in order; at most 1,100.
    public List<LocalDate> dates() {
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

    private List<LocalDate> round(long step) {
        return switch (String.valueOf(unit)) {
            case "JOUR" -> List.of(startsOn.plusDays(step));
            case "MOIS" -> List.of(startsOn.plusMonths(step));
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
}
