package fr.maillage.followup.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The week of the alerts, in figures: no person in it.
///
/// @param week « Semaine du 25 mai 2026 »
/// @param mailed when it was mailed, or that it was not
public record DigestPage(
        String week,
        @Nullable String previous,
        @Nullable String next,
        String mailed,
        int open,
        int paused,
        int raised,
        int closed,
        int resolved,
        String trend,
        List<Rule> rules,
        List<Coordinator> coordinators,
        List<Week> weeks) {

    /// @param oldest « 43 jours », or « – »
    public record Rule(
            String label,
            String icon,
            int open,
            int paused,
            String oldest,
            int raised,
            int closed,
            int resolved,
            int before) {}

    public record Coordinator(String name, int open, int urgent, String oldest) {}

    /// @param width of the bar, in hundredths
    public record Week(String monday, int raised, int ended, int width, int endedWidth) {}
}
