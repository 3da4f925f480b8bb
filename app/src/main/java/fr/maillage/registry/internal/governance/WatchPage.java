package fr.maillage.registry.internal.governance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The watch of structures and federations, latest first, and the calls for projects they found.
///
/// @param kind kept; "" for all
/// @param counts of calls by state, in words
public record WatchPage(
        String kind, Map<String, String> kinds, List<Item> items, List<Call> calls, String counts) {

    /// @param applies « s’applique le … », or ""
    /// @param todo what follows, in words; "" for nothing
    public record Item(
            String href,
            String kind,
            String title,
            String reference,
            @Nullable String link,
            String published,
            String applies,
            String summary,
            String of,
            String todo,
            String css) {}

    /// @param css `is-late` when it is over without an answer
    public record Call(
            String href,
            String title,
            String issuer,
            @Nullable String link,
            String theme,
            String amount,
            String closes,
            String state,
            String css,
            String lead,
            String outcome,
            String of) {}
}
