package fr.maillage.followup.internal.team;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report of a day, made of what was done.
///
/// @param day ISO; `next` null when the next day has not come
/// @param hidden said to those who read no health content; null for others
public record ReportPage(
        String day,
        String title,
        String previous,
        @Nullable String next,
        String summary,
        List<Block> blocks,
        List<Remark> remarks,
        @Nullable String hidden,
        @Nullable String error,
        String typed) {

    /// @param total as many as there are; the lines may be fewer
    public record Block(
            String key, String title, String icon, int total, String none, List<Line> lines) {}

    /// @param when « 14:05 »; null for what has a day alone
    public record Line(
            @Nullable String when,
            @Nullable String person,
            @Nullable String href,
            String what,
            @Nullable String more) {}

    /// A word somebody added.
    public record Remark(String words, String by, String when) {}
}
