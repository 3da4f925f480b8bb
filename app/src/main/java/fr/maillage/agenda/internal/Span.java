package fr.maillage.agenda.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// From when to when, on the clocks of Paris. What repeats keeps its hour on the wall across the
/// two nights when clocks change; an hour that does not exist that night is the one an hour later,
/// and of an hour that exists twice it is the first.
record Span(Instant start, Instant end) {

    static Span of(LocalDate day, LocalTime time, int minutes) {
        var start = ZonedDateTime.of(day, time, FrenchDates.PARIS).toInstant();
        return new Span(start, start.plusSeconds(60L * minutes));
    }

    /// One for each date of a recurrence that is not a public holiday; empty when there are more
    /// than [Recurrence#MOST] dates.
    static Optional<List<Span>> of(Recurrence recurrence, LocalTime time, int minutes) {
        var days = recurrence.dates();
        if (days.size() > Recurrence.MOST) return Optional.empty();
        return Optional.of(
                days.stream()
                        .filter(day -> !WorkingDays.FRANCE.isHoliday(day))
                        .map(day -> of(day, time, minutes))
                        .toList());
    }

    /// The day it begins.
    LocalDate day() {
        return from().toLocalDate();
    }

    /// On the clocks of Paris.
    LocalDateTime from() {
        return LocalDateTime.ofInstant(start, FrenchDates.PARIS);
    }

    /// On the clocks of Paris.
    LocalDateTime to() {
        return LocalDateTime.ofInstant(end, FrenchDates.PARIS);
    }

    int minutes() {
        return (int) Duration.between(start, end).toMinutes();
    }

    /// « 09:00 – 10:00 ».
    String hours() {
        return FrenchDates.time(from()) + " – " + FrenchDates.time(to());
    }

    /// « mardi 2 juin 2026, 09:00 – 10:00 ».
    String words() {
        return FrenchDates.longDay(day()) + ", " + hours();
    }
}
