package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// When something that is written down took place: fields `day` and `time` of a form.
public final class Moment {

    private Moment() {}

    /// An empty day is today, an empty time now. What is wrong goes to the errors of the field; the
    /// answer is then of no use.
    ///
    /// @param later what is said of a moment that has not come
    public static Instant read(Sent form, FormErrors errors, Clock clock, String later) {
        var now = clock.instant();
        var day = form.text("day");
        var time = form.text("time");
        if (day.isEmpty() && time.isEmpty()) return now;
        var onDay = day.isEmpty() ? Optional.of(LocalDate.now(clock)) : FrenchDates.read(day);
        var atTime =
                time.isEmpty() ? Optional.of(LocalTime.now(clock)) : FrenchDates.readTime(time);
        if (onDay.isEmpty()) errors.add("day", FollowUpText.NOT_A_DAY);
        if (atTime.isEmpty()) errors.add("time", FollowUpText.NOT_A_TIME);
        if (onDay.isEmpty() || atTime.isEmpty()) return now;
        var at = LocalDateTime.of(onDay.get(), atTime.get()).atZone(clock.getZone()).toInstant();
        // a minute of grace: the form may have been opened by a clock slightly ahead
        if (at.isAfter(now.plusSeconds(60))) errors.add("day", later);
        return at;
    }
}
