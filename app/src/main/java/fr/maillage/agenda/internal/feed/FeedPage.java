package fr.maillage.agenda.internal.feed;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One's own addresses for other calendars.
///
/// @param fresh an address just made, told this once
public record FeedPage(List<Line> lines, @Nullable String fresh) {

    /// @param read when it was last read, in words
    public record Line(String id, String made, String read) {}
}
