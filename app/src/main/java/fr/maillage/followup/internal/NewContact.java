package fr.maillage.followup.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A contact to record.
///
/// @param minutes its length, when somebody counted
/// @param callBack the day to call back; makes a reminder
record NewContact(
        Instant at,
        Channel channel,
        Direction direction,
        String who,
        @Nullable String quality,
        Reached reached,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String decided,
        boolean significant,
        @Nullable Integer minutes,
        @Nullable LocalDate callBack) {}
