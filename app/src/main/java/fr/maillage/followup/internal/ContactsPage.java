package fr.maillage.followup.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log of one day: who called, why, and what was decided.
///
/// @param day ISO, for the date field; `title` in words
/// @param next null when the next day has not come
public record ContactsPage(
        String day,
        String title,
        String previous,
        @Nullable String next,
        List<Line> lines,
        int minutes) {

    /// @param time « 14:05 », with its day when the list is of several
    /// @param note kept from those who read no health content, unless their own
    public record Line(
            String time,
            String how,
            String who,
            @Nullable String quality,
            String reached,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String decided,
            boolean significant,
            int minutes,
            String author,
            List<Person> persons) {}

    /// A person it was about.
    public record Person(String id, String name) {}
}
