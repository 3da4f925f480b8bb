package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The days a page was asked for, as its address says them.
///
/// @param from first day, `to` the last
public record Days(LocalDate from, LocalDate to) {

    /// What was asked; the last `many` days when there are none or they make no period.
    public static Days of(@Nullable String from, @Nullable String to, LocalDate today, int many) {
        var last = day(to).orElse(today);
        var first = day(from).filter(d -> !d.isAfter(last)).orElse(last.minusDays(many - 1L));
        return new Days(first, last);
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .flatMap(FrenchDates::read)
                .filter(d -> d.getYear() > 1900 && d.getYear() < 2200);
    }

    /// The instant they begin, in Paris.
    public Instant start() {
        return start(from);
    }

    /// The instant they are over.
    public Instant end() {
        return start(to.plusDays(1));
    }

    /// The instant a day begins, in Paris.
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(FrenchDates.PARIS).toInstant();
    }

    /// As an address says them.
    public String query() {
        return "?du=" + from + "&au=" + to;
    }

    /// The window of an act in words: « mar. 2 juin », « du mar. 2 juin au ven. 5 juin ».
    public static String window(LocalDate from, LocalDate until, LocalDate today) {
        return from.equals(until)
                ? FrenchDates.shortDay(from, today)
                : "du "
                        + FrenchDates.shortDay(from, today)
                        + " au "
                        + FrenchDates.shortDay(until, today);
    }
}
