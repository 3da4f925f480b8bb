package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ledger: what left, what came back, and what one looks for in it.
///
/// @param from first day, as a form field holds it
/// @param count of all the pages
/// @param error why the dates are not read
public record LedgerPage(
        String from,
        String to,
        String recipient,
        List<Choice> channels,
        List<Choice> whats,
        String period,
        List<Line> lines,
        long count,
        int page,
        boolean more,
        @Nullable String error) {

    /// Something one may look for.
    public record Choice(String code, String label, boolean chosen) {}

    /// A line of the ledger.
    public record Line(
            String on,
            String what,
            String channel,
            String recipient,
            String quality,
            String kind,
            @Nullable String person,
            String by,
            @Nullable String words) {}
}
