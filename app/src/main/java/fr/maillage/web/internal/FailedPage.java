package fr.maillage.web.internal;

import java.util.List;

/// Work that failed, oldest first, in words and without anything about a person.
public record FailedPage(List<Line> lines) {

    /// @param what the act that happened
    /// @param left what did not follow
    /// @param next when it is tried again by itself, in words
    public record Line(
            String id,
            String what,
            String left,
            String since,
            String sinceExact,
            int attempts,
            String last,
            String next) {}
}
