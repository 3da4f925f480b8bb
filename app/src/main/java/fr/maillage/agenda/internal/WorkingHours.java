package fr.maillage.agenda.internal;

import fr.maillage.kernel.WorkingDays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/// When somebody works: hours of each day of the week, never on a public holiday.
///
/// @param days a day of the week without a line is not worked
record WorkingHours(Map<DayOfWeek, List<Slot>> days) {

    /// Until a structure sets its own: wide, so that warnings mean something. Proposition Maillage;
    /// that a team works on weekdays is what the Voironnais wrote (2002 guide, fiche D3).
    static final WorkingHours BY_DEFAULT =
            new WorkingHours(
                    Map.of(
                            DayOfWeek.MONDAY, Slot.WIDE,
                            DayOfWeek.TUESDAY, Slot.WIDE,
                            DayOfWeek.WEDNESDAY, Slot.WIDE,
                            DayOfWeek.THURSDAY, Slot.WIDE,
                            DayOfWeek.FRIDAY, Slot.WIDE));

    WorkingHours {
        days = Map.copyOf(days);
    }

    /// A stretch of a day.
    record Slot(LocalTime opens, LocalTime closes) {
        private static final List<Slot> WIDE =
                List.of(new Slot(LocalTime.of(8, 0), LocalTime.of(19, 0)));
    }

    /// The hours of a day, in order; none on a public holiday.
    List<Slot> on(LocalDate day) {
        return WorkingDays.FRANCE.isHoliday(day)
                ? List.of()
                : days.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /// Whether the whole span is inside the hours of its day, the break between two of them
    /// excepted.
    boolean holds(Span span) {
        var hours = on(span.day());
        return !hours.isEmpty()
                && span.to().toLocalDate().equals(span.day())
                && !span.from().toLocalTime().isBefore(hours.getFirst().opens())
                && !span.to().toLocalTime().isAfter(hours.getLast().closes());
    }
}
