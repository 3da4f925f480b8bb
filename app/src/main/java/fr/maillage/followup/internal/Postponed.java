package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The day something is put off to: a number of days from today, or a day; after today, within a
/// year.
final class Postponed {

    private Postponed() {}

    /// Empty when it is neither, or not after `today`.
    static Optional<LocalDate> to(@Nullable Integer days, @Nullable String day, LocalDate today) {
        var typed =
                day == null || day.isBlank()
                        ? Optional.<LocalDate>empty()
                        : FrenchDates.read(day.strip());
        var target =
                typed.isPresent() || days == null
                        ? typed
                        : Optional.of(today.plusDays(Math.clamp(days, 0, 366)));
        return target.filter(d -> d.isAfter(today) && !d.isAfter(today.plusDays(366)));
    }
}
