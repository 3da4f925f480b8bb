package fr.maillage.portal.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The person's own plan, in plain words. Without a plan in force, `since` is null.
///
/// @param preparing a new plan waits for the doctor's opinion
public record MyPlanPage(
        String who,
        @Nullable String since,
        @Nullable String wish,
        List<Card> cards,
        boolean preparing,
        @Nullable String doctor,
        @Nullable String crisis,
        @Nullable String referent,
        String structure,
        String phone,
        String dial,
        @Nullable String hours,
        @Nullable String reassess,
        List<Text> everything) {

    /// What one wants to reach, and who does what for it.
    public record Card(String title, @Nullable String measure, List<Line> lines) {}

    /// @param who null while nobody was found
    /// @param next the next time, in words
    public record Line(
            @Nullable String who,
            @Nullable String profession,
            String what,
            String when,
            @Nullable String next,
            String icon) {}

    public record Text(String title, String text) {}
}
