package fr.maillage.followup.internal.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events that wait to be matched, oldest first.
///
/// @param everybody those of every file, not only the reader's
/// @param total how many wait in all
/// @param error why the last answer was refused, said at the event `refused`
public record MatchingPage(
        boolean everybody,
        int total,
        List<Event> events,
        @Nullable String refused,
        @Nullable String error,
        String typed) {

    /// @param mark « Document reçu », with its icon
    /// @param proposals best first
    public record Event(
            String id,
            String mark,
            String icon,
            String href,
            String person,
            String when,
            String whenExact,
            String what,
            List<Proposal> proposals) {}

    /// @param key the figure that confirms it
    /// @param would what confirming writes
    /// @param asksWho nobody is known to have done it: the form asks
    public record Proposal(
            String key,
            String act,
            String title,
            String facts,
            String why,
            String would,
            boolean asksWho) {}
}
