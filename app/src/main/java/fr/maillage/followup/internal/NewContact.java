package fr.maillage.followup.internal;

import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A contact to record.
///
/// @param quality what the other is, in words; `caller` the same, to be counted
/// @param reason why, in words; `motive` the same, to be counted
/// @param minutes its length, when somebody counted
/// @param callBack makes a reminder
record NewContact(
        Instant at,
        Channel channel,
        Direction direction,
        String who,
        @Nullable String quality,
        @Nullable AskerQuality caller,
        Reached reached,
        @Nullable Motive motive,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String decided,
        boolean significant,
        @Nullable Integer minutes,
        @Nullable CallBack callBack) {

    /// When to call back, and at which number.
    record CallBack(LocalDate day, @Nullable LocalTime time, @Nullable String phone) {}

    /// Why, in one line; null when nothing was said of it.
    @Nullable String why() {
        return FollowUpText.why(motive, reason);
    }
}
